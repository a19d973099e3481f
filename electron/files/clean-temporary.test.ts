import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cleanTemporary } from './clean-temporary'

test('only what a killed writer left long ago is removed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clean-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const old = new Date(Date.now() - 2 * 60 * 60_000)
  const names = ['.nianbao-0123456789ab.tmp', 'x.tmp', '.nianbao-0123456789ab.tmp.bak', '年报.nianbao']
  for (const name of [...names, '.nianbao-ffffffffffff.tmp']) writeFileSync(join(folder, name), 'x')
  mkdirSync(join(folder, '.nianbao-aaaaaaaaaaaa.tmp'))
  for (const name of [...names, '.nianbao-aaaaaaaaaaaa.tmp']) utimesSync(join(folder, name), old, old)
  await cleanTemporary(folder)
  expect(readdirSync(folder).sort()).toEqual(
    ['.nianbao-aaaaaaaaaaaa.tmp', '.nianbao-ffffffffffff.tmp', ...names.slice(1)].sort(),
  )
  await cleanTemporary(join(folder, 'nowhere'))
})
