import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { proposeFormat } from '../../shared/format/formats'
import { createBackups } from './backups'
import { createDraftFiles } from './draft-files'
import { createDraftLocks } from './draft-lock'
import { createHandles } from './handles'
import { createRecentFiles } from './recent-files'
import { createRecoveryStore } from './recovery-store'
import { createSafekeeping } from './safekeeping'
import { shownFolder } from './shown-folder'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'safekeeping-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const draft = (name: string): Draft => {
  const made = newDraft({ format: proposeFormat(2025), year: 2025, scope: 'organ' })
  return { ...made, publisher: { ...made.publisher, name } }
}
const write = (name: string, text: string | Uint8Array) => writeFileSync(at(name), text)
const organIn = (name: string): string => JSON.parse(readFileSync(at(name), 'utf8')).publisher.name
const keptFiles = () => (existsSync(at('recovery')) ? readdirSync(at('recovery')) : [])

/** One run of the app on this folder as its profile. */
function run() {
  const handles = createHandles()
  const backups = createBackups(at('backups'))
  const recovery = createRecoveryStore(at('recovery'))
  const locks = createDraftLocks({ owner: '张三', machine: 'pc-1', pid: process.pid, bootedAt: 0 })
  const recent = createRecentFiles(at('recent.json'), handles)
  const drafts = createDraftFiles({ handles, recent, backups, locks, recovery })
  const safekeeping = createSafekeeping({ handles, drafts, backups, recovery })
  return {
    ...safekeeping,
    drafts,
    async opened(name: string) {
      await locks.releaseAllBut(null)
      const reply = await drafts.open(at(name))
      if (!reply.ok || !reply.value.file) throw new Error('The file did not open.')
      return reply.value.file.handle
    },
    leave: () => locks.releaseAllBut(null),
    organs: async () => (await safekeeping.versions(null)).map(({ publisher }) => publisher),
  }
}

/** A run that ends badly with work that is not in the file. */
async function crashed(name: string | null, work: string): Promise<void> {
  const before = run()
  await before.keep(name === null ? null : await before.opened(name), draft(work))
  await before.leave()
}

async function onlyRecovered(now: ReturnType<typeof run>) {
  const [one, ...others] = await now.recovered()
  if (!one || others.length > 0) throw new Error('There is not exactly one to choose.')
  return one
}

