import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { proposeFormat } from '../../shared/format/formats'
import { createBackups } from './backups'
import { createDraftFiles, type DraftFiles } from './draft-files'
import { createDraftLocks } from './draft-lock'
import { createHandles } from './handles'
import { createRecentFiles } from './recent-files'
import { createRecoveryStore } from './recovery-store'

let folder: string
let files: DraftFiles
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drafts-'))
  const handles = createHandles()
  files = createDraftFiles({
    handles,
    recent: createRecentFiles(join(folder, 'recent.json'), handles),
    backups: createBackups(join(folder, 'backups')),
    locks: createDraftLocks({ owner: '张三', machine: 'pc-1', pid: process.pid, bootedAt: 0 }),
    recovery: createRecoveryStore(join(folder, 'recovery')),
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const draft = (phone: string): Draft => {
  const made = newDraft({ format: proposeFormat(2025), year: 2025, scope: 'organ' })
  return { ...made, publisher: { ...made.publisher, name: '某某镇人民政府', phone } }
}
const phoneIn = (name: string): string => JSON.parse(readFileSync(at(name), 'utf8')).publisher.phone

async function opened(name: string) {
  const reply = await files.open(at(name))
  if (!reply.ok || !reply.value.file) throw new Error('The file did not open.')
  return { handle: reply.value.file.handle, draft: reply.value.draft }
}

describe('opening', () => {
  const whole = writeDraft(draft('1'))
  const withKey = (text: string) => whole.replace('{', `{${text},`)

  test.each([
    ['nothing at all', '', 'damaged'],
    ['a draft cut off in the middle', whole.slice(0, whole.length / 2), 'damaged'],
    ['a draft of a later version', whole.replace('"version": 1', '"version": 9'), 'newer'],
    ['a draft of an unknown format', whole.replace('"format": "2021"', '"format": "2031"'), 'unknownFormat'],
    ['an unknown key', withKey('"more": 1'), 'invalid'],
    ['a key __proto__', withKey('"__proto__": {"year": 1}'), 'invalid'],
    ['JSON of another kind', '{"kind": "other"}', 'notADraft'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'), 'notADraft'],
    ['a draft in another encoding', Buffer.concat([Buffer.from(whole), Buffer.of(0xff)]), 'damaged'],
  ])('%s is told and stays as it is', async (_what, content, kind) => {
    writeFileSync(at('a.nianbao'), content)
    const before = readFileSync(at('a.nianbao'))
    const reply = await files.open(at('a.nianbao'))
    expect(reply).toMatchObject({ ok: false, error: { kind, name: 'a.nianbao' } })
    expect(readFileSync(at('a.nianbao')).equals(before)).toBe(true)
    expect(existsSync(at('recent.json'))).toBe(false)
  })

  test.each([
    ['a file that is not there', 'b.nianbao', 'missing'],
    ['a folder', '.', 'notADraft'],
  ])('%s', async (_what, name, kind) => {
    expect(await files.open(at(name))).toMatchObject({ ok: false, error: { kind } })
  })

  test('a byte order mark is no fault', async () => {
    writeFileSync(at('a.nianbao'), `\ufeff${whole}`)
    expect((await opened('a.nianbao')).draft).toEqual(draft('1'))
  })

  test('twice gives the same handle, through a link too, until the file has changed', async () => {
    writeFileSync(at('a.nianbao'), whole)
    symlinkSync(at('a.nianbao'), at('link.nianbao'))
    const first = await opened('a.nianbao')
    expect((await opened('a.nianbao')).handle).toBe(first.handle)
    expect((await opened('link.nianbao')).handle).toBe(first.handle)
    writeFileSync(at('a.nianbao'), writeDraft(draft('2')))
    expect((await opened('a.nianbao')).handle).not.toBe(first.handle)
  })
})

describe('saving', () => {
  test('writes over the file that was opened, again and again', async () => {
    writeFileSync(at('a.nianbao'), writeDraft(draft('1')))
    const { handle } = await opened('a.nianbao')
    expect(await files.save(handle, draft('2'))).toEqual({ ok: true, value: { handle, name: 'a.nianbao' } })
    expect((await files.save(handle, draft('3'))).ok).toBe(true)
    expect(phoneIn('a.nianbao')).toBe('3')
    expect((await opened('a.nianbao')).handle).toBe(handle)
  })

  test('refuses a file that somebody else has changed, also when it is opened anew beside', async () => {
    writeFileSync(at('a.nianbao'), writeDraft(draft('1')))
    const mine = await opened('a.nianbao')
    writeFileSync(at('a.nianbao'), writeDraft(draft('theirs')))
    const refused = { ok: false, error: { kind: 'changedOnDisk', name: 'a.nianbao' } }
    expect(await files.save(mine.handle, draft('mine'))).toEqual(refused)
    const theirs = await opened('a.nianbao')
    expect(await files.save(mine.handle, draft('mine'))).toEqual(refused)
    expect(phoneIn('a.nianbao')).toBe('theirs')
    expect((await files.save(theirs.handle, draft('on top'))).ok).toBe(true)
    expect(phoneIn('a.nianbao')).toBe('on top')
  })

  test('takes a touch without a change for none, and writes a file anew that is gone', async () => {
    writeFileSync(at('a.nianbao'), writeDraft(draft('1')))
    const { handle } = await opened('a.nianbao')
    writeFileSync(at('a.nianbao'), writeDraft(draft('1')))
    expect((await files.save(handle, draft('2'))).ok).toBe(true)
    rmSync(at('a.nianbao'))
    expect((await files.save(handle, draft('3'))).ok).toBe(true)
    expect(phoneIn('a.nianbao')).toBe('3')
  })

  test('at once from several places ends with the last', async () => {
    const saved = await files.saveAs(at('a.nianbao'), draft('0'))
    if (!saved.ok) throw new Error('The draft was not saved.')
    const replies = await Promise.all(
      ['1', '2', '3'].map((phone) => files.save(saved.value.handle, draft(phone))),
    )
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(phoneIn('a.nianbao')).toBe('3')
  })

  test('as another file leaves the first one alone', async () => {
    writeFileSync(at('a.nianbao'), writeDraft(draft('1')))
    const first = await opened('a.nianbao')
    const saved = await files.saveAs(at('b.nianbao'), draft('2'))
    expect(saved).toMatchObject({ ok: true, value: { name: 'b.nianbao' } })
    expect(saved.ok && saved.value.handle).not.toBe(first.handle)
    expect([phoneIn('a.nianbao'), phoneIn('b.nianbao')]).toEqual(['1', '2'])
  })

  test('never writes what would not open again', async () => {
    writeFileSync(at('a.nianbao'), writeDraft(draft('1')))
    const { handle } = await opened('a.nianbao')
    const broken = { ...draft('2'), figures: { 't3.nowhere': 1 } }
    expect(await files.save(handle, broken)).toMatchObject({ ok: false, error: { kind: 'unwritable' } })
    const endless: object & { publisher?: unknown } = { ...draft('2') }
    endless.publisher = endless
    for (const none of [{}, { ...draft('2'), year: 2025n }, endless])
      expect(await files.saveAs(at('b.nianbao'), none as unknown as Draft)).toMatchObject({ ok: false })
    expect([phoneIn('a.nianbao'), existsSync(at('b.nianbao'))]).toEqual(['1', false])
  })

  test('under a handle that was never given out fails', async () => {
    await expect(files.save('no handle', draft('1'))).rejects.toThrow()
  })
})
