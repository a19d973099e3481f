import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRecoveryStore, type KeptOf, type RecoveryStore } from './recovery-store'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'recovery-')), 'recovery')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const bytes = (text: string) => Buffer.from(text)
const of = (path: string | null, minute = 0) => ({ path, changedAt: `2026-01-20T08:0${minute}:00.000Z` })
const keepIn = (store: RecoveryStore, ...what: [KeptOf, Uint8Array]) => store.keep(store.ticket(), ...what)
const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString()

test('what was kept last is what the next run finds, with its time and its file', async () => {
  const store = createRecoveryStore(folder)
  await Promise.all([
    store.keep(store.ticket(), of('/a', 1), bytes('一')),
    store.keep(store.ticket(), of('/a', 2), bytes('二')),
  ])
  const [found, ...others] = await createRecoveryStore(folder).leftovers()
  expect(found).toMatchObject({ ...of('/a', 2), isWhole: true })
  expect(found && textOf(found)).toBe('二')
  expect(others).toEqual([])
})

test('work that ended well leaves nothing, and work of this run is no leftover', async () => {
  const store = createRecoveryStore(folder)
  await store.keep(store.ticket(), of(null), bytes('一'))
  expect(await store.leftovers()).toEqual([])
  await store.end()
  expect(readdirSync(folder)).toEqual([])
  expect(await store.kept()).toBeUndefined()
})

test('an end overtakes no keeping that was asked for before it', async () => {
  const store = createRecoveryStore(folder)
  await Promise.all([store.keep(store.ticket(), of(null), bytes('一')), store.end()])
  expect(readdirSync(folder)).toEqual([])
})

test('a draft that goes into its file is kept before it, and an older one never replaces a newer one', async () => {
  const store = createRecoveryStore(folder)
  await store.precede(store.ticket(), of('/a'), bytes('零'))
  expect(existsSync(folder)).toBe(false)
  await store.keep(store.ticket(), of('/a'), bytes('一'))
  const [saving, typing] = [store.ticket(), store.ticket()]
  await store.precede(saving, of('/a'), bytes('二'))
  expect(await store.kept().then((kept) => kept && textOf(kept))).toBe('二')
  await store.keep(typing, of('/a'), bytes('三'))
  await store.precede(saving, of('/a'), bytes('二'))
  expect(await store.kept().then((kept) => kept && textOf(kept))).toBe('三')
})

test('several runs that ended badly are told newest first', async () => {
  for (const minute of [1, 3, 2])
    await keepIn(createRecoveryStore(folder), of(`/${minute}`, minute), bytes('x'))
  const found = await createRecoveryStore(folder).leftovers()
  expect(found.map(({ path }) => path)).toEqual(['/3', '/2', '/1'])
})

test('a leftover that goes on the desk stays until its work is in a file', async () => {
  await keepIn(createRecoveryStore(folder), of('/a'), bytes('一'))
  const store = createRecoveryStore(folder)
  const [found] = await store.leftovers()
  if (!found) throw new Error('Nothing was left.')
  await store.adopt(found)
  expect(await store.leftovers()).toEqual([])
  expect(await createRecoveryStore(folder).leftovers()).toHaveLength(1)
  await store.keep(store.ticket(), of('/a'), bytes('二'))
  expect(readdirSync(folder)).toHaveLength(1)
  await store.end()
  expect(readdirSync(folder)).toEqual([])
})

test('what is cut off or changed is known as such', async () => {
  await keepIn(createRecoveryStore(folder), of('/a'), bytes('一二三四'))
  const [name = ''] = readdirSync(folder)
  const whole = readFileSync(join(folder, name))
  writeFileSync(join(folder, name), whole.subarray(0, -3))
  expect(await createRecoveryStore(folder).leftovers()).toMatchObject([{ isWhole: false }])
  writeFileSync(join(folder, name), whole.subarray(0, 20))
  expect(await createRecoveryStore(folder).leftovers()).toEqual([])
})

test.each([
  ['nothing', ''],
  ['no header', 'x\n{}'],
  ['a header of another kind', '{"kind":"x"}\n{}'],
  ['a list for a header', '[]\n{}'],
  ['a time that is none', '{"kind":"nianbao-recovery","path":null,"changedAt":"soon","digest":""}\n{}'],
  [
    'a path that is a number',
    '{"kind":"nianbao-recovery","path":1,"changedAt":"2026-01-20","digest":""}\n{}',
  ],
])('a file of %s is no leftover', async (_what, content) => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.recovery'), content)
  expect(await createRecoveryStore(folder).leftovers()).toEqual([])
})

test('a place that takes no file is told', async () => {
  writeFileSync(folder, '')
  const store = createRecoveryStore(folder)
  expect(await store.keep(store.ticket(), of(null), bytes('一'))).toMatchObject({ ok: false })
  expect(await store.leftovers()).toEqual([])
  await store.end()
})
