import { expect, test } from 'vitest'
import { newDraft } from '../draft/new-draft'
import { proposeFormat } from '../format/formats'
import type { DoubtfulFigure, ImportedReport } from './import-report'
import { type Decision, doubtfulPlaces, droppedFigures, settledDraft } from './settle-report'

const format = proposeFormat(2024)
const [first, second, total] = ['t3.granted.individual', 't3.granted.business', 't3.granted.total']

const doubtful = (address: string, text: string, offered?: number): DoubtfulFigure => ({
  address,
  name: address,
  text,
  reason: '可能错了列',
  isEntered: true,
  ...(offered !== undefined && { offered }),
})

/** One part is certain, the other doubtful, and the certain total is the sum of both. */
function report(...figures: DoubtfulFigure[]): ImportedReport {
  const draft = newDraft({ format, year: 2024, scope: 'organ' })
  return {
    draft: { ...draft, figures: { [first]: 5, [second]: 7 } },
    taken: [first, total],
    values: { [first]: 5, [total]: 12 },
    doubtful: figures,
    missing: [],
    blank: [],
    notes: [],
  }
}

test.each<[string, Record<string, Decision>, Record<string, number>]>([
  ['no word of the clerk leaves it blank, and the certain total as it was', {}, { [first]: 5, [total]: 12 }],
  ['left blank by her word', { [second]: { kind: 'blank' } }, { [first]: 5, [total]: 12 }],
  [
    'taken: the total follows from its parts and is not stored',
    { [second]: { kind: 'taken', index: 0 } },
    { [first]: 5, [second]: 7 },
  ],
  [
    'typed otherwise: the certain total stands, and disagrees',
    { [second]: { kind: 'typed', entry: 8 } },
    { [first]: 5, [second]: 8, [total]: 12 },
  ],
])('%s', (_what, decisions, figures) => {
  expect(settledDraft(report(doubtful(second, '7', 7)), format, decisions).figures).toEqual(figures)
})

test('a place found twice is one place with two findings, and only the chosen one is entered', () => {
  const twice = report(doubtful(second, '7', 7), doubtful(second, '9', 9))
  expect(doubtfulPlaces(twice, format).map(({ found }) => found.length)).toEqual([2])
  const settled = settledDraft(twice, format, { [second]: { kind: 'taken', index: 1 } })
  expect(settled.figures[second]).toBe(9)
})

test('text no cell accepts cannot be taken', () => {
  const settled = settledDraft(report(doubtful(second, '约7')), format, {
    [second]: { kind: 'taken', index: 0 },
  })
  expect(Object.hasOwn(settled.figures, second)).toBe(false)
})

test('a figure the format has no place for is told, never entered', () => {
  const foreign = report(doubtful('t2.services.items', '3', 3))
  expect(doubtfulPlaces(foreign, format)).toEqual([])
  expect(droppedFigures(foreign, format)).toHaveLength(1)
  expect(settledDraft(foreign, format, { 't2.services.items': { kind: 'taken', index: 0 } }).figures).toEqual(
    {
      [first]: 5,
      [total]: 12,
    },
  )
})
