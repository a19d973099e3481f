import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Backup, Recovered } from '../../shared/ipc-safety'
import { ok } from '../../shared/result'
import { type DeskWorld, deskWithFile, deskWorld, draftOf, refused } from '../desk/desk-world'
import { openWindow } from '../shell/open-window'

const glance = (publisher: string, changedAt = '2026-01-20T02:30:00Z') => ({
  publisher,
  year: 2025,
  changedAt,
})
const differences = [{ place: '表三（一）予以公开·总计', one: '65', other: '' }]
const recovered: Recovered = {
  handle: 'k1',
  kept: glance('甲机关'),
  lost: [],
  saved: {
    kind: 'file',
    name: '年报.nianbao',
    folder: '资料',
    glance: glance('乙机关'),
    count: 3,
    differences,
  },
}
const backup: Backup = {
  handle: 'b1',
  name: '年报.nianbao',
  publisher: '丙机关',
  year: 2024,
  keptAt: '2026-01-19T02:30:00Z',
}
const draftBy = (name: string) => ({ ...draftOf(2025), publisher: { name, kind: 'town' as const } })

function worldWith(...all: Recovered[]): DeskWorld {
  const world = deskWorld()
  world.answer('app:start', () => ({
    today: '2026-01-20',
    recent: [],
    samples: [],
    opened: null,
    resumed: false,
    recovered: all,
  }))
  return world
}

const click = async (user: Awaited<ReturnType<typeof openWindow>>, name: string | RegExp) => {
  await user.click(await screen.findByRole('button', { name }))
  await act(async () => {})
}

describe('after a crash', () => {
  test('both versions are in sight with organ, year, time and what differs', async () => {
    await openWindow(worldWith(recovered))
    const kept = await screen.findByRole('region', { name: '恢复的内容' })
    expect(kept.textContent).toMatch(/甲机关　2025年度最后改动：2026年1月20日 \d\d:30/)
    expect(screen.getByRole('region', { name: '上次保存的文件' }).textContent).toContain('乙机关　2025年度')
    expect(screen.getByText('两份有 3 处不同')).toBeTruthy()
    const row = within(screen.getByRole('row', { name: /予以公开/ }))
    expect(row.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['65', '（空）'])
    expect(screen.getByText('还有 2 处没有列出。')).toBeTruthy()
  })

  test('the work chosen goes on the desk as unsaved, then the next report is asked about', async () => {
    const world = worldWith(recovered, { ...recovered, handle: 'k2', saved: { kind: 'never' } })
    world.answer('recovery:choose', () =>
      ok({ file: { handle: 'h1', name: '年报.nianbao' }, draft: draftBy('甲机关'), unsaved: true }),
    )
    const user = await openWindow(world)
    await click(user, '用恢复的内容')
    expect(world.askedFor('recovery:choose')).toEqual([{ handle: 'k1', choice: 'kept' }])
    expect(world.draft().publisher.name).toBe('甲机关')
    await waitFor(() => expect(world.askedFor('recovery:keep')).toHaveLength(1))
    expect(await screen.findByText('这份年报还没有存成文件，只有恢复的内容。')).toBeTruthy()
    world.answer('recovery:choose', () => null)
    await click(user, '不用，收进以前的版本')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('基本信息')
  })

  test('putting it off changes nothing', async () => {
    const world = worldWith(recovered)
    const user = await openWindow(world)
    await click(user, '以后再决定')
    expect(screen.getByRole('button', { name: /^新建年报/ })).toBeTruthy()
    expect(world.askedFor('recovery:choose')).toEqual([])
  })

  test('what could not be read and a file that is gone are named', async () => {
    await openWindow(
      worldWith({
        ...recovered,
        lost: ['落款'],
        saved: { kind: 'gone', name: '年报.nianbao', folder: '旧盘' },
      }),
    )
    expect(await screen.findByText('落款')).toBeTruthy()
    expect(screen.getByText(/“年报.nianbao”（旧盘）现在找不到或读不出来/)).toBeTruthy()
  })
})

describe('a file that changed elsewhere', () => {
  async function conflict() {
    const world = await deskWithFile(draftBy('甲机关'))
    world.answer('draft:save', () => refused('changedOnDisk'))
    world.answer('draft:onDisk', () =>
      ok({ name: '年报.nianbao', glance: glance('乙机关'), count: 1, differences, canMerge: false }),
    )
    world.answer('draft:saveOver', () => ok({ name: '年报.nianbao' }))
    world.answer('draft:takeDisk', () =>
      ok({ file: { handle: 'h3', name: '年报.nianbao' }, draft: draftBy('乙机关') }),
    )
    const user = await openWindow(world)
    world.desk.edit({ kind: 'once', place: { step: 'basics', target: { kind: 'heading' } } }, (draft) => {
      draft.publisher.phone = '1'
    })
    await act(async () => {
      await world.desk.save()
    })
    await click(user, '对比两份')
    await screen.findByRole('heading', { name: '“年报.nianbao”在别处改动过' })
    return { world, user }
  }

  test('is written over only on the clerk’s word', async () => {
    const { world, user } = await conflict()
    await click(user, '用正在写的，覆盖文件')
    expect(world.askedFor('draft:saveOver').map(({ handle }) => handle)).toEqual(['h1'])
    expect(world.desk.store.getState().session).toMatchObject({ message: null, saveFailed: false })
  })

  test('or taken as it is', async () => {
    const { world, user } = await conflict()
    await click(user, '用文件里的')
    expect(world.askedFor('draft:takeDisk')[0]?.draft.publisher.name).toBe('甲机关')
    expect(world.draft().publisher.name).toBe('乙机关')
    expect(world.desk.store.getState().session.file?.handle).toBe('h3')
  })
})

