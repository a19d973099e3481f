import { fireEvent, screen, within } from '@testing-library/react'
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

describe('writing', () => {
  test('totals follow every key', async () => {
    const { user } = tableOnDesk('2021', 't4')
    await user.click(field('t4.review.upheld'))
    await user.keyboard('1')
    expect(field('t4.review.total').value).toBe('1')
    await user.keyboard('2{ArrowRight}3')
    expect(field('t4.review.total').value).toBe('15')
  })

  test('typing replaces, F2 goes on', async () => {
    const { user, figures } = tableOnDesk('2021', 't4', { 't4.review.upheld': 12, 't4.review.other': 12 })
    await user.click(field('t4.review.upheld'))
    await user.keyboard('5{Enter}')
    await user.click(field('t4.review.other'))
    await user.keyboard('{F2}5{Enter}')
    expect(figures()).toEqual({ 't4.review.upheld': 5, 't4.review.other': 125 })
  })

  test.each([
    ['１２', '12', 12],
    ['1,234件', '1234', 1234],
    ['-', '', undefined],
  ])('%s becomes %s when it is finished', async (text, shown, entry) => {
    const { user, figures } = tableOnDesk('2021', 't4')
    await user.click(field('t4.review.upheld'))
    await user.keyboard(`${text}{Enter}`)
    expect(field('t4.review.upheld').value).toBe(shown)
    expect(figures()['t4.review.upheld']).toBe(entry)
  })

  test('a text no cell accepts turns red only when it is left, stays, and says why', async () => {
    const { user, figures } = tableOnDesk('2021', 't4')
    await user.click(field('t4.review.upheld'))
    await user.keyboard('12a')
    expect(field('t4.review.upheld').getAttribute('aria-invalid')).toBeNull()
    expect(figures()).toEqual({ 't4.review.upheld': 12 })
    await user.keyboard('{ArrowRight}')
    expect(field('t4.review.upheld').value).toBe('12a')
    expect(field('t4.review.upheld').getAttribute('aria-invalid')).toBe('true')
    expect(figures()).toEqual({ 't4.review.upheld': '12a' })
    expect(screen.getByRole('status').textContent).toBe('表四·行政复议·结果维持：“12a”没有认出：要填数字')
  })

  test('the reason stays at the place, also for who comes back', async () => {
    const { user } = tableOnDesk('2021', 't4', { 't4.review.upheld': '六十' })
    await user.click(field('t4.review.upheld'))
    expect(descriptionOf('t4.review.upheld')).toBe('“六十”没有认出：要用阿拉伯数字')
    await user.keyboard('60')
    expect(field('t4.review.upheld').getAttribute('aria-invalid')).toBeNull()
  })

  test('Escape brings back what was there before the first key', async () => {
    const { user, figures } = tableOnDesk('2021', 't4', { 't4.review.upheld': 12 })
    await user.click(field('t4.review.upheld'))
    await user.keyboard('99{Escape}')
    expect(figures()).toEqual({ 't4.review.upheld': 12 })
    expect(field('t4.review.upheld').value).toBe('12')
    await user.keyboard('7{Enter}')
    expect(figures()).toEqual({ 't4.review.upheld': 7 })
  })

  test('Delete clears; a computed total cannot be cleared', async () => {
    const { user, figures, edits } = tableOnDesk('2021', 't4', { 't4.review.upheld': 12 })
    await user.click(field('t4.review.total'))
    await user.keyboard('{Delete}')
    expect(edits).toEqual([])
    await user.click(field('t4.review.upheld'))
    await user.keyboard('{Delete}')
    expect(figures()).toEqual({})
    expect(edits).toEqual([{ what: 'clear', cells: ['t4.review.upheld'] }])
  })

  test('looking into a computed total does not enter it', async () => {
    const { user, edits } = tableOnDesk('2021', 't4', { 't4.review.upheld': 12 })
    await user.click(field('t4.review.total'))
    await user.keyboard('{F2}{Enter}')
    expect(edits).toEqual([])
  })

  test('undo while writing shows what the draft holds', async () => {
    const { user, replace } = tableOnDesk('2021', 't4')
    await user.click(field('t4.review.upheld'))
    await user.keyboard('12')
    replace({})
    expect(field('t4.review.upheld').value).toBe('')
  })

  test('a shortcut finds also what is only half written', async () => {
    const { user, figures } = tableOnDesk('2021', 't4')
    await user.click(field('t4.review.upheld'))
    await user.keyboard('a{Control>}s{/Control}')
    expect(figures()).toEqual({ 't4.review.upheld': 'a' })
  })

  test('an input method is left alone until it has finished', () => {
    const { figures } = tableOnDesk('2021', 't4')
    const input = field('t4.review.upheld')
    input.focus()
    fireEvent.compositionStart(input)
    fireEvent.input(input, { target: { value: '1' }, isComposing: true })
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    expect([focusedCell(), figures()]).toEqual(['t4.review.upheld', {}])
    fireEvent.input(input, { target: { value: '１２' }, isComposing: true })
    fireEvent.compositionEnd(input)
    expect([input.value, figures()]).toEqual(['１２', { 't4.review.upheld': 12 }])
  })

  test('a text longer than any figure is not taken, and that is said', async () => {
    const { user, figures } = tableOnDesk('2021', 't4', { 't4.review.upheld': 12 })
    await user.click(field('t4.review.upheld'))
    fireEvent.input(field('t4.review.upheld'), { target: { value: '9'.repeat(400) } })
    expect(figures()).toEqual({ 't4.review.upheld': 12 })
    expect(field('t4.review.upheld').value).toBe('12')
    expect(descriptionOf('t4.review.upheld')).toBe('内容超过 200 字，没有放入；原来的内容没有改动')
    await user.keyboard('3')
    expect(field('t4.review.upheld').getAttribute('aria-invalid')).toBeNull()
  })
})

