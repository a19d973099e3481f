import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cachedFolder, cacheFolder } from './cache-folder'

let cache = ''

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'cache-'))
})

afterEach(() => rmSync(cache, { recursive: true, force: true }))

const fillWith = (text: string) => (folder: string) => writeFileSync(join(folder, 'file'), text)

test('is made once and found afterwards', async () => {
  const first = await cachedFolder(cache, 'electron', fillWith('first'))
  const second = await cachedFolder(cache, 'electron', fillWith('second'))
  expect(second).toBe(first)
  expect(readFileSync(join(first, 'file'), 'utf8')).toBe('first')
})

test('two runs at once end with one whole folder', async () => {
  const slow = async (folder: string) => {
    await new Promise((done) => setTimeout(done, 20))
    fillWith('whole')(folder)
  }
  await Promise.all([cachedFolder(cache, 'electron', slow), cachedFolder(cache, 'electron', slow)])
  expect(readdirSync(cache)).toEqual(['electron'])
  expect(readFileSync(join(cache, 'electron/file'), 'utf8')).toBe('whole')
})

test('a run that fails leaves nothing behind', async () => {
  const fails = () => Promise.reject(new Error('cut off'))
  await expect(cachedFolder(cache, 'electron', fails)).rejects.toThrow('cut off')
  expect(readdirSync(cache)).toEqual([])
})

test('what a killed run left is cleared away, what another run is making is not', async () => {
  mkdirSync(join(cache, '.unfinished-old'))
  utimesSync(join(cache, '.unfinished-old'), 0, 0)
  mkdirSync(join(cache, '.unfinished-new'))
  await cachedFolder(cache, 'electron', fillWith('x'))
  expect(existsSync(join(cache, '.unfinished-old'))).toBe(false)
  expect(existsSync(join(cache, '.unfinished-new'))).toBe(true)
})

test('lies where the desktop keeps caches', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/somewhere' })).toBe('/somewhere/nianbao-desk')
})
