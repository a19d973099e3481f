import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../scripts/paths'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const about = JSON.parse(read('package.json'))

/** Name and licence of every row of the document's tables. */
const listed = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (.+) \| (.+) \|$/gm)].map(
  ([, name = '', reason = '', licence = '']) => ({ name, reason, licence }),
)

test('every dependency is listed once with its reason and the licence its own package.json names', () => {
  const names = Object.keys({ ...about.dependencies, ...about.devDependencies })
  const licences = names.map((name) => [name, JSON.parse(read(`node_modules/${name}/package.json`)).license])
  expect(Object.fromEntries(listed.map(({ name, licence }) => [name, licence]))).toEqual(
    Object.fromEntries(licences),
  )
  expect(listed).toHaveLength(names.length)
  expect(listed.filter(({ reason }) => reason.trim().length < 3)).toEqual([])
})

test('nothing is shipped but what is bundled, and every version is exact', () => {
  expect(about.dependencies).toBeUndefined()
  const versions = Object.values<string>(about.devDependencies)
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
