import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { cellText, copied, field, selectedCells, tableOnDesk } from './table-on-desk'

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
