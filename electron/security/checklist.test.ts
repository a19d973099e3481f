import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const rows = read('docs/security.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (#|promise) \|/.test(line))
  .map((line) => line.slice(2, -2).split(' | '))

describe('docs/security.md', () => {
  test('has every point of the checklist in its order', () => {
    const numbers = rows.map(([first]) => Number(first)).filter((number) => !Number.isNaN(number))
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  test.each(rows.map((row) => [row.at(-1) ?? '', row.at(-2) ?? '']))('%s is there', (shown, where) => {
    const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(shown) ?? []
    const source = read(file)
    // A name in a table of cases is a part of the whole name.
    expect(
      [`'${name}'`, `"${name}"`].some((quoted) => source.includes(quoted)),
      shown,
    ).toBe(true)
    for (const [, path = ''] of where.matchAll(/`((?:electron|shared|build|docs)\/[^`]+)`/g))
      expect(existsSync(join(root, path)), path).toBe(true)
  })
})

test('the Electron that is shipped is pinned to one version and not an old one', () => {
  const { devDependencies } = JSON.parse(read('package.json'))
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  const { version } = JSON.parse(read('node_modules/electron/package.json'))
  expect(devDependencies.electron).toBe(version)
  expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(45)
})