describe('a total that disagrees', () => {
  test('is kept, shown beside what was expected, and clears when a part is put right', async () => {
    const { user, figures } = tableOnDesk('2021', 't4', { 't4.review.upheld': 56 })
    await user.click(field('t4.review.total'))
    await user.keyboard('65{ArrowLeft}{ArrowLeft}{ArrowLeft}')
    expect(figures()['t4.review.total']).toBe(65)
    expect(cellText('t4.review.total')).toContain('≠ 56')
    expect(field('t4.review.total').getAttribute('aria-invalid')).toBe('true')
    await user.click(field('t4.review.pending'))
    await user.keyboard('9')
    expect(cellText('t4.review.total')).not.toContain('≠')
    expect(field('t4.review.total').getAttribute('aria-invalid')).toBeNull()
  })

  test('its parts light up while one of them is in focus', async () => {
    const { user } = tableOnDesk('2021', 't4', { 't4.review.upheld': 56, 't4.review.total': 65 })
    expect(litCells()).toEqual([])
    await user.click(field('t4.review.other'))
    expect(litCells().toSorted()).toEqual(
      ['corrected', 'other', 'pending', 'total', 'upheld'].map((column) => `t4.review.${column}`),
    )
    await user.click(field('t4.direct.other'))
    expect(litCells()).toEqual([])
  })
})

describe('ranges', () => {
  test('Shift and arrows select; the range is copied as text and as a table', async () => {
    const { user } = tableOnDesk('2021', 't3', { 't3.granted.individual': 3, 't3.partial.business': 4 })
    await user.click(field('t3.granted.individual'))
    await user.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}')
    expect(selectedCells()).toEqual([
      't3.granted.individual',
      't3.granted.business',
      't3.partial.individual',
      't3.partial.business',
    ])
    expect(copied(field('t3.granted.individual'))).toEqual({
      'text/plain': '3\t\r\n\t4',
      'text/html': '<table><tr><td>3</td><td></td></tr><tr><td></td><td>4</td></tr></table>',
    })
  })

  test('the mouse draws one, Delete clears it in one go', async () => {
    const { user, edits } = tableOnDesk('2021', 't4', { 't4.review.upheld': 1, 't4.review.other': 2 })
    await user.pointer([
      { keys: '[MouseLeft>]', target: field('t4.review.upheld') },
      { target: field('t4.review.total') },
      { keys: '[/MouseLeft]' },
    ])
    expect(selectedCells()).toHaveLength(5)
    await user.keyboard('{Delete}')
    expect(edits).toEqual([{ what: 'clear', cells: ['t4.review.upheld', 't4.review.other'] }])
  })

  test('Ctrl+D fills the first row down', async () => {
    const { user, figures } = tableOnDesk('2021', 't3', { 't3.refused.1.legal': 0 })
    await user.click(field('t3.refused.1.legal'))
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}')
    expect(figures()).toEqual({ 't3.refused.1.legal': 0, 't3.refused.2.legal': 0, 't3.refused.3.legal': 0 })
  })
})

