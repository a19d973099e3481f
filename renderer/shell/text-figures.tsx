import { useDeferredValue } from 'react'
import { type FigureGroup, figureGroups, type ListedFigure } from '../../shared/check/text/figure-list'
import type { Draft } from '../../shared/draft/draft'
import type { Format } from '../../shared/format/format'
import { readerLength } from '../../shared/prose/plain-text'
import { formatOf, printedOf } from '../desk/derived'
import type { Place } from '../desk/place'
import { useDesk, useDraft } from '../desk/use-desk'
import { LONG } from '../desk/words-apart'
import { texts } from './shell.texts'
import './text-figures.css'

/** The figures of the chapter's text, each with what the tables say to it; nothing where the text has none. */
export function TextFigures({ chapter }: { chapter: string }) {
  // The list may come a moment after the key: typing never waits for it.
  const draft = useDeferredValue(useDraft((whole) => whole))
  const format = formatOf(draft)
  if (lengthOf(draft, format, chapter) > LONG) return <p className="panel-empty">{texts.textTooLong}</p>
  const groups = figureGroups(draft, format, chapter)
  if (groups.length === 0) return null
  return (
    <section className="text-figures" aria-label={texts.textFigures}>
      <h2 className="text-figures-heading">{texts.textFigures}</h2>
      <p className="text-figures-note">{texts.textFiguresNote}</p>
      {groups.map((group) => (
        <Group key={group.verdict} chapter={chapter} group={group} />
      ))}
    </section>
  )
}

function Group({ chapter, group: { verdict, name, figures } }: { chapter: string; group: FigureGroup }) {
  return (
    <details open={verdict === 'contradicts' || verdict === 'ask'}>
      <summary className={`text-figures-${verdict}`}>{texts.figureGroup(name, figures.length)}</summary>
      <ul className="text-figures-list">
        {figures.map((listed) => (
          <li key={`${listed.figure.slot} ${listed.figure.start}`}>
            <FigureLine chapter={chapter} state={name} listed={listed} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function FigureLine(props: { chapter: string; state: string; listed: ListedFigure }) {
  const desk = useDesk()
  const { figure, note } = props.listed
  const words = note === '' ? figure.quote : `${figure.quote}：${note}`
  return (
    <button
      type="button"
      className="text-figure"
      aria-label={`${props.state}，${words}`}
      onClick={() => desk.goTo(placeOf(props.chapter, props.listed))}
    >
      <b>{figure.quote}</b>
      {note !== '' && <span className="text-figure-note">{note}</span>}
    </button>
  )
}

function placeOf(chapter: string, { figure: { slot, start, end } }: ListedFigure): Place {
  return { step: chapter, target: { kind: 'slot', slot, range: { start, end } } }
}

function lengthOf(draft: Draft, format: Format, id: string): number {
  const { prose, numbering } = printedOf(draft)
  const chapter = format.chapters.find((one) => one.id === id)
  const slots = chapter?.body.kind === 'table' ? [`${id}.before`, `${id}.after`] : [id]
  return slots.reduce((sum, slot) => sum + readerLength(prose[slot] ?? [], numbering), 0)
}
