import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Format } from '../../shared/format/format'
import type { Decision, DoubtfulPlace } from '../../shared/import/settle-report'
import { DoubtfulChoice } from './doubtful-choice'
import { type DoubtfulGroup, doubtfulGroups } from './doubtful-groups'
import { PieceTable } from './piece-table'
import { texts } from './word.texts'

export type Decisions = Record<string, Decision>

/** The doubtful places one after the other, each with the picture of where it stood. */
export function DoubtfulList(props: {
  places: DoubtfulPlace[]
  format: Format
  decisions: Decisions
  decide(decisions: Decisions): void
}) {
  const { places, format, decisions, decide } = props
  const list = useRef<HTMLDivElement>(null)
  const [next, setNext] = useState<{ address: string } | null>(null)
  useEffect(() => {
    if (next) list.current?.querySelector<HTMLElement>(`[data-place="${next.address}"] button`)?.focus()
  }, [next])

  /** The next undecided place after this one, from the first again at the end. */
  function goOn(from: string | undefined, decided: Decisions): void {
    const at = places.findIndex(({ address }) => address === from)
    const found = [...places.slice(at + 1), ...places.slice(0, at + 1)].find(
      ({ address }) => decided[address] === undefined,
    )
    if (found) setNext({ address: found.address })
  }

  function settle(made: Decisions, from: string, stays = false): void {
    const decided = { ...decisions, ...made }
    decide(decided)
    if (!stays) goOn(from, decided)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'F8') return
    event.preventDefault()
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-place]')?.dataset.place
    goOn(at, decisions)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to whatever has the caret inside.
    <div className="doubtful" ref={list} onKeyDown={onKeyDown}>
      {doubtfulGroups(places).map((group) => (
        <Group key={group.key} group={group} format={format} decisions={decisions} settle={settle} />
      ))}
    </div>
  )
}

function Group(props: {
  group: DoubtfulGroup
  format: Format
  decisions: Decisions
  settle(made: Decisions, from: string, stays?: boolean): void
}) {
  const { group, format, decisions, settle } = props
  const { pieces, reasons, places } = group
  const [first] = places
  const last = places.at(-1)
  if (!first || !last) return null
  return (
    <section className="doubtful-group" aria-label={first.name}>
      <p className="doubtful-reason">{reasons.join('；')}。</p>
      {pieces.map(({ piece, marked, at }) => (
        <PieceTable key={at} piece={piece} marked={marked} name={first.name} />
      ))}
      <ul className="doubtful-places">
        {places.map((place) => (
          <DoubtfulChoice
            key={place.address}
            place={place}
            format={format}
            decision={decisions[place.address]}
            decide={(decision, stays) => settle({ [place.address]: decision }, place.address, stays)}
          />
        ))}
      </ul>
      {places.length > 1 &&
        pieces.map(({ at }) => (
          <button
            key={at}
            type="button"
            className="button button-quiet"
            onClick={() => settle(takeAll(places, at), last.address)}
          >
            {pieces.length > 1 ? texts.takeRowFrom(at + 1) : texts.takeRow}
          </button>
        ))}
    </section>
  )
}

/** What of a row can be taken is taken; the rest waits. */
function takeAll(places: DoubtfulPlace[], index: number): Decisions {
  return Object.fromEntries(
    places.flatMap(({ address, found }): [string, Decision][] =>
      found[index]?.offered === undefined ? [] : [[address, { kind: 'taken', index }]],
    ),
  )
}
