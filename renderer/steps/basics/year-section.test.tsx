import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type DeskWorld, deskWithReport } from '../../desk/desk-world'
import { cellPlace } from '../../desk/place'
import { setFigures } from '../../desk/repair'
import { openWindow } from '../../shell/open-window'

const year = () => screen.getByRole('combobox', { name: '报告年度' })
const format = () => screen.getByRole<HTMLSelectElement>('combobox', { name: '报告格式' })

function fill({ desk }: DeskWorld): void {
  desk.edit({ kind: 'once', place: cellPlace('2', 't2.regulations.issued') }, (draft) =>
    setFigures(draft, { 't2.regulations.issued': 7, 't4.review.upheld': 1 }),
  )
}

test('the year proposes the format', async () => {
  const world = await deskWithReport()
  const user = await openWindow(world)
  await user.selectOptions(year(), '2020')
  expect(format().value).toBe('2019')
  await user.selectOptions(year(), '2021')
  expect(format().value).toBe('2021')
})

test('one undo takes back year and format together', async () => {
  const world = await deskWithReport()
  const user = await openWindow(world)
  await user.selectOptions(year(), '2020')
  await user.keyboard('{Control>}z{/Control}')
  expect(world.draft()).toMatchObject({ year: 2025, format: '2021' })
})

test('with figures that would have no place, the year changes and the format waits for a word', async () => {
  const world = await deskWithReport()
  fill(world)
  const user = await openWindow(world)
  await user.selectOptions(year(), '2020')
  expect(world.draft()).toMatchObject({ year: 2020, format: '2021' })
  expect(screen.getByText(/^表二·规章·本年制发件数：/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /不留这些数$/ }))
  expect(world.draft()).toMatchObject({ format: '2019', figures: { 't4.review.upheld': 1 } })
  await user.keyboard('{Control>}z{/Control}')
  expect(world.draft().figures).toEqual({ 't2.regulations.issued': 7, 't4.review.upheld': 1 })
})

test('another format can be chosen, and chosen off again', async () => {
  const world = await deskWithReport()
  fill(world)
  const user = await openWindow(world)
  await user.selectOptions(format(), '2019')
  expect(world.draft().format).toBe('2021')
  await user.click(screen.getByRole('button', { name: '不改' }))
  expect(screen.queryByText('表二·规章·本年制发件数')).toBeNull()
  expect(world.draft().format).toBe('2021')
})
