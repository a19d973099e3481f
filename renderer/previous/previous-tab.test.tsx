import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { carryOver } from '../../shared/carry-over/carry-over'
import type { Draft } from '../../shared/draft/draft'
import { proseFromText } from '../../shared/prose/from-text'
import { ok } from '../../shared/result'
import { deskWithFile, deskWithReport, draftOf } from '../desk/desk-world'
import { openWindow } from '../shell/open-window'

const last: Draft = {
  ...draftOf(2020),
  publisher: { name: '甲机关', kind: 'department' },
  figures: {
    't3.carriedForward.legal': 4,
    't3.granted.legal': 20,
    't3.other.legal': 2,
    't2.normative.made': 8,
    't4.review.upheld': 0,
  },
  prose: { 1: proseFromText('（一）主动公开。2020年，我局公开12条。') },
}

async function windowOn(step: string) {
  const world = await deskWithFile(carryOver(last, { year: 2021 }))
  world.desk.goToStep(step)
  world.desk.showPanel('previous')
  const user = await openWindow(world)
  return { world, user, panel: within(screen.getByRole('tabpanel')) }
}

const cell = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const shown = () =>
  Object.fromEntries(
    [...screen.getByRole('tabpanel').querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]),
  )

test('last year’s figure stands beside the cell at the caret, with the change', async () => {
  const { user } = await windowOn('3')
  await user.click(cell('表三（一）予以公开·法律服务机构'))
  expect(shown()).toEqual({ '2020年度': '20', 本年: '未填' })
  await user.keyboard('25')
  expect(shown()).toEqual({ '2020年度': '20', 本年: '25', 增减: '+5（+25%）' })
})

