import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { parseDraft } from '../../shared/draft/parse-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { proposeFormat } from '../../shared/format/formats'
import { createBackups } from './backups'
import { createDraftFiles } from './draft-files'
import { createDraftLocks } from './draft-lock'
import { createHandles } from './handles'
import { createRecentFiles } from './recent-files'
import { createRecoveryStore } from './recovery-store'
import { createSafekeeping } from './safekeeping'

/** The disk under the app: every operation goes to the real one, but for those that are told to fail. */
const disk = vi.hoisted(() => ({
  operations: 0,
  /** The number of the operation that fails; with `forGood`, nothing works from there on, as after a power cut. */
  failing: Number.POSITIVE_INFINITY,
  forGood: false,
  code: 'EIO',
  step(): void {
    disk.operations++
    const fails = disk.forGood ? disk.operations >= disk.failing : disk.operations === disk.failing
    if (fails) throw Object.assign(new Error(`${disk.code}: made to fail`), { code: disk.code })
  },
}))

vi.mock('node:fs/promises', async (original) => {
  type Operation = (...args: unknown[]) => Promise<unknown>
  const real = (await original()) as Record<string, Operation>
  const watched = (handle: FileHandle) =>
    new Proxy(handle, {
      get(target, name) {
        const operation: unknown = Reflect.get(target, name)
        if (typeof operation !== 'function') return operation
        return async (...args: unknown[]) => {
          // A file is closed by the system in any case.
          if (name === 'close') await target.close()
          disk.step()
          return name === 'close' ? undefined : operation.apply(target, args)
        }
      },
    })
  const faulty = Object.entries(real).map(([name, operation]): [string, unknown] => {
    if (typeof operation !== 'function') return [name, operation]
    return [
      name,
      async (...args: unknown[]) => {
        disk.step()
        const done = await operation(...args)
        return name === 'open' ? watched(done as FileHandle) : done
      },
    ]
  })
  return Object.fromEntries(faulty)
})

/** In memory where the system has such a place: there are some thousand flushes. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(place, 'failing-'))
})
afterEach(() => {
  work()
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const draft = (name: string): Draft => {
  const made = newDraft({ format: proposeFormat(2025), year: 2025, scope: 'organ' })
  return { ...made, publisher: { ...made.publisher, name } }
}

function work(): void {
  disk.failing = Number.POSITIVE_INFINITY
}

/** One run of the app; whoever ran before is gone. */
function run() {
  const handles = createHandles()
  const backups = createBackups(at('backups'))
  const recovery = createRecoveryStore(at('recovery'))
  const asker = { owner: '张三', machine: 'pc-1', pid: 1, bootedAt: 0 }
  const locks = createDraftLocks(asker, undefined, () => false)
  const recent = createRecentFiles(at('recent.json'), handles)
  const drafts = createDraftFiles({ handles, recent, backups, locks, recovery })
  return { drafts, ...createSafekeeping({ handles, drafts, backups, recovery }) }
}

type Run = ReturnType<typeof run>

async function opened(now: Run): Promise<string> {
  const reply = await now.drafts.open(at('a.nianbao'))
  if (!reply.ok || !reply.value.file) throw new Error('The file did not open.')
  return reply.value.file.handle
}

/** Everything a clerk could still get at: files, kept work and earlier versions, each of them whole. */
function organsLeft(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => /\.(nianbao|recovery)$/.test(name))
    .map((name) => {
      const text = readFileSync(at(name), 'utf8')
      const parsed = parseDraft(name.endsWith('recovery') ? text.slice(text.indexOf('\n') + 1) : text, name)
      if (!parsed.ok) throw new Error(`${name} is not whole.`)
      return parsed.value.publisher.name
    })
}

interface Story {
  /** Works on a good disk; what it returns is done on the failing one and answers whether it was done. */
  begin(): Promise<() => Promise<boolean>>
  /** What must be left however it ends, and what the file holds once it was said to be done. */
  left: string[]
  done: string
}

const conflict = async () => {
  const now = run()
  const handle = await opened(now)
  await now.keep(handle, draft('我的'))
  writeFileSync(at('a.nianbao'), writeDraft(draft('别人的')))
  return { now, handle }
}

