import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeTarget, writeTarget } from './target'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-target-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

it.each([
  ['changed', '改过的'],
  ['written for the first time', undefined],
])('a file %s since the command began is left alone', async (_case, before) => {
  const path = join(folder, 'a.nianbao')
  if (before !== undefined) await writeFile(path, before)
  const target = await takeTarget(path)
  await writeFile(path, '别的程序写的')
  await expect(writeTarget(target, '我的')).rejects.toThrow(`没有写入 ${path}：文件在此期间被别的程序改过。`)
  expect(await readFile(path, 'utf8')).toBe('别的程序写的')
})

it('a file nobody touched is replaced', async () => {
  const path = join(folder, 'a.nianbao')
  await writeFile(path, '旧的')
  await writeTarget(await takeTarget(path), '新的')
  expect(await readFile(path, 'utf8')).toBe('新的')
})
