import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, date, integer, property, uniqueArray } from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupName, backupTime, surplusBackups } from './backup-names'
import { createBackups } from './backups'

let folder: string
let time: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backups-'))
  time = Date.parse('2026-01-20T08:00:00Z')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const minutes = (count: number) => {
  time += count * 60_000
}
const backups = () => createBackups(join(folder, 'backups'), () => new Date(time))
const bytes = (text: string) => Buffer.from(text)
const texts = async (made: ReturnType<typeof backups>, path?: string | null) =>
  (await made.list(path)).map(({ file }) => readFileSync(file, 'utf8'))

describe('versions', () => {
  test('of several reports are kept apart, newest first, and listed together', async () => {
    const made = backups()
    await made.keep('/a', bytes('甲'))
    minutes(1)
    await made.keep('/b', bytes('乙'))
    minutes(1)
    await made.keep('/a', bytes('丙'))
    minutes(1)
    await made.keep(null, bytes('丁'))
    expect(await texts(made, '/a')).toEqual(['丙', '甲'])
    expect(await texts(made, null)).toEqual(['丁'])
    expect((await made.list()).map(({ of, keptAt }) => [of, keptAt])).toEqual([
      [null, '2026-01-20T08:03:00.000Z'],
      ['/a', '2026-01-20T08:02:00.000Z'],
      ['/b', '2026-01-20T08:01:00.000Z'],
      ['/a', '2026-01-20T08:00:00.000Z'],
    ])
  })

  test('that say the same are kept once', async () => {
    const made = backups()
    await made.keep('/a', bytes('甲'))
    minutes(30)
    await made.keep('/a', bytes('甲'))
    expect(await made.list('/a')).toHaveLength(1)
  })

  test('of the same moment are both kept', async () => {
    const made = backups()
    await made.keep('/a', bytes('甲'))
    await made.keep('/a', bytes('乙'))
    expect(await texts(made, '/a')).toEqual(['乙', '甲'])
  })

  test('beyond the last twenty go', async () => {
    const made = backups()
    for (let count = 1; count <= 23; count++) {
      await made.keep('/a', bytes(`${count}`))
      minutes(1)
    }
    const left = await texts(made, '/a')
    expect([left.length, left[0], left.at(-1)]).toEqual([20, '23', '4'])
  })

  test('are put away before the first save after opening, then every ten minutes', async () => {
    const made = backups()
    made.opened('/a')
    await made.keepIfDue('/a', bytes('一'))
    minutes(9)
    await made.keepIfDue('/a', bytes('二'))
    minutes(1)
    await made.keepIfDue('/a', bytes('三'))
    made.opened('/a')
    await made.keepIfDue('/a', bytes('四'))
    expect(await texts(made, '/a')).toEqual(['四', '三', '一'])
  })

  test('that cannot be put away are told, and hinder no save', async () => {
    writeFileSync(join(folder, 'backups'), '')
    const made = backups()
    expect(await made.keep('/a', bytes('一'))).toMatchObject({ ok: false, error: { kind: 'missingFolder' } })
    await made.keepIfDue('/a', bytes('一'))
    expect(await made.list()).toEqual([])
  })
})

describe('a version’s name', () => {
  test('tells its time', () => {
    expect(backupTime('2026-01-20T080102.003Z.nianbao')).toBe('2026-01-20T08:01:02.003Z')
    expect(backupTime('origin.json')).toBeUndefined()
  })

  test('sorts by time, and only the oldest are surplus', () => {
    const times = uniqueArray(date({ min: new Date(0), max: new Date('9000-01-01'), noInvalidDate: true }), {
      selector: Number,
      maxLength: 40,
    })
    assert(
      property(times, integer({ min: 0, max: 30 }), (dates, most) => {
        const names = dates.map((date) => backupName(date, []))
        const surplus = new Set(surplusBackups(names, most))
        const oldest = [...dates].sort((one, other) => Number(one) - Number(other))
        const expected = oldest.slice(0, Math.max(0, dates.length - most))
        expect([...surplus].map(backupTime)).toEqual(expected.map((date) => date.toISOString()))
      }),
    )
  })
})