describe('pasting', () => {
  test('a block of a spreadsheet goes in as one edit, each text as what it became', async () => {
    const { user, figures, edits } = tableOnDesk('2021', 't3')
    await user.click(field('t3.granted.individual'))
    await user.paste('1,234\t５\t—\r\n"六\n十"\t-3\t7 件\r\n')
    expect(figures()).toEqual({
      't3.granted.individual': 1234,
      't3.granted.business': 5,
      't3.partial.individual': '六 十',
      't3.partial.business': '-3',
      't3.partial.research': 7,
    })
    expect(edits.map(({ what, cells }) => [what, cells.length])).toEqual([['paste', 6]])
    expect(field('t3.granted.individual').value).toBe('1234')
    expect(screen.getByRole('status').textContent).toBe('已粘贴 6 格，其中 2 格没有认出')
  })

  test('a pasted total is kept as it was pasted', async () => {
    const { user, figures } = tableOnDesk('2021', 't4')
    await user.click(field('t4.review.upheld'))
    await user.paste('10\t0\t0\t0\t12')
    expect(figures()['t4.review.total']).toBe(12)
    expect(cellText('t4.review.total')).toContain('≠ 10')
  })

  test('one text over a range goes into all of it', async () => {
    const { user, figures } = tableOnDesk('2021', 't4')
    await user.click(field('t4.review.upheld'))
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}')
    await user.paste('0')
    expect(figures()).toEqual({
      't4.review.upheld': 0,
      't4.review.corrected': 0,
      't4.review.other': 0,
      't4.review.pending': 0,
    })
  })

  test.each([
    [
      'more than the table holds',
      '1\t2\r\n3\t4',
      '已粘贴 1 格，超出表格的内容没有粘贴',
      { 't4.afterReview.total': 1 },
    ],
    ['a number of 400 digits', '9'.repeat(400), '已粘贴 0 格，1 格内容超过 200 字，没有放入', {}],
    [
      'an emoji and half of one',
      '😀\ud83d',
      '已粘贴 1 格，其中 1 格没有认出',
      { 't4.afterReview.total': '😀\ufffd' },
    ],
    ['nothing', '', '没有可以粘贴的文字', {}],
    [
      '5 MB',
      '7\t8\n'.repeat(1_250_000),
      '已粘贴 1 格，超出表格的内容没有粘贴',
      { 't4.afterReview.total': 7 },
    ],
  ])('%s', async (_, text, summary, entries) => {
    const { user, figures } = tableOnDesk('2021', 't4')
    await user.click(field('t4.afterReview.total'))
    await user.paste(text)
    expect(screen.getByRole('status').textContent).toBe(summary)
    expect(figures()).toEqual(entries)
  })

  test('while a figure is being written, a short text goes in at the caret', async () => {
    const { user, figures } = tableOnDesk('2021', 't4')
    await user.click(field('t4.review.upheld'))
    await user.keyboard('1')
    await user.paste('23')
    expect(figures()).toEqual({ 't4.review.upheld': 123 })
  })

  test('a web page tells its merged cells', () => {
    const { figures } = tableOnDesk('2021', 't2')
    const input = field('t2.normative.issued')
    input.focus()
    const html =
      '<table><tr><td>2</td><td>1</td><td>9</td></tr><tr><td colspan=3>18</td></tr><tr><td colspan=3>102</td></tr></table>'
    fireEvent.paste(input, {
      clipboardData: { getData: (type: string) => (type === 'text/html' ? html : '') },
    })
    expect(figures()).toEqual({
      't2.normative.issued': 2,
      't2.normative.repealed': 1,
      't2.normative.inForce': 9,
      't2.licensing.decisions': 18,
      't2.penalties.decisions': 102,
    })
  })
})

function descriptionOf(cell: string): string | null | undefined {
  return document.getElementById(field(cell).getAttribute('aria-describedby') ?? '')?.textContent
}

function cellText(cell: string): string | null | undefined {
  return field(cell).closest('td')?.textContent
}

function litCells(): (string | undefined)[] {
  return cellsWithClass('figure-related')
}

function selectedCells(): (string | undefined)[] {
  return cellsWithClass('figure-selected')
}

function cellsWithClass(name: string): (string | undefined)[] {
  return [...document.getElementsByClassName(name)].map((cell) => cell.querySelector('input')?.dataset.cell)
}

/** What Ctrl+C leaves on the clipboard. */
function copied(input: HTMLInputElement): Record<string, string> {
  const contents: Record<string, string> = {}
  const setData = (type: string, text: string) => {
    contents[type] = text
  }
  fireEvent.copy(input, { clipboardData: { setData } })
  return contents
}
