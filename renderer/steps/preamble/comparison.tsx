import { type DiffPart, textDiff } from '../../../shared/compare/text-diff'
import { MarkedParts } from '../../shell/marked-parts'
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
  return (
    <section className="comparison-side" aria-label={heading}>
      <h2 className="guidance-heading">{heading}</h2>
      <p className="comparison-text">
        <MarkedParts parts={parts} />
      </p>
    </section>
  )
}
