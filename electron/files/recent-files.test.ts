import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { proposeFormat } from '../../shared/format/formats'
import { createHandles } from './handles'
import { createRecentFiles } from './recent-files'
import { shownFolder } from './shown-folder'

let folder: string
let store: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recent-'))
  store = join(folder, 'recent.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const time = new Date('2026-01-20T02:00:00.000Z')
const files = () => createRecentFiles(store, createHandles(), () => time)
const draft = (name: string, year = 2025): Draft => {
  const made = newDraft({ format: proposeFormat(year), year, scope: 'organ' })
  return { ...made, publisher: { ...made.publisher, name } }
}

describe('recent files', () => {
  test('remember what was last used, first, and survive a restart', async () => {
    const recent = files()
    writeFileSync(join(folder, 'a.nianbao'), '')
    await recent.note(join(folder, 'a.nianbao'), draft('甲镇'))
    await recent.note(join(folder, 'b.nianbao'), draft('乙镇', 2020))
    await recent.note(join(folder, 'a.nianbao'), draft('甲镇'))
    const common = { handle: expect.any(String), folder: shownFolder(folder), usedAt: time.toISOString() }
    const expected = [
      { ...common, name: 'a.nianbao', publisher: '甲镇', year: 2025 },
      { ...common, name: 'b.nianbao', publisher: '乙镇', year: 2020, missing: true },
    ]
    expect(await recent.list()).toEqual(expected)
    expect(await files().list()).toEqual(expected)
  })

  test('are twelve at most', async () => {
    const recent = files()
    await Promise.all(
      Array.from({ length: 15 }, (_, index) => recent.note(join(folder, `${index}.nianbao`), draft('甲镇'))),
    )
    expect((await recent.list()).map(({ name }) => Number.parseInt(name, 10))).toEqual([
      14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3,
    ])
    expect(JSON.parse(readFileSync(store, 'utf8'))).toHaveLength(12)
  })

  test('forget what they are told to', async () => {
    const recent = files()
    await recent.note(join(folder, 'a.nianbao'), draft('甲镇'))
    await recent.note(join(folder, 'b.nianbao'), draft('乙镇'))
    const [first] = await recent.list()
    await recent.forget(first?.handle ?? '')
    await recent.forget('never given out')
    expect((await recent.list()).map(({ name }) => name)).toEqual(['a.nianbao'])
  })

  const entry = { path: '/a.nianbao', publisher: '甲镇', year: 2025, usedAt: time.toISOString() }
  test.each([
    ['nothing', ''],
    ['half of it', '[{"path": "/a'],
    ['another shape', '{"path": "/a.nianbao"}'],
    ['null', 'null'],
    ['entries that are none', '[1, null, "a", [], {}]'],
    ['a relative path', JSON.stringify([{ ...entry, path: 'a.nianbao' }])],
    ['a year that is none', JSON.stringify([{ ...entry, year: '2025' }])],
    ['a time that is none', JSON.stringify([{ ...entry, usedAt: 'yesterday' }])],
  ])('a store that holds %s is an empty list', async (_what, content) => {
    writeFileSync(store, content)
    expect(await files().list()).toEqual([])
  })

  test('a store that cannot be written loses the list, not the draft', async () => {
    const recent = createRecentFiles(join(folder, 'nowhere/recent.json'), createHandles())
    await recent.note(join(folder, 'a.nianbao'), draft('甲镇'))
    expect(await recent.list()).toHaveLength(1)
  })
})