test('across the change of format a cell names its counterpart, or says that there is none', async () => {
  const { user, panel } = await windowOn('3')
  await user.click(cell('表三（六）3.其他·法律服务机构'))
  expect(panel.getByText('2020年度报告的格式没有对应的一格。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /二、主动公开/ }))
  await user.click(cell('表二·行政规范性文件·本年制发件数'))
  expect(shown()).toMatchObject({ '2020年度': '8' })
  expect(screen.getByText(/2019年格式计新制作/)).toBeTruthy()
})

test('a carried figure says where it came from and is confirmed by a button or by Enter', async () => {
  const { world, user, panel } = await windowOn('3')
  await user.click(cell('表三·二、上年结转·法律服务机构'))
  expect(panel.getByText('这个数由2020年度报告的“表三·四、结转下年度·法律服务机构”带来。')).toBeTruthy()
  await user.click(panel.getByRole('button', { name: '确认' }))
  expect(world.draft().carried?.['t3.broughtForward.legal']?.confirmed).toBe(true)
  expect(panel.getByText('已经确认。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '撤销' }))
  await user.click(cell('表三·二、上年结转·法律服务机构'))
  await user.keyboard('{Enter}')
  expect(world.draft().carried?.['t3.broughtForward.legal']?.confirmed).toBe(true)
})

test('before the caret is in a field it lists what was carried, dropped and left out, with the reasons', async () => {
  const { panel } = await windowOn('basics')
  expect(panel.getByText('共带入 1 格，还有 1 格没有确认。')).toBeTruthy()
  expect(panel.getByRole('button', { name: '表三·二、上年结转·法律服务机构' })).toBeTruthy()
  expect(panel.getByText(/^表三（六）其他处理·法律服务机构：2/).textContent).toContain('不能确定分到哪一项')
})

test('last year’s text is offered above an empty chapter, and shown beside it', async () => {
  const { world, user, panel } = await windowOn('1')
  const offer = within(screen.getByRole('region', { name: '上年的文字' }))
  expect(panel.getByText('（一）主动公开。2020年，我局公开12条。')).toBeTruthy()
  await user.click(offer.getByRole('button', { name: '以上年文字为基础' }))
  expect(screen.queryByRole('region', { name: '上年的文字' })).toBeNull()
  expect(JSON.stringify(world.draft().prose['1'])).toContain('2021年，我局公开')
  expect(panel.getByText('还有 1 个上年的数字没有确认')).toBeTruthy()
  await user.click(panel.getByRole('button', { name: '确认 12条' }))
  expect(panel.queryByText(/没有确认/)).toBeNull()
})

test('a text that is left is offered no more, and can still be taken beside the form', async () => {
  const { user, panel } = await windowOn('1')
  await user.click(screen.getByRole('button', { name: '不用' }))
  expect(screen.queryByRole('region', { name: '上年的文字' })).toBeNull()
  expect(panel.getByRole('button', { name: '用上年文字' })).toBeTruthy()
})

test('现行有效 is reckoned on from last year’s and put in with one click', async () => {
  const before: Draft = { ...draftOf(2024), figures: { 't2.normative.inForce': 12 } }
  const world = await deskWithFile(carryOver(before, { year: 2025 }))
  world.desk.goToStep('2')
  world.desk.showPanel('previous')
  const user = await openWindow(world)
  await user.click(cell('表二·行政规范性文件·本年制发件数'))
  await user.keyboard('3{ArrowRight}2{ArrowRight}')
  expect(
    screen.getByText('按上年推算：上年现行有效件数 12，加本年制发件数 3，减本年废止件数 2，为 13。'),
  ).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '填入 13' }))
  expect(world.draft().figures['t2.normative.inForce']).toBe(13)
})

test('the office chooses from how many times on a change is worth a look', async () => {
  const { world, user } = await windowOn('basics')
  await user.selectOptions(screen.getByRole('combobox', { name: '与上年相差几倍以上时提示' }), '3')
  expect(world.draft().unusualRatio).toBe(3)
})

test('a report without last year’s beside it can be given one', async () => {
  const world = await deskWithReport(2021)
  world.desk.showPanel('previous')
  world.answer('earlier:choose', () => ok({ name: '2020.nianbao', hash: 'a'.repeat(64), draft: last }))
  const user = await openWindow(world)
  await user.click(screen.getByRole('button', { name: '选择上年草稿' }))
  expect(world.draft().previous?.year).toBe(2020)
  expect(screen.getByText('共带入 1 格，还有 1 格没有确认。')).toBeTruthy()
})

test('up to five earlier reports stand beside this one, chosen file by file, and each can be taken away', async () => {
  const { world, user, panel } = await windowOn('basics')
  for (const year of [2019, 2018]) {
    world.answer('earlier:choose', () =>
      ok({ name: `${year}.nianbao`, hash: 'a'.repeat(64), draft: { ...last, year } }),
    )
    await user.click(panel.getByRole('button', { name: '添加往年草稿' }))
  }
  const years = () => world.draft().previous?.earlier?.map(({ year }) => year)
  expect(years()).toEqual([2019, 2018])
  expect(panel.getByText('2019年度（2019.nianbao）')).toBeTruthy()
  await user.click(panel.getByRole('button', { name: '移除2019年度' }))
  expect(years()).toEqual([2018])
  await user.click(screen.getByRole('button', { name: '撤销' }))
  expect(years()).toEqual([2019, 2018])
})

test.each([
  ['a later year', { year: 2021 }, /不是往年的/],
  ['another scope', { year: 2019, scope: 'aggregate' as const }, /口径和这份年报不同/],
])('a file of %s is refused with the reason, and nothing changes', async (_, change, words) => {
  const { world, user, panel } = await windowOn('basics')
  const before = world.draft()
  world.answer('earlier:choose', () =>
    ok({ name: 'x.nianbao', hash: 'a'.repeat(64), draft: { ...last, ...change } }),
  )
  await user.click(panel.getByRole('button', { name: '添加往年草稿' }))
  expect(await screen.findByText(words)).toBeTruthy()
  expect(world.draft()).toBe(before)
})

test('another organ’s file is taken, and that is said', async () => {
  const { world, user, panel } = await windowOn('basics')
  const other: Draft = { ...last, year: 2019, publisher: { name: '乙机关', kind: 'department' } }
  world.answer('earlier:choose', () => ok({ name: 'x.nianbao', hash: 'a'.repeat(64), draft: other }))
  await user.click(panel.getByRole('button', { name: '添加往年草稿' }))
  expect(await screen.findByText('“x.nianbao”的编制机关是“乙机关”。')).toBeTruthy()
  expect(world.draft().previous?.earlier?.[0]?.year).toBe(2019)
})
