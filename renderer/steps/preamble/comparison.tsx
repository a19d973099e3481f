import { type DiffPart, textDiff } from '../../../shared/compare/text-diff'
import { texts } from './preamble.texts'

/** The generated and the present text side by side; what differs is marked in each. */
export function Comparison({ generated, current }: { generated: string; current: string }) {
  const parts = textDiff(generated, current)
  return (
    <div className="comparison">
      <Side heading={texts.theirs} parts={parts.filter(({ kind }) => kind !== 'added')} />
      <Side heading={texts.mine} parts={parts.filter(({ kind }) => kind !== 'removed')} />
    </div>
  )
}

function Side({ heading, parts }: { heading: string; parts: DiffPart[] }) {
  let offset = 0
  return (
    <section className="comparison-side" aria-label={heading}>
      <h2 className="guidance-heading">{heading}</h2>
      <p className="comparison-text">
        {parts.map(({ kind, text }) => {
          const key = offset
          offset += text.length
          if (kind === 'removed') return <del key={key}>{text}</del>
          if (kind === 'added') return <ins key={key}>{text}</ins>
          return <span key={key}>{text}</span>
        })}
      </p>
    </section>
  )
}