const crashed = async () => {
  const before = run()
  await before.keep(await opened(before), draft('新'))
  const now = run()
  const [one] = await now.recovered()
  return { now, handle: one?.handle ?? '' }
}

const stories: Record<string, Story> = {
  'a save': {
    async begin() {
      const now = run()
      const handle = await opened(now)
      await now.keep(handle, draft('新'))
      return async () => (await now.drafts.save(handle, draft('新'))).ok
    },
    left: ['新'],
    done: '新',
  },
  'a save in another place': {
    async begin() {
      const now = run()
      await now.keep(await opened(now), draft('新'))
      return async () => (await now.drafts.saveAs(at('b.nianbao'), draft('新'))).ok
    },
    left: ['旧', '新'],
    done: '旧',
  },
  'saving over what somebody else wrote': {
    async begin() {
      const { now, handle } = await conflict()
      return async () => (await now.drafts.saveOver(handle, draft('我的'))).ok
    },
    left: ['我的', '别人的'],
    done: '我的',
  },
  'taking what somebody else wrote': {
    async begin() {
      const { now, handle } = await conflict()
      return async () => (await now.takeDisk(handle, draft('我的'))).ok
    },
    left: ['我的', '别人的'],
    done: '别人的',
  },
  'taking the recovered work': {
    async begin() {
      const { now, handle } = await crashed()
      return async () => (await now.choose(handle, 'kept'))?.ok === true
    },
    left: ['旧', '新'],
    done: '旧',
  },
  'taking the file instead': {
    async begin() {
      const { now, handle } = await crashed()
      return async () => (await now.choose(handle, 'saved'))?.ok === true
    },
    left: ['旧', '新'],
    done: '旧',
  },
  'keeping the next change': {
    async begin() {
      const now = run()
      const handle = await opened(now)
      await now.keep(handle, draft('新'))
      return async () => (await now.keep(handle, draft('新'))).ok
    },
    left: ['旧', '新'],
    done: '旧',
  },
  'giving up the work': {
    async begin() {
      const now = run()
      await now.keep(await opened(now), draft('新'))
      return () => now.end('givenUp').then(() => true)
    },
    left: ['旧', '新'],
    done: '旧',
  },
}

const codes = ['ENOSPC', 'EIO', 'EACCES', 'ENOENT', 'EBUSY', 'EROFS']

/** Runs the story with the operation of this number failing; false: it has no such operation. */
async function tell({ begin, left, done }: Story, failing: number, forGood: boolean): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true })
  folder = mkdtempSync(join(place, 'failing-'))
  writeFileSync(at('a.nianbao'), writeDraft(draft('旧')))
  const act = await begin()
  // One that is only busy would be tried for a second each time.
  const code = forGood ? 'EIO' : (codes[failing % codes.length] ?? 'EIO')
  Object.assign(disk, { operations: 0, failing, forGood, code })
  const isDone = await act().catch(() => false)
  const isReached = disk.operations >= failing
  work()
  const organs = organsLeft()
  const where = `operation ${failing}, ${disk.code}${forGood ? ' and everything after' : ''}`
  for (const organ of left) expect(organs, where).toContain(organ)
  if (isDone) expect(organIn('a.nianbao'), where).toBe(done)
  // Whoever starts the app next finds a file that opens, and the work.
  const next = run()
  await opened(next)
  const offered = (await next.recovered()).map(({ kept }) => kept.publisher)
  for (const organ of left) expect([...organsLeft(), ...offered], where).toContain(organ)
  return isReached
}

const organIn = (name: string): string => JSON.parse(readFileSync(at(name), 'utf8')).publisher.name

describe('where any one operation of the disk fails, or the power with it, both texts are left', () => {
  test.each(Object.entries(stories))('%s', { timeout: 120_000 }, async (_name, story) => {
    let failing = 1
    while (await tell(story, failing, false)) failing++
    expect(failing).toBeGreaterThan(5)
    for (let cut = 1; await tell(story, cut, true); cut++) expect(existsSync(at('a.nianbao'))).toBe(true)
  })
})
