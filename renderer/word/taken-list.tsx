import { chapterTitle } from '../../shared/compose/chapter-title'
import { titleOnOneLine } from '../../shared/compose/title'
import type { Draft } from '../../shared/draft/draft'
import { entryText } from '../../shared/draft/read-entry'
import { cellsOf } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import { proseSlots } from '../../shared/format/slots'
import type { ImportedReport } from '../../shared/import/import-report'
import { printedDraft } from '../../shared/linked/printed-prose'
import { slotLines } from '../../shared/prose/plain-text'
import { texts } from './word.texts'

/** What was read and is certain: basic information, text by chapter, figures by table. */
export function TakenList({ report, format }: { report: ImportedReport; format: Format }) {
  const { draft, values } = report
  return (
    <div className="taken">
      <h3 className="taken-heading">{texts.basics}</h3>
      <dl className="taken-fields">
        {basics(draft).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={text ? undefined : 'taken-nothing'}>{text || texts.nothing}</dd>
          </div>
        ))}
      </dl>
      <h3 className="taken-heading">{texts.chapters}</h3>
      <dl className="taken-fields">
        {format.chapters.map((chapter) => (
          <div key={chapter.id}>
            <dt>{`${chapter.number}、${chapterTitle(chapter, draft)}`}</dt>
            <dd>{texts.paragraphs(paragraphs(draft, format, chapter.id))}</dd>
          </div>
        ))}
      </dl>
      {format.tables.map((table) => {
        const cells = cellsOf(format).filter(
          ({ cell, table: own }) => own === table && Object.hasOwn(values, cell),
        )
        return (
          <details key={table.id}>
            <summary>{`${table.name}　${texts.figures(cells.length)}`}</summary>
            <dl className="taken-fields">
              {cells.map(({ cell, name, holds }) => (
                <div key={cell}>
                  <dt>{name}</dt>
                  <dd>{entryText(holds, values[cell] ?? '')}</dd>
                </div>
              ))}
            </dl>
          </details>
        )
      })}
    </div>
  )
}

function basics(draft: Draft): [string, string | undefined][] {
  const { publisher, signature } = draft
  const { website } = publisher
  return [
    [texts.year, String(draft.year)],
    [texts.title, titleOnOneLine(draft)],
    [texts.organ, publisher.name],
    [texts.address, publisher.address],
    [texts.postcode, publisher.postcode],
    [texts.phone, publisher.phone],
    [texts.email, publisher.email],
    [texts.website, [website?.name, website?.column, website?.url].filter(Boolean).join(' ')],
    [texts.signed, [signature.name, signature.date].filter(Boolean).join(' ')],
  ]
}

function paragraphs(draft: Draft, format: Format, chapter: string): number {
  const { prose, numbering } = printedDraft(draft, format)
  return proseSlots(format)
    .filter(({ chapter: own }) => own.id === chapter)
    .reduce((sum, { slot }) => sum + slotLines(prose[slot] ?? [], numbering).length, 0)
}