describe('two that changed different places', () => {
  async function compared(canMerge: boolean) {
    const world = await deskWithFile(draftBy('甲机关'))
    world.answer('draft:onDisk', () =>
      ok({ name: '年报.nianbao', glance: glance('乙机关'), count: 1, differences, canMerge }),
    )
    const user = await openWindow(world)
    await act(async () => {
      await world.desk.compareWithDisk()
    })
    return { world, user }
  }

  test('come together, from what both grew from', async () => {
    const { world, user } = await compared(true)
    world.answer('draft:takeMerged', () =>
      ok({ file: { handle: 'h3', name: '年报.nianbao' }, draft: draftBy('丙机关'), unsaved: true }),
    )
    await click(user, '合并两份')
    expect(world.askedFor('draft:takeMerged')[0]).toMatchObject({ handle: 'h1', base: draftBy('甲机关') })
    expect(world.draft().publisher.name).toBe('丙机关')
  })

  test('are compared again where they no longer do', async () => {
    const { world, user } = await compared(true)
    world.answer('draft:takeMerged', () => null)
    await click(user, '合并两份')
    expect(world.askedFor('draft:onDisk')).toHaveLength(2)
    expect(world.draft().publisher.name).toBe('甲机关')
  })

  test('or the same place are not offered to', async () => {
    await compared(false)
    expect(screen.queryByRole('button', { name: '合并两份' })).toBeNull()
  })
})

describe('a damaged file', () => {
  test('gives what can be read, names the rest, and offers earlier versions', async () => {
    const world = deskWorld()
    world.answer('draft:open', () => ({
      ok: false,
      error: { kind: 'damaged', name: '年报.nianbao', detail: '文件不完整', handle: 'd1' },
    }))
    world.answer('draft:salvage', () =>
      ok({
        name: '年报.nianbao',
        opened: { file: null, draft: draftBy('甲机关'), unsaved: true },
        lost: ['第 5 章正文的后半部分'],
        backups: [backup],
      }),
    )
    const user = await openWindow(world)
    await click(user, /^打开草稿/)
    await click(user, '看看能读出多少')
    expect(world.askedFor('draft:salvage')).toEqual([{ handle: 'd1' }])
    expect(await screen.findByText('第 5 章正文的后半部分')).toBeTruthy()
    expect(screen.getByRole('button', { name: /丙机关/ })).toBeTruthy()
    await click(user, '打开读出来的内容')
    expect(world.draft().publisher.name).toBe('甲机关')
    expect(screen.getByRole('status').textContent).toContain('还没有存成文件')
  })
})

test('an earlier version opens as a report without a file', async () => {
  const world = await deskWithFile()
  world.answer('backup:list', () => [backup])
  world.answer('backup:open', () => ok({ file: null, draft: draftBy('丙机关') }))
  const user = await openWindow(world)
  await act(async () => world.desk.run('versions'))
  expect(world.askedFor('backup:list')).toEqual([{ handle: 'h1' }])
  await user.click(await screen.findByRole('button', { name: /丙机关/ }))
  expect(world.draft().publisher.name).toBe('丙机关')
  expect(world.desk.store.getState().session.file).toBeNull()
})

describe('a draft that somebody else has open', () => {
  const heldBy = { owner: '张三', machine: '办公室-03', since: '2026-01-20T02:30:00Z' }

  test('is only read until they close it', async () => {
    const world = deskWorld()
    world.answer('draft:open', () =>
      ok({ file: { handle: 'h1', name: '年报.nianbao', heldBy }, draft: draftBy('甲机关') }),
    )
    const user = await openWindow(world)
    await click(user, /^打开草稿/)
    expect(screen.getByText(/^张三（办公室-03，1月20日 \d\d:30 起）正打开着“年报.nianbao”/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: '编制机关名称' }), '改')
    expect(world.draft().publisher.name).toBe('甲机关')
    expect(screen.getByRole('status').textContent).toBe('只能看，不能改')
    world.answer('draft:reopen', () =>
      ok({ file: { handle: 'h1', name: '年报.nianbao' }, draft: draftBy('乙机关') }),
    )
    await click(user, '再试一次')
    await user.type(screen.getByRole('textbox', { name: '编制机关名称' }), '改')
    expect(world.draft().publisher.name).toBe('乙机关改')
  })

  test('or becomes a file of one’s own', async () => {
    const world = deskWorld()
    world.answer('draft:open', () =>
      ok({ file: { handle: 'h1', name: '年报.nianbao', heldBy }, draft: draftBy('甲机关') }),
    )
    const user = await openWindow(world)
    await click(user, /^打开草稿/)
    await click(user, '另存为')
    expect(world.desk.store.getState().session).toMatchObject({ file: { handle: 'h2' }, message: null })
  })
})
