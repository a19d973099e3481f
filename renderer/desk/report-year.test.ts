import { expect, test } from 'vitest'
import { proposeYear, reportYears } from './report-year'

test.each([
  ['in January last year is reported on', '2026-01-12', 2025],
  ['in September still last year', '2026-09-30', 2025],
  ['from October on this year is prepared', '2026-10-01', 2026],
])('%s', (_fact, today, year) => {
  expect(proposeYear(today)).toBe(year)
})

test('the years to choose from go from now back to the first format', () => {
  expect(reportYears('2022-03-01', 2021)).toEqual([2022, 2021, 2020, 2019])
})

test('the year of an opened draft is among them, wherever it lies', () => {
  expect(reportYears('2022-03-01', 2024)).toEqual([2024, 2023, 2022, 2021, 2020, 2019])
  expect(reportYears('2020-03-01', 2018)).toEqual([2020, 2019, 2018])
})
