import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { cellInfo } from '../../shared/format/cells'
import { formats } from '../../shared/format/formats'
import { layOut } from './cell-map'
import { field, focusedCell, tableOnDesk } from './table-on-desk'

const tables = formats.flatMap((format) => format.tables.map(({ id }) => [format.id, id] as const))

describe.each(tables)('format %s, %s', (formatId, tableId) => {
  test('shows every cell of the official grid at its row and span', () => {
    const { table } = tableOnDesk(formatId, tableId)
    const drawn = within(screen.getByRole('table'))
      .getAllByRole('row')
      .map((row) =>
        [...(row as HTMLTableRowElement).cells].map((cell) => ({
          text: cell.textContent,
          cell: cell.querySelector('input')?.dataset.cell,
          colSpan: cell.colSpan,
          rowSpan: cell.rowSpan,
        })),
      )
    const placed = layOut(table.grid)
    const printed = table.grid.rows.map((_, row) =>
      placed
        .filter((one) => one.row === row)
        .map(({ content, colSpan, rowSpan }) => ({
          text: content.kind === 'label' ? content.text : '',
          cell: content.kind === 'label' ? undefined : content.cell,
          colSpan,
          rowSpan,
        })),
    )
    expect(drawn).toEqual(printed)
  })

  test('every field is named as a finding names it', () => {
    const { format } = tableOnDesk(formatId, tableId)
    for (const input of screen.getAllByRole<HTMLInputElement>('textbox'))
      expect(input).toHaveProperty('ariaLabel', cellInfo(format, input.dataset.cell ?? '')?.name)
  })

  test('the checker of accessibility finds nothing', async () => {
    tableOnDesk(formatId, tableId)
    // Colours need a layout; the end-to-end tests look at them.
    const { violations } = await axe.run(screen.getByRole('table'), {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations).toEqual([])
  })

  test('nothing but the figures takes the caret, in reading order', () => {
    const { table } = tableOnDesk(formatId, tableId)
    const printed = table.grid.rows.flat().flatMap((cell) => (cell.kind === 'figure' ? [cell.cell] : []))
    const stops = [...document.querySelectorAll<HTMLElement>('*')].filter(({ tabIndex }) => tabIndex >= 0)
    expect(stops.map(({ dataset }) => dataset.cell)).toEqual(printed)
    expect(stops.map(({ tabIndex }) => tabIndex)).toEqual(printed.map(() => 0))
  })
})

describe('moving', () => {
  test.each([
    ['{ArrowRight}{ArrowDown}', 't3.broughtForward.business'],
    ['{Enter}{Enter}{Shift>}{Enter}{/Shift}', 't3.broughtForward.individual'],
    ['{End}', 't3.received.total'],
    ['{End}{Home}', 't3.received.individual'],
    ['{Control>}{End}{/Control}', 't3.carriedForward.total'],
    ['{Control>}{End}{Home}{/Control}', 't3.received.individual'],
    ['{ArrowUp}{ArrowLeft}', 't3.received.individual'],
    // What was typed is left behind by any of them.
    ['57{ArrowRight}', 't3.received.business'],
    ['57{Home}{End}', 't3.received.total'],
    ['57{ArrowLeft}', 't3.received.individual'],
    ['{F2}{Home}{ArrowDown}', 't3.broughtForward.individual'],
  ])('%s leads from the first figure to %s', async (keys, cell) => {
    const { user } = tableOnDesk('2021', 't3')
    await user.click(field('t3.received.individual'))
    await user.keyboard(keys)
    expect(focusedCell()).toBe(cell)
  })

  test('Tab passes all figures and leaves the table at its ends', async () => {
    const { user, table } = tableOnDesk('2021', 't4')
    const printed = table.grid.rows.flat().flatMap((cell) => (cell.kind === 'figure' ? [cell.cell] : []))
    for (const cell of printed) {
      await user.tab()
      expect(focusedCell()).toBe(cell)
    }
    await user.tab()
    expect(focusedCell()).toBeUndefined()
    await user.tab({ shift: true })
    await user.tab({ shift: true })
    expect(focusedCell()).toBe(printed.at(-2))
  })

  test('every figure that comes into focus is told, and a finding leads to its cell', () => {
    const { visited, goTo } = tableOnDesk('2021', 't4')
    goTo('t4.direct.pending')
    expect(focusedCell()).toBe('t4.direct.pending')
    expect(visited).toEqual(['t4.direct.pending'])
  })
})
