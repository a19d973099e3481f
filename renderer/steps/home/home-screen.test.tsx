import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RecentFile } from '../../../shared/ipc'
import { deskWorld, draftOf } from '../../desk/desk-world'
import { openWindow } from '../../shell/open-window'

const recent: RecentFile[] = [
  {
    handle: 'r1',
    name: '甲.nianbao',
    folder: '资料',
    publisher: '甲机关',
    year: 2024,
    usedAt: '2025-01-20T04:00:00Z',
  },
  {
    handle: 'r2',
    name: '乙.nianbao',
    folder: '旧盘',
    publisher: '',
    year: 2023,
    usedAt: '2024-01-20T04:00:00Z',
    missing: true,
  },
]

function worldWithRecent() {
  const world = deskWorld()
  world.answer('app:start', () => ({
    today: '2026-01-12',
    recent,
    samples: [{ id: 's', title: '某某区示例' }],
    opened: null,
    resumed: false,
    recovered: [],
  }))
  world.answer('recent:list', () => recent)
  return world
}

test('the first way to start has the caret', async () => {
  const user = await openWindow(worldWithRecent())
  expect(document.activeElement?.textContent).toMatch(/^新建年报/)
  await user.keyboard('{Enter}')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('基本信息')
})

test('recent reports show organ, year and date, and which file is gone', async () => {
  await openWindow(worldWithRecent())
  const [first, second] = screen
    .getAllByRole('listitem')
    .filter((item) => item.textContent?.includes('nianbao'))
  expect(first?.textContent).toContain('甲机关　2024年度')
  expect(first?.textContent).toContain('2025年1月20日')
  expect(second?.textContent).toContain('未填编制机关　2023年度')
  expect(second?.textContent).toContain('文件不在原来的位置')
})

test('a recent report is opened, or taken off the list', async () => {
  const world = worldWithRecent()
  world.answer('recent:forget', ({ handle }) => recent.filter((file) => file.handle !== handle))
  world.answer('draft:openRecent', ({ handle }) => ({
    ok: true,
    value: { file: { handle, name: '甲.nianbao' }, draft: draftOf(2024) },
  }))
  const user = await openWindow(world)
  await user.click(screen.getByRole('button', { name: '移出列表：乙.nianbao' }))
  expect(screen.queryByText(/旧盘/)).toBeNull()
  await user.click(screen.getByRole('button', { name: /^甲机关/ }))
  expect(screen.getByText('2024年度报告')).toBeTruthy()
})

test('a file that cannot be opened is explained in the page', async () => {
  const world = worldWithRecent()
  world.answer('draft:open', () => ({ ok: false, error: { kind: 'newer', name: '新.nianbao', version: 3 } }))
  const user = await openWindow(world)
  await user.click(screen.getByRole('button', { name: /^打开草稿/ }))
  expect(screen.getByText(/更新版本/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '知道了' }))
  expect(screen.queryByText(/更新版本/)).toBeNull()
})

test('an unsaved report is offered for saving before another one is opened', async () => {
  const world = worldWithRecent()
  world.answer('draft:openSample', () => ({ ok: true, value: { file: null, draft: draftOf(2024) } }))
  const user = await openWindow(world)
  await user.click(screen.getByRole('button', { name: /^新建年报/ }))
  await user.type(screen.getByRole('textbox', { name: '编制机关名称' }), '甲机关')
  await user.click(screen.getByRole('button', { name: '首页' }))
  await user.click(screen.getByRole('button', { name: '某某区示例' }))
  expect(screen.getByText('当前年报有没保存的内容。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '先保存' }))
  expect(world.askedFor('draft:saveAs')[0]?.draft.publisher.name).toBe('甲机关')
  expect(screen.getByText('2024年度报告')).toBeTruthy()
})
