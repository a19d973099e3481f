import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { deskWithReport } from '../desk/desk-world'
import { cellPlace } from '../desk/place'
import { setFigures } from '../desk/repair'
import { openWindow } from './open-window'

async function atWrongTotal() {
  const world = await deskWithReport()
  world.desk.edit({ kind: 'once', place: cellPlace('4', '') }, (draft) =>
    setFigures(draft, { 't4.review.upheld': 56, 't4.review.total': 65 }),
  )
  world.desk.goTo(cellPlace('4', 't4.review.total'))
  const user = await openWindow(world)
  return { world, user }
}

const dialog = () => screen.queryByRole('dialog', { name: '这一处的处理办法' })
const here = () => document.activeElement?.getAttribute('aria-label')

test('Alt+↓ opens the choices at the cell; Enter takes the first and the caret is in the cell again', async () => {
  const { world, user } = await atWrongTotal()
  expect(here()).toBe('表四·行政复议·总计')
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(dialog()).toBeTruthy()
  expect(document.activeElement?.textContent).toContain('改为 56')
  await user.keyboard('{Enter}')
  expect(world.draft().figures['t4.review.total']).toBe(56)
  expect(dialog()).toBeNull()
  expect(here()).toBe('表四·行政复议·总计')
  await user.keyboard('{Control>}z{/Control}')
  expect(world.draft().figures['t4.review.total']).toBe(65)
})

test('many possibilities fold, and each can be reached and taken by keyboard alone', async () => {
  const world = await deskWithReport()
  const leaves = Object.fromEntries(
    ['granted', 'partial', 'refused.1', 'refused.2', 'declined.1'].map((row) => [`t3.${row}.legal`, 5]),
  )
  world.desk.edit({ kind: 'once', place: cellPlace('3', '') }, (draft) =>
    setFigures(draft, { ...leaves, 't3.total.legal': 52 }),
  )
  world.desk.goTo(cellPlace('3', 't3.total.legal'))
  const user = await openWindow(world)
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(dialog()?.textContent).toContain('仅凭算术分不清')
  const shown = () =>
    [...(dialog()?.querySelectorAll('.finding-action') ?? [])].map((button) => button.textContent)
  const folded = shown().length
  while (!document.activeElement?.textContent?.startsWith('还有')) await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toMatch(/^还有 \d+ 种可能$/)
  await user.keyboard('{Enter}')
  expect(shown().length).toBeGreaterThan(folded)
  const before = world.draft().figures
  await user.keyboard('{ArrowUp}{Enter}')
  expect(world.draft().figures).not.toEqual(before)
  expect(dialog()).toBeNull()
  await user.keyboard('{Control>}z{/Control}')
  expect(world.draft().figures).toEqual(before)
})

test('arrows go through the choices, Escape leaves them', async () => {
  const { world, user } = await atWrongTotal()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  const first = here()
  await user.keyboard('{ArrowDown}')
  expect(here()).not.toBe(first)
  await user.keyboard('{ArrowUp}')
  expect(here()).toBe(first)
  await user.keyboard('{Escape}')
  expect(dialog()).toBeNull()
  expect(here()).toBe('表四·行政复议·总计')
  expect(world.draft().figures['t4.review.total']).toBe(65)
})

test('a finding can be kept from there, by keyboard alone', async () => {
  const { world, user } = await atWrongTotal()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  while (!here()?.startsWith('保留并说明')) await user.keyboard('{ArrowDown}')
  await user.keyboard('{Enter}以法院统计为准{Enter}')
  expect(world.draft().waivers).toEqual([
    expect.objectContaining({ reason: '以法院统计为准', finding: expect.stringContaining('T4-1@') }),
  ])
  expect(here()).toBe('表四·行政复议·总计')
})

test('where nothing is wrong there is nothing to choose', async () => {
  const { world, user } = await atWrongTotal()
  act(() => world.desk.goTo(cellPlace('4', 't4.direct.upheld')))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(dialog()).toBeNull()
})

test('为什么 tells the rule and what it follows from', async () => {
  const { user } = await atWrongTotal()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await user.click(screen.getAllByRole('button', { name: /^为什么/ })[0] as HTMLElement)
  expect(dialog()?.textContent).toContain('总计等于结果维持、结果纠正、其他结果、尚未审结之和。')
})
