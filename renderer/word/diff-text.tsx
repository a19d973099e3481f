import type { DiffPart } from '../../shared/compare/text-diff'

/** A text with what was taken out of it and what was written into it. */
export function DiffText({ parts, blank = '' }: { parts: DiffPart[]; blank?: string }) {
  let offset = 0
  return (
    <p className="edit-text">
      {parts.length === 0 && blank}
      {parts.map(({ kind, text }) => {
        const key = offset
        offset += text.length
        if (kind === 'removed') return <del key={key}>{text}</del>
        if (kind === 'added') return <ins key={key}>{text}</ins>
        return <span key={key}>{text}</span>
      })}
    </p>
  )
}
