import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StyleVariant } from '../../shared/compose/style-variant'
import { createOfficeStyleFile } from './office-style'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-style-'))
  path = join(folder, 'style.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const style: StyleVariant = { linePitch: 28, pageNumber: { before: '-', after: '-' } }

describe('the office’s own style', () => {
  test('is the standard’s where nothing was set', async () => {
    expect(await createOfficeStyleFile(path).read()).toEqual({ style: {} })
  })

  test('is there again after a restart', async () => {
    expect(await createOfficeStyleFile(path).keep(style)).toEqual({ ok: true, value: { style } })
    expect(await createOfficeStyleFile(path).read()).toEqual({ style })
  })

  test.each<[string, string | Buffer, string]>([
    ['no JSON', '{"linePitch": 28', '内容不是 JSON'],
    ['empty', '', '内容不是 JSON'],
    ['no text', Buffer.from([0, 0xff, 0xfe, 0x80]), '内容不是 JSON'],
    ['something else', '[1]', '版式的内容不符合要求'],
    ['a pitch no printer has', '{"linePitch": 0}', '版式的“linePitch”的内容不符合要求'],
    ['a key of a later version', '{"shadow": true}', '版式中有不认识的内容“shadow”'],
    ['larger than any style', ' '.repeat(1_000_001), '文件太大'],
  ])('a file that is %s is named and left aside', async (_what, content, fault) => {
    writeFileSync(path, content)
    expect(await createOfficeStyleFile(path).read()).toEqual({ style: {}, fault })
  })

  test('a folder in its place is no crash', async () => {
    mkdirSync(path)
    expect(await createOfficeStyleFile(path).read()).toEqual({ style: {}, fault: '文件无法读取' })
  })

  test('a file that cannot be used is put aside, not lost, when another style is kept', async () => {
    writeFileSync(path, '{"linePitch": 28,}')
    const file = createOfficeStyleFile(path)
    expect(await file.keep(style)).toEqual({ ok: true, value: { style } })
    expect(await file.read()).toEqual({ style })
    expect(readFileSync(`${path}.unusable`, 'utf8')).toBe('{"linePitch": 28,}')
  })

  test.each<[string, () => unknown]>([
    ['it would not be read again', () => ({ linePitch: 1e9 })],
    ['it holds what JSON has not', () => ({ linePitch: 28n })],
    [
      'it goes round in circles',
      () => {
        const style: Record<string, unknown> = {}
        style.table = style
        return style
      },
    ],
  ])('is not written where %s', async (_why, make) => {
    const kept = await createOfficeStyleFile(path).keep(make() as StyleVariant)
    expect(kept).toEqual({ ok: false, error: { kind: 'unwritable', name: '' } })
    expect(existsSync(path)).toBe(false)
  })
})
