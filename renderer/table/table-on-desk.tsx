import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { createStore, type StoreApi, useStore } from 'zustand'
import { check } from '../../shared/check/check'
import type { Draft, Entry } from '../../shared/draft/draft'
import { computeFigures } from '../../shared/draft/figures'
import { newDraft } from '../../shared/draft/new-draft'
import type { Format, Table } from '../../shared/format/format'
import { formatById } from '../../shared/format/formats'
import type { Changes } from './block-edits'
import { FigureTable } from './figure-table'

/** A table for component tests, over a draft that keeps what it is given and checks itself, as in the window. */
export interface TableOnDesk {
  user: UserEvent
  format: Format
  table: Table
  /** What the draft holds now. */
  figures(): Record<string, Entry>
  /** The draft changes by another hand, as with undo. */
  replace(figures: Record<string, Entry>): void
  /** Goes to a cell as the list of findings does. */
  goTo(cell: string): void
  /** Every edit the table reported: what it was, and the addresses. */
  edits: { what: string; cells: string[] }[]
  /** Every cell that came into focus. */
  visited: string[]
}

interface State {
  draft: Draft
  request?: { cell: string; nonce: number }
}

interface DeskProps extends Pick<TableOnDesk, 'format' | 'table' | 'edits' | 'visited'> {
  store: StoreApi<State>
}

export function tableOnDesk(
  formatId: string,
  tableId: string,
  figures: Record<string, Entry> = {},
): TableOnDesk {
  const format = formatById(formatId)
  const table = format?.tables.find(({ id }) => id === tableId)
  if (!format || !table) throw new Error(`no table ${tableId} in format ${formatId}`)
  // jsdom lays nothing out: there is nothing to scroll.
  Element.prototype.scrollIntoView = () => {}

  const draft = newDraft({ format, year: format.years.from, scope: 'organ' })
  const store = createStore<State>(() => ({ draft: { ...draft, figures } }))
  const desk = { format, table, edits: [], visited: [] }
  render(<Desk {...desk} store={store} />)
  return {
    ...desk,
    user: userEvent.setup(),
    figures: () => store.getState().draft.figures,
    replace: (figures) => act(() => store.setState({ draft: { ...draft, figures } })),
    goTo: (cell) =>
      act(() => store.setState(({ request }) => ({ request: { cell, nonce: (request?.nonce ?? 0) + 1 } }))),
  }
}

function Desk({ format, table, edits, visited, store }: DeskProps) {
  const { draft, request } = useStore(store)
  const findings = check(draft, format).filter(
    ({ cells, severity }) => severity === 'error' && cells.some((cell) => cell.startsWith(`${table.id}.`)),
  )
  return (
    <FigureTable
      table={table}
      format={format}
      figures={draft.figures}
      values={computeFigures(format, draft.figures)}
      findings={findings}
      numbers={new Map(findings.map((finding, index) => [finding, index + 1]))}
      onEdit={(changes, what) => {
        edits.push({ what, cells: Object.keys(changes) })
        store.setState({ draft: { ...draft, figures: changed(draft.figures, changes) } })
      }}
      onFocusCell={(cell) => visited.push(cell)}
      {...(request && { focusRequest: request })}
    />
  )
}

function changed(figures: Record<string, Entry>, changes: Changes): Record<string, Entry> {
  const entries = Object.entries({ ...figures, ...changes })
  return Object.fromEntries(entries.flatMap(([cell, entry]) => (entry === undefined ? [] : [[cell, entry]])))
}

/** The text field of a figure, by its address. */
export function field(cell: string): HTMLInputElement {
  const input = screen.getAllByRole<HTMLInputElement>('textbox').find(({ dataset }) => dataset.cell === cell)
  if (!input) throw new Error(`no field for ${cell}`)
  return input
}

/** Where the caret is. */
export function focusedCell(): string | undefined {
  return document.activeElement instanceof HTMLInputElement ? document.activeElement.dataset.cell : undefined
}

/** What a screen reader says of a figure beside its name. */
export function descriptionOf(cell: string): string | null | undefined {
  return document.getElementById(field(cell).getAttribute('aria-describedby') ?? '')?.textContent
}

/** The figure's cell with what is shown beside the field. */
export function cellText(cell: string): string | null | undefined {
  return field(cell).closest('td')?.textContent
}

/** The figures lit up because they share a finding with the one in focus. */
export function litCells(): (string | undefined)[] {
  return cellsWithClass('figure-related')
}

export function selectedCells(): (string | undefined)[] {
  return cellsWithClass('figure-selected')
}

function cellsWithClass(name: string): (string | undefined)[] {
  return [...document.getElementsByClassName(name)].map((cell) => cell.querySelector('input')?.dataset.cell)
}

/** What Ctrl+C leaves on the clipboard. */
export function copied(input: HTMLInputElement): Record<string, string> {
  const contents: Record<string, string> = {}
  const setData = (type: string, text: string) => {
    contents[type] = text
  }
  fireEvent.copy(input, { clipboardData: { setData } })
  return contents
}
