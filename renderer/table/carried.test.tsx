import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { computeFigures } from '../../shared/draft/figures'
import { proposeFormat } from '../../shared/format/formats'
import { FigureTable } from './figure-table'
import { field } from './table-on-desk'

const format = proposeFormat(2025)
const [, table] = format.tables
const figures = { 't3.broughtForward.legal': 4, 't3.received.legal': 5 }

function drawn(onConfirm: (cell: string) => void) {
  if (!table) throw new Error('The format has no table 3.')
  Element.prototype.scrollIntoView = () => {}
  render(
    <FigureTable
      table={table}
      format={format}
      figures={figures}
      values={computeFigures(format, figures)}
      findings={[]}
      numbers={new Map()}
      onEdit={() => {}}
      onFocusCell={() => {}}
      carried={new Map([['t3.broughtForward.legal', '取自2024年度报告，还没有确认']])}
      onConfirm={onConfirm}
    />,
  )
}

test('a carried figure is marked, and a screen reader hears where it came from', () => {
  drawn(() => {})
  const input = field('t3.broughtForward.legal')
  expect(input.closest('td')?.className).toContain('figure-carried')
  const note = document.getElementById(input.getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toBe('取自2024年度报告，还没有确认')
  expect(field('t3.received.legal').closest('td')?.className).not.toContain('figure-carried')
})

test('Enter confirms it and goes on; on any other figure it only goes on', () => {
  const confirm = vi.fn()
  drawn(confirm)
  field('t3.received.legal').focus()
  fireEvent.keyDown(field('t3.received.legal'), { key: 'Enter' })
  expect(confirm).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(field('t3.broughtForward.legal'))
  fireEvent.keyDown(field('t3.broughtForward.legal'), { key: 'ArrowDown' })
  expect(confirm).not.toHaveBeenCalled()
  field('t3.broughtForward.legal').focus()
  fireEvent.keyDown(field('t3.broughtForward.legal'), { key: 'Enter' })
  expect(confirm).toHaveBeenCalledWith('t3.broughtForward.legal')
  expect(screen.getAllByRole('textbox')).toContain(document.activeElement)
})