describe('after a crash', () => {
  test('the work is described beside its file, and neither is touched', async () => {
    write('a.nianbao', writeDraft(draft('旧')))
    await crashed('a.nianbao', '新')
    const now = run()
    expect(await onlyRecovered(now)).toMatchObject({
      kept: { publisher: '新', year: 2025 },
      lost: [],
      saved: {
        kind: 'file',
        name: 'a.nianbao',
        folder: shownFolder(folder),
        glance: { publisher: '旧' },
        count: 1,
      },
    })
    expect([organIn('a.nianbao'), keptFiles().length, await now.organs()]).toEqual(['旧', 1, []])
  })

  test('the work chosen is kept until it is saved, and the file becomes an earlier version', async () => {
    write('a.nianbao', writeDraft(draft('旧')))
    await crashed('a.nianbao', '新')
    const now = run()
    const reply = await now.choose((await onlyRecovered(now)).handle, 'kept')
    expect(reply).toMatchObject({ ok: true, value: { draft: { publisher: { name: '新' } }, unsaved: true } })
    expect([organIn('a.nianbao'), keptFiles().length, await now.organs()]).toEqual(['旧', 1, ['旧']])
    const handle = (reply?.ok && reply.value.file?.handle) || ''
    expect(await now.drafts.save(handle, draft('新'))).toMatchObject({ ok: true })
    await now.end('saved')
    expect([organIn('a.nianbao'), keptFiles()]).toEqual(['新', []])
  })

  test('the file chosen makes the work an earlier version', async () => {
    write('a.nianbao', writeDraft(draft('旧')))
    await crashed('a.nianbao', '新')
    const now = run()
    const reply = await now.choose((await onlyRecovered(now)).handle, 'saved')
    expect(reply).toMatchObject({ ok: true, value: { draft: { publisher: { name: '旧' } } } })
    expect([keptFiles(), await now.organs()]).toEqual([[], ['新']])
  })

  test('a file that does not open leaves the work where it is', async () => {
    write('a.nianbao', writeDraft(draft('旧')))
    await crashed('a.nianbao', '新')
    write('a.nianbao', '')
    const now = run()
    const one = await onlyRecovered(now)
    expect(one.saved).toMatchObject({ kind: 'gone' })
    expect(await now.choose(one.handle, 'saved')).toMatchObject({ ok: false, error: { kind: 'damaged' } })
    expect(await now.choose(one.handle, 'kept')).toMatchObject({ ok: true, value: { file: null } })
    expect(readFileSync(at('a.nianbao'), 'utf8')).toBe('')
  })

  test('work without a file that is not wanted becomes an earlier version', async () => {
    await crashed(null, '新')
    const now = run()
    expect(await now.choose((await onlyRecovered(now)).handle, 'saved')).toBeNull()
    expect([keptFiles(), await now.organs()]).toEqual([[], ['新']])
  })

  test('work that its file has is not asked about', async () => {
    write('a.nianbao', writeDraft(draft('新')))
    await crashed('a.nianbao', '新')
    expect(await run().recovered()).toEqual([])
    expect(keptFiles()).toEqual([])
  })

  test('a kill right after a save never offers what is older than the file', async () => {
    write('a.nianbao', writeDraft(draft('旧')))
    const before = run()
    const handle = await before.opened('a.nianbao')
    await before.keep(handle, draft('中'))
    await before.drafts.save(handle, draft('新'))
    await before.leave()
    expect(await run().recovered()).toEqual([])
    expect(organIn('a.nianbao')).toBe('新')
  })

  test('work that was cut off is offered as far as it is proven, and says so', async () => {
    await crashed(null, '新')
    const [name = ''] = keptFiles()
    write(`recovery/${name}`, readFileSync(at(`recovery/${name}`)).subarray(0, -60))
    const { lost, kept } = await onlyRecovered(run())
    expect(kept.publisher).toBe('新')
    expect(lost).toContain('留存的内容有损坏，请逐项核对数字')
  })
})

test('a lost page finds its work again, with its file', async () => {
  write('a.nianbao', writeDraft(draft('旧')))
  const now = run()
  const handle = await now.opened('a.nianbao')
  expect(await now.resume()).toBeUndefined()
  await now.keep(handle, draft('新'))
  expect(await now.resume()).toMatchObject({
    file: { handle },
    draft: { publisher: { name: '新' } },
    unsaved: true,
  })
})

describe('a file that changed elsewhere', () => {
  async function conflict() {
    write('a.nianbao', writeDraft(draft('旧')))
    const now = run()
    const handle = await now.opened('a.nianbao')
    write('a.nianbao', writeDraft(draft('别人的')))
    return { now, handle }
  }

  test('is described, and not written over by a save', async () => {
    const { now, handle } = await conflict()
    expect(await now.drafts.save(handle, draft('我的'))).toMatchObject({ error: { kind: 'changedOnDisk' } })
    expect(await now.onDisk(handle, draft('我的'), draft('旧'))).toMatchObject({
      ok: true,
      value: { name: 'a.nianbao', glance: { publisher: '别人的' }, count: 1, canMerge: false },
    })
    expect(organIn('a.nianbao')).toBe('别人的')
  })

  test('is not held against what is no draft', async () => {
    const { now, handle } = await conflict()
    expect(await now.onDisk(handle, { kind: 'nianbao-draft' } as Draft, null)).toMatchObject({ ok: false })
  })

  test('comes together with the work where the two changed different places', async () => {
    const { now, handle } = await conflict()
    const mine = { ...draft('旧'), figures: { 't3.received.individual': 57 } }
    expect(await now.onDisk(handle, mine, draft('旧'))).toMatchObject({ value: { canMerge: true } })
    expect(await now.onDisk(handle, mine, null)).toMatchObject({ value: { canMerge: false } })
    expect(await now.takeMerged(handle, draft('我的'), draft('旧'))).toBeNull()
    const both = await now.takeMerged(handle, mine, draft('旧'))
    expect(both).toMatchObject({
      ok: true,
      value: { draft: { publisher: { name: '别人的' }, figures: mine.figures }, unsaved: true },
    })
    const file = (both?.ok && both.value.file?.handle) || ''
    expect(await now.drafts.save(file, mine)).toMatchObject({ ok: true })
    expect((await now.organs()).sort()).toEqual(['别人的', '我的', '旧'].sort())
  })

  test('becomes an earlier version when it is written over', async () => {
    const { now, handle } = await conflict()
    expect(await now.drafts.saveOver(handle, draft('我的'))).toMatchObject({ ok: true })
    expect([organIn('a.nianbao'), await now.organs()]).toEqual(['我的', ['别人的']])
    expect(await now.drafts.save(handle, draft('我的 2'))).toMatchObject({ ok: true })
  })

  test('is not written over where it cannot be put away first', async () => {
    const { now, handle } = await conflict()
    write('backups', '')
    expect(await now.drafts.saveOver(handle, draft('我的'))).toMatchObject({ ok: false })
    expect(organIn('a.nianbao')).toBe('别人的')
    expect(await now.takeDisk(handle, draft('我的'))).toMatchObject({ ok: false })
  })

  test('may be taken, and the work becomes an earlier version', async () => {
    const { now, handle } = await conflict()
    expect(await now.takeDisk(handle, draft('我的'))).toMatchObject({
      ok: true,
      value: { draft: { publisher: { name: '别人的' } } },
    })
    expect(await now.organs()).toEqual(['我的'])
  })
})

