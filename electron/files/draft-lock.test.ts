import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDraftLocks, lockPath, patience } from './draft-lock'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locks-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const since = new Date('2026-01-20T08:00:00Z')
const locksOf = (owner: string, machine: string, alive: number[] = [1], pid = 1, bootedAt = 0) =>
  createDraftLocks(
    { owner, machine, pid, bootedAt },
    () => since,
    (other) => alive.includes(other),
  )
const silent = (path: string, milliseconds: number) => {
  const time = new Date(Date.now() - milliseconds)
  utimesSync(lockPath(path), time, time)
}

describe('a draft that is open', () => {
  test('is ours as often as we ask, and free again when we let go', async () => {
    const mine = locksOf('张三', 'pc-1')
    expect(await mine.take(at('a'))).toBeUndefined()
    expect(await mine.take(at('a'))).toBeUndefined()
    expect(existsSync(lockPath(at('a')))).toBe(true)
    await mine.releaseAllBut(null)
    expect(existsSync(lockPath(at('a')))).toBe(false)
  })

  test('tells everyone else who has it and since when', async () => {
    await locksOf('张三', 'pc-1').take(at('a'))
    const held = { owner: '张三', machine: 'pc-1', since: since.toISOString() }
    expect(await locksOf('李四', 'pc-2').take(at('a'))).toEqual(held)
    expect(await locksOf('张三', 'pc-1', [1], 2).take(at('a'))).toEqual(held)
  })

  test('stays held when another draft is let go, and another’s lock is never removed', async () => {
    const mine = locksOf('张三', 'pc-1')
    await mine.take(at('a'))
    await mine.take(at('b'))
    await mine.releaseAllBut(at('b'))
    expect([existsSync(lockPath(at('a'))), existsSync(lockPath(at('b')))]).toEqual([false, true])
    rmSync(lockPath(at('b')))
    await locksOf('李四', 'pc-2').take(at('b'))
    await mine.releaseAllBut(null)
    expect(existsSync(lockPath(at('b')))).toBe(true)
  })
})

describe('a stale lock is taken over', () => {
  test.each([
    ['of a process that is gone from this machine', 'pc-1', [], 0, 0, true],
    ['from before this machine was started', 'pc-1', [1], 1000, Date.now() + 1000, true],
    ['silent for too long', 'pc-2', [1], patience + 5000, 0, true],
    ['of another machine that spoke lately', 'pc-2', [], patience - 60_000, 0, false],
    ['of a living process', 'pc-1', [1], 60_000, 0, false],
  ])('%s', async (_what, machine, alive, silence, bootedAt, taken) => {
    await locksOf('张三', machine).take(at('a'))
    silent(at('a'), silence)
    const mine = locksOf('李四', 'pc-1', alive, 2, bootedAt)
    expect((await mine.take(at('a'))) === undefined).toBe(taken)
    expect(readFileSync(lockPath(at('a')), 'utf8')).toContain(taken ? '李四' : '张三')
  })

  test('by one of all who try at once', async () => {
    await locksOf('张三', 'pc-1').take(at('a'))
    silent(at('a'), patience + 5000)
    for (let round = 0; round < 50; round++) {
      const name = `${round}`
      await locksOf('张三', 'pc-1').take(at(name))
      const time = new Date(Date.now() - patience - 5000)
      utimesSync(lockPath(at(name)), time, time)
      const replies = await Promise.all(
        ['甲', '乙', '丙', '丁'].map((owner, index) => locksOf(owner, `pc-${index + 2}`).take(at(name))),
      )
      expect(replies.filter((holder) => holder === undefined)).toHaveLength(1)
    }
  })
})

test('a lock that cannot be read is somebody’s until it has been silent for long', async () => {
  writeFileSync(lockPath(at('a')), '{"owner":')
  const mine = locksOf('李四', 'pc-1')
  expect(await mine.take(at('a'))).toMatchObject({ owner: '', machine: '' })
  silent(at('a'), patience + 5000)
  expect(await mine.take(at('a'))).toBeUndefined()
})

test('a folder that takes no lock hinders nobody', async () => {
  expect(await locksOf('张三', 'pc-1').take(at('nowhere/a'))).toBeUndefined()
  expect(await locksOf('张三', 'pc-1').take(at('x'.repeat(255)))).toBeUndefined()
})
