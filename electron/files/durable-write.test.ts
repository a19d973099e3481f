import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeWhole } from './durable-write'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durable-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (name: string) => readFileSync(at(name), 'utf8')

describe('a file is written whole', () => {
  test('where there was none', async () => {
    expect(await writeWhole(at('年报.nianbao'), bytes('新'))).toEqual({ ok: true, value: null })
    expect(readdirSync(folder)).toEqual(['年报.nianbao'])
    expect(read('年报.nianbao')).toBe('新')
  })

  test('over an old one, whose permissions it keeps', async () => {
    writeFileSync(at('a'), '旧的，更长')
    chmodSync(at('a'), 0o640)
    await writeWhole(at('a'), bytes('新'))
    expect(read('a')).toBe('新')
    expect(statSync(at('a')).mode & 0o777).toBe(0o640)
  })

  test('where a link leads, and the link stays one', async () => {
    mkdirSync(at('share'))
    writeFileSync(at('share/a'), '旧')
    symlinkSync(at('share/a'), at('link'))
    await writeWhole(at('link'), bytes('新'))
    expect(read('share/a')).toBe('新')
    rmSync(at('share/a'))
    await writeWhole(at('link'), bytes('再'))
    expect(read('share/a')).toBe('再')
    expect(readdirSync(folder).sort()).toEqual(['link', 'share'])
  })

  test('in the order it was asked for, however many ask at once', async () => {
    const seen: string[] = []
    const writes = Array.from({ length: 20 }, (_, index) =>
      writeWhole(at('a'), bytes(`${index}`.repeat(10_000 * (20 - index))), undefined, () =>
        seen.push(`${index}`),
      ),
    )
    await Promise.all(writes)
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`))
    expect(read('a')).toBe('19'.repeat(10_000))
    expect(readdirSync(folder)).toEqual(['a'])
  })
})

describe('a refused write leaves everything as it was', () => {
  test.each([
    ['the target is a folder', 'folder', 'unwritable'],
    ['the folder is not there', 'nowhere/a', 'missingFolder'],
    ['the folder is a file', 'file/a', 'missingFolder'],
    ['the name is too long', 'x'.repeat(300), 'pathTooLong'],
  ])('%s', async (_what, name, kind) => {
    mkdirSync(at('folder'))
    writeFileSync(at('file'), '旧')
    const reply = await writeWhole(at(name), bytes('新'))
    expect(reply).toEqual({ ok: false, error: { kind, name: name.split('/').at(-1) } })
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder'])
    expect(read('file')).toBe('旧')
  })

  test.skipIf(process.platform !== 'linux').each([
    ['a device', '/dev/full', 'unwritable'],
    ['a folder nobody may write to, not even root', '/sys/kernel/a', 'readOnly'],
  ])('%s', async (_what, path, kind) => {
    expect(await writeWhole(path, bytes('新'))).toMatchObject({ ok: false, error: { kind } })
    expect(existsSync(path)).toBe(path === '/dev/full')
  })

  test('whoever asks may say no, and is asked when the writes before are done', async () => {
    const first = writeWhole(at('a'), bytes('一'))
    const second = writeWhole(at('a'), bytes('二'), async () => read('a') !== '一')
    expect((await first).ok).toBe(true)
    expect(await second).toEqual({ ok: false, error: { kind: 'changedOnDisk', name: 'a' } })
    expect(read('a')).toBe('一')
  })

  test('a question that cannot be answered is a refusal', async () => {
    const reply = await writeWhole(at('a'), bytes('新'), async () => {
      readFileSync(folder)
      return true
    })
    expect(reply.ok).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('whoever is killed while writing', () => {
  const writer = fileURLToPath(new URL('./endless-writer.ts', import.meta.url))
  const size = 2_000_000

  test('leaves the old file or the new one, never half', { timeout: 60_000 }, async () => {
    const contents = new Set<string>()
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, ['--import', 'tsx', writer, at('a'), `${size}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await pause(round * 7)
      child.kill('SIGKILL')
      await once(child, 'exit')
      const text = read('a')
      expect(text).toHaveLength(size)
      expect(text).toBe(text.charAt(0).repeat(size))
      contents.add(text.charAt(0))
    }
    expect(contents.size).toBeGreaterThan(1)
  })
})