describe('a damaged file', () => {
  const whole = writeDraft(draft('某某镇'))
  const gbk = Buffer.from(whole.replace('某某镇', '\u0001\u0002\u0003')).toString('latin1')
  const inGbk = Buffer.from(gbk.replace('\u0001\u0002\u0003', '\xc4\xb3\xc4\xb3\xd5\xf2'), 'latin1')

  test.each([
    ['cut off', Buffer.from(whole).subarray(0, -2), '某某镇', undefined],
    ['in GBK', inGbk, '某某镇', 'GBK'],
    ['in UTF-16', Buffer.from(whole, 'utf16le'), '某某镇', 'UTF-16'],
    ['empty', Buffer.alloc(0), undefined, undefined],
    ['of zeros', Buffer.alloc(5000), undefined, undefined],
  ])('%s is read as far as that goes and stays as it is', async (_what, content, organ, encoding) => {
    write('a.nianbao', content)
    const now = run()
    const reply = await now.drafts.open(at('a.nianbao'))
    if (reply.ok || reply.error.handle === undefined) throw new Error('It should not open, but be readable.')
    const salvaged = await now.salvage(reply.error.handle)
    if (!salvaged.ok) throw new Error('It was not read.')
    expect(salvaged.value.opened?.draft.publisher.name).toBe(organ)
    expect(salvaged.value.encoding).toBe(encoding)
    expect(readFileSync(at('a.nianbao')).equals(content)).toBe(true)
  })

  test('still has the versions from before', async () => {
    write('a.nianbao', whole)
    const now = run()
    const handle = await now.opened('a.nianbao')
    await now.drafts.save(handle, draft('某某街道'))
    write('a.nianbao', '')
    const reply = await now.drafts.open(at('a.nianbao'))
    const salvaged = await now.salvage((!reply.ok && reply.error.handle) || '')
    const [version] = salvaged.ok ? salvaged.value.backups : []
    expect(version).toMatchObject({ name: 'a.nianbao', publisher: '某某镇', year: 2025 })
    const opened = await now.openVersion(version?.handle ?? '')
    expect(opened).toMatchObject({
      ok: true,
      value: { file: null, draft: { publisher: { name: '某某镇' } } },
    })
  })
})

test('handles of another kind open nothing', async () => {
  write('a.nianbao', writeDraft(draft('旧')))
  const now = run()
  const handle = await now.opened('a.nianbao')
  const missing = { ok: false, error: { kind: 'missing', name: '' } }
  expect(await now.openVersion(handle)).toEqual(missing)
  expect(await now.choose(handle, 'kept')).toEqual(missing)
  expect(await now.salvage('nobody')).toEqual(missing)
  expect(await now.salvage(handle)).toEqual(missing)
  expect(await now.onDisk('nobody', draft('x'), null)).toEqual(missing)
})
