import { expect, test } from 'vitest'
import { carriedFigures } from '../../shared/carry-over/carried-figures'
import { carryOver } from '../../shared/carry-over/carry-over'
import type { Draft } from '../../shared/draft/draft'
import { proseFromText } from '../../shared/prose/from-text'
import { slotText } from '../../shared/prose/plain-text'
import { ok } from '../../shared/result'
import { carriedMarks } from '../previous/carried-marks'
import { findingsOf, printedOf } from './derived'
import { put } from './desk-acts'
import { deskWithFile, deskWithReport, deskWorld, draftOf } from './desk-world'

const hash = 'a'.repeat(64)
const last: Draft = {
  ...draftOf(2024),
  publisher: { name: '甲机关', kind: 'department', phone: '0469-4285001' },
  figures: { 't3.carriedForward.legal': 4 },
  prose: { 1: proseFromText('2024年，我局公开12条。') },
}
const chosen = (draft: Draft) => () => ok({ name: '2024.nianbao', hash, draft })

async function deskFromLast() {
  const world = deskWorld()
  world.answer('earlier:choose', chosen(last))
  await world.desk.begin({ kind: 'fromLast' })
  return world
}

test('a report is begun from last year’s, unsaved, with what was carried beside it', async () => {
  const { desk, draft } = await deskFromLast()
  expect(draft()).toMatchObject({
    year: 2025,
    publisher: { name: '甲机关', phone: '0469-4285001' },
    figures: { 't3.broughtForward.legal': 4 },
    previous: { year: 2024, source: { name: '2024.nianbao', hash } },
  })
  expect(desk.store.getState().session).toMatchObject({ panel: 'previous', file: null, saved: null })
  expect(carriedMarks(draft()).get('t3.broughtForward.legal')).toBe(
    '取自2024年度报告表三·四、结转下年度·法律服务机构，还没有确认',
  )
})

test('a dialog that is closed begins nothing', async () => {
  const world = deskWorld()
  world.answer('earlier:choose', () => null)
  await world.desk.begin({ kind: 'fromLast' })
  expect(world.desk.store.getState().draft).toBeNull()
})

test('a carried figure is marked until it is confirmed or changed, and undo marks it again', async () => {
  const world = await deskFromLast()
  const marked = () => [...carriedMarks(world.draft()).keys()]
  expect(marked()).toEqual(['t3.broughtForward.legal'])
  world.desk.confirmCells('3', ['t3.broughtForward.legal'])
  expect(marked()).toEqual([])
  world.desk.undo()
  expect(marked()).toEqual(['t3.broughtForward.legal'])
  put(world, { 't3.broughtForward.legal': 5 })
  expect(marked()).toEqual([])
})

test('last year’s text is taken once, and never over a text the clerk wrote', async () => {
  const world = await deskFromLast()
  const text = () => slotText(printedOf(world.draft()).prose['1'] ?? [], 'dot')
  world.desk.takeLastText('1', '1', 'basis')
  expect(text()).toBe('2025年，我局公开12条。')
  world.desk.takeLastText('1', '1', 'taken')
  expect(text()).toBe('2025年，我局公开12条。')
  expect(world.draft().proseChoices).toEqual({ 1: 'basis' })
  world.desk.undo()
  expect(world.draft().prose).toEqual({})
  expect(world.draft().proseChoices).toBeUndefined()
})

test('figures that came with the text are confirmed one by one or together', async () => {
  const world = await deskFromLast()
  const open = () =>
    carriedFigures(printedOf(world.draft()).prose['1'] ?? [], 'dot').map(({ quote }) => quote)
  world.desk.takeLastText('1', '1', 'taken')
  expect(open()).toEqual(['12条'])
  world.desk.confirmText('1', '1', 0)
  expect(open()).toEqual([])
})

test('last year’s report may come beside one that was begun without it: blanks are filled, nothing else', async () => {
  const world = await deskWithReport(2025)
  put(world, { 't3.broughtForward.legal': 9 })
  world.answer(
    'earlier:choose',
    chosen({ ...last, figures: { ...last.figures, 't3.carriedForward.business': 2 } }),
  )
  await world.desk.lookBack()
  expect(world.draft().figures).toEqual({ 't3.broughtForward.legal': 9, 't3.broughtForward.business': 2 })
  world.desk.undo()
  expect(world.draft().previous).toBeUndefined()
  world.answer('earlier:choose', chosen(draftOf(2025)))
  await world.desk.lookBack()
  expect(world.desk.store.getState().session.message).toEqual({
    kind: 'notEarlier',
    name: '2024.nianbao',
    year: 2025,
  })
})

test('a report whose earlier file was changed since says so as soon as main has looked', async () => {
  const draft = carryOver(last, { year: 2025, source: { name: '2024.nianbao', hash } })
  const changed = { ...last, figures: { 't3.carriedForward.legal': 6 } }
  const world = deskWorld()
  world.answer('draft:open', () => ok({ file: { handle: 'h1', name: '2025.nianbao' }, draft }))
  world.answer('earlier:find', () => [{ name: '2024.nianbao', draft: changed }])
  await world.desk.begin({ kind: 'open' })
  await Promise.resolve()
  expect(world.askedFor('earlier:find')).toEqual([{ handle: 'h1' }])
  const messages = findingsOf(world.draft()).flatMap(({ rule, message }) => (rule === 'X-1' ? [message] : []))
  expect(messages).toEqual([
    expect.stringMatching(/“2024\.nianbao”的“四、结转下年度”为 6。上年文件后来改过：.*时算得 4，现在是 6。/),
  ])
})

test('nothing is asked of a report that has no earlier file', async () => {
  const world = await deskWithFile()
  expect(world.askedFor('earlier:find')).toEqual([])
})
