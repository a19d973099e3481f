import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { carryOver } from '../../shared/carry-over/carry-over'
import type { Draft } from '../../shared/draft/draft'
import { proseFromText } from '../../shared/prose/from-text'
import { ok } from '../../shared/result'
import { deskWithFile, draftOf } from '../desk/desk-world'
import { openWindow } from '../shell/open-window'

const last: Draft = {
  ...draftOf(2024),
  publisher: { name: '甲机关', kind: 'department' },
  figures: { 't3.granted.legal': 20, 't3.partial.legal': 3, 't2.normative.inForce': 12 },
  prose: {
    1: proseFromText(
      '全年主动公开政府信息1152条，受理申请12件。\n组织业务培训2期，参加人员80人次，考核全部合格。',
    ),
    5: proseFromText('公开不够及时。'),
  },
}

async function comparison(change: Partial<Draft> = {}) {
  const next = carryOver(last, { year: 2025 })
  const figures = {
    ...next.figures,
    't3.granted.legal': 25,
    't3.partial.legal': 3,
    't2.normative.inForce': 12,
  }
  const prose = {
    1: proseFromText(
      '全年主动公开政府信息1320条，受理申请12件。\n组织业务培训2期，参加人员80人次，考核全部合格。',
    ),
    5: proseFromText('公开不够及时。'),
  }
  const world = await deskWithFile({ ...next, figures, prose, ...change })
  world.desk.goToStep('review')
  const user = await openWindow(world)
  await user.click(screen.getByRole('button', { name: '两年对照' }))
  await screen.findByRole('heading', { level: 1, name: '与2024年度报告对照' })
  return { world, user }
}

const rows = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent))

test('the figures that changed stand with last year’s, the difference and the rate, and lead to their cells', async () => {
  const { user } = await comparison()
  expect(rows('变动的数字')).toEqual([
    ['表三（一）予以公开·法律服务机构', '20', '25', '+5', '+25%'],
    ['表三（一）予以公开·总计', '20', '25', '+5', '+25%'],
    ['表三（七）总计·法律服务机构', '23', '28', '+5', '+21.7%'],
    ['表三（七）总计·总计', '23', '28', '+5', '+21.7%'],
  ])
  await user.click(screen.getByRole('button', { name: '表三（一）予以公开·法律服务机构' }))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('表三（一）予以公开·法律服务机构')
})

test('of each chapter it says how much of the text is last year’s', async () => {
  await comparison()
  const words = rows('各章概况').map((cells) => cells.join(' '))
  expect(words[0]).toBe('一、总体情况 100% —')
  expect(words[2]).toMatch(/^三、.* — 4 格$/)
})

test('a changed number is struck out and written anew, paragraphs that stayed are folded away', async () => {
  await comparison()
  const chapter = within(screen.getByRole('region', { name: '一、总体情况' }))
  expect(chapter.getByText('1152').tagName).toBe('DEL')
  expect(chapter.getByText('1320').tagName).toBe('INS')
  expect(chapter.getByText('1 段与上年相同').tagName).toBe('SUMMARY')
  expect(within(screen.getByRole('region', { name: /^五、/ })).getByText('与上年相同。')).toBeTruthy()
})

test('both Word files are made by main, named after the report', async () => {
  const { world, user } = await comparison()
  world.answer('comparison:export', ({ suggestedName }) =>
    ok([{ handle: 'e1', format: 'docx', name: `${suggestedName}.docx` }]),
  )
  await user.click(screen.getByRole('button', { name: '修订对照（Word）' }))
  expect(screen.getByText('修订对照（甲机关2025年政府信息公开工作年度报告）.docx')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '变动数字一览表（Word）' }))
  expect(world.askedFor('comparison:export').map(({ what }) => what)).toEqual(['tracked', 'figures'])
})

test('Escape and the button lead back to where the clerk was', async () => {
  const { user } = await comparison()
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: '两年对照' }))
  await user.click(await screen.findByRole('button', { name: '返回年报' }))
  expect(screen.getByRole('heading', { level: 1, name: '校核' })).toBeTruthy()
})
