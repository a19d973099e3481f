import { cellInfo } from '../../shared/format/cells'
import type { Format, Guidance } from '../../shared/format/format'
import { formatOf } from '../desk/derived'
import type { Step, Target } from '../desk/place'
import { useDeskState, useDraft } from '../desk/use-desk'
import { fieldName } from '../fields/field-names'
import { FigureUses } from '../linked/figure-uses'
import { stepName, texts } from './shell.texts'

interface Entry {
  heading: string
  guidance: Guidance
}

/** What belongs at the caret, then what belongs in the chapter. */
export function GuidanceTab() {
  const step = useDeskState(({ session }) => session.step)
  const focus = useDeskState(({ session }) => session.focus)
  const format = useDraft(formatOf)
  const chapter = chapterGuidance(format, step)
  const here = targetGuidance(format, focus)
  const entries = [...(here.length > 0 ? here : stepGuidance(format, step)), ...chapter].filter(
    ({ guidance }) => guidance.text !== '',
  )
  if (entries.length === 0) return <p className="panel-empty">{texts.noGuidance}</p>
  return (
    <>
      {entries.map(({ heading, guidance }) => (
        <section className="guidance" key={heading}>
          <h2 className="guidance-heading">{heading}</h2>
          <p className="guidance-text">{guidance.text}</p>
          {guidance.basis && (
            <details className="guidance-basis">
              <summary>{texts.basis}</summary>
              <p>{guidance.basis}</p>
            </details>
          )}
        </section>
      ))}
      {focus.kind === 'cell' && <FigureUses cell={focus.cell} />}
    </>
  )
}

function targetGuidance(format: Format, target: Target): Entry[] {
  switch (target.kind) {
    case 'cell': {
      const info = cellInfo(format, target.cell)
      if (!info) return []
      return [
        { heading: info.row.name, guidance: info.row.guidance },
        { heading: info.column.name, guidance: info.column.guidance },
      ]
    }
    case 'field': {
      const guidance = format.fields[target.field]
      return guidance ? [{ heading: fieldName(target.field), guidance }] : []
    }
    case 'heading':
    case 'slot':
      return []
  }
}

function chapterGuidance({ chapters }: Format, step: Step): Entry[] {
  const chapter = chapters.find(({ id }) => id === step)
  return chapter ? [{ heading: stepName(step, chapters).name, guidance: chapter.guidance }] : []
}

function stepGuidance(format: Format, step: Step): Entry[] {
  return (stepFields[step] ?? []).flatMap((field) => {
    const guidance = format.fields[field]
    return guidance ? [{ heading: fieldName(field), guidance }] : []
  })
}

/** What is said of a step outside the chapters before the caret is in a field. */
const stepFields: Record<Step, string[]> = { basics: ['year', 'scope'], preamble: ['preamble'] }
