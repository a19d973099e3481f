import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { cellText, descriptionOf, field, focusedCell, litCells, tableOnDesk } from './table-on-desk'

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
