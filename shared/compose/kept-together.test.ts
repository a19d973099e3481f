import { expect, it } from 'vitest'
import type { DocumentTable } from './document'
import { isKeptTogether } from './kept-together'

function table(rows: number, text: string, id?: string): DocumentTable {
  const row = () => [{ role: 'text' as const, runs: [{ text }], colSpan: 1, rowSpan: 1 }]
  return {
    ...(id !== undefined && { id }),
    caption: '表格',
    widths: [1],
    headerRows: 0,
    rows: Array.from({ length: rows }, row),
  }
}

it.each([
  ['an official table, long as it is', table(30, '一'.repeat(100), 't3'), true],
  ['a short table', table(10, '民生保障'), true],
  ['a table of many rows', table(11, '民生保障'), false],
  ['a table of few rows and much text', table(2, '一'.repeat(300)), false],
])('%s is kept on one page: %#', (_what, shown, isKept) => {
  expect(isKeptTogether(shown)).toBe(isKept)
})
