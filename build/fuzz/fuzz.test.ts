import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { draftKind, exportKind } from './case-kinds'
import { draftCase } from './draft-cases'
import { type CaseKind, reportFailures, runCases } from './run-cases'
import { checkPage } from './try-export'

// The full numbers: npm run fuzz. Here a slice of them, of another seed every time so that the slices add up.
const seed = Date.now() % 2 ** 31

test('hostile files are opened and checked, or refused', { timeout: 120_000 }, async () => {
  const { counts, failures } = await runCases(draftKind, seed, 0, 1000)
  expect(failures, `npm run fuzz -- drafts 1000 ${seed}`).toEqual([])
  expect(Object.keys(counts).sort()).toEqual(['checked', 'refused', 'salvaged'])
})

test('drafts of strange content are exported well-formed', { timeout: 120_000 }, async () => {
  const { counts, failures } = await runCases(exportKind, seed, 0, 15)
  expect(failures, `npm run fuzz -- exports 15 ${seed}`).toEqual([])
  expect(counts).toEqual({ exported: 15 })
})

test.each([
  '<p>a</p><img src="x" onerror="f()">',
  '<svg></svg>',
  '<a href="javascript:f()">a</a>',
  "<a class='b' HREF = ' javascript:f()'>a</a>",
])('a page that acts is found out: %s', (page) => {
  expect(() => checkPage(page)).toThrow('The page holds')
})

test('a page that only says what would act does not', () => {
  const page =
    '<meta name="author" content="&quot;&gt;&lt;img src=x onerror=f()"><p>&lt;script&gt; javascript: onclick=</p>'
  expect(() => checkPage(page)).not.toThrow()
})

test('a case is the same each time, and another for another seed', () => {
  const [first, again, other] = [draftCase(1, 7), draftCase(1, 7), draftCase(2, 7)]
  expect(again.equals(first)).toBe(true)
  expect(other.equals(first)).toBe(false)
})

test('a case is the same whatever cases were made before it', () => {
  const first = Array.from({ length: 20 }, (_, index) => draftCase(1, index))
  for (let index = 20; index < 2000; index++) draftCase(1, index)
  expect(first.findIndex((bytes, index) => !bytes.equals(draftCase(1, index)))).toBe(-1)
})

test('a case that fails is made as small as it can be and can be had again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const kind: CaseKind = {
    name: 'letters',
    make: (_seed, index) => Buffer.from(`some text ${'x'.repeat(index)} with a fault! in it`),
    async attempt(bytes) {
      if (bytes.includes('!')) throw new Error(`a fault after ${bytes.indexOf('!')} letters`)
      return 'fine'
    },
  }
  const run = await runCases(kind, 3, 40, 1)
  expect(run.failures.map(({ index, bytes }) => [index, bytes.toString()])).toEqual([[40, '!']])
  const [line = ''] = reportFailures(kind, 3, run, folder)
  expect(line).toContain('npm run fuzz -- letters 1 3 40')
  expect(readFileSync(join(folder, 'letters-3-40'), 'utf8')).toBe('!')
})
