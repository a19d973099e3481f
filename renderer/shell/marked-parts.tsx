import type { DiffPart } from '../../shared/compare/text-diff'

/** The words of two texts in one: what only the first has is struck out, what only the second has is underlined. */
export function MarkedParts({ parts }: { parts: DiffPart[] }) {
  let offset = 0
  return parts.map(({ kind, text }) => {
    const key = offset
    offset += text.length
    if (kind === 'removed') return <del key={key}>{text}</del>
    if (kind === 'added') return <ins key={key}>{text}</ins>
    return <span key={key}>{text}</span>
  })
}
