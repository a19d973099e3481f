import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AUTOSAVE_LONGEST, AUTOSAVE_PAUSE } from './autosave'
import { typeName } from './desk-acts'
import { deskWithFile, deskWithReport, refused } from './desk-world'
import { KEEP_PAUSE } from './keeping'

describe('work on the desk is kept', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

  test('also without a file, within a second and while the typing goes on', async () => {
    const world = await deskWithReport()
    for (const text of ['一', '二', '三', '四']) {
      typeName(world, text)
      await pass(100)
    }
    expect(world.askedFor('recovery:keep')).toHaveLength(1)
    await pass(KEEP_PAUSE)
    expect(world.askedFor('recovery:keep').at(-1)).toEqual({ handle: null, draft: world.draft() })
    expect(world.desk.store.getState().session.kept).toBe(world.draft())
  })

  test('once as it stands, not at every look', async () => {
    const world = await deskWithReport()
    typeName(world, '一')
    await pass(KEEP_PAUSE)
    world.desk.goToStep('preamble')
    await pass(KEEP_PAUSE * 3)
    expect(world.askedFor('recovery:keep')).toHaveLength(1)
  })

  test('until it is in its file', async () => {
    const world = await deskWithFile()
    typeName(world, '一')
    await pass(KEEP_PAUSE)
    expect(world.askedFor('recovery:end')).toEqual([])
    await pass(AUTOSAVE_PAUSE)
    expect(world.askedFor('draft:save')).toHaveLength(1)
    expect(world.askedFor('recovery:end')).toEqual([{ how: 'saved' }])
  })

  test('and put with the earlier versions when the clerk gives it up', async () => {
    const world = await deskWithReport()
    typeName(world, '一')
    await pass(KEEP_PAUSE)
    await world.desk.beginAnyway({ kind: 'new' })
    expect(world.askedFor('recovery:end')[0]).toEqual({ how: 'givenUp' })
  })

  test('and said not to be, once, where it has no other place', async () => {
    const world = await deskWithReport()
    world.answer('recovery:keep', () => refused('diskFull'))
    typeName(world, '一')
    await pass(KEEP_PAUSE)
    const message = () => world.desk.store.getState().session.message
    expect(message()).toMatchObject({ kind: 'keepFailed', error: { kind: 'diskFull' } })
    world.desk.say(null)
    typeName(world, '二')
    await pass(KEEP_PAUSE)
    expect(message()).toBeNull()
    world.answer('recovery:keep', () => ({ ok: true, value: null }))
    typeName(world, '三')
    await pass(KEEP_PAUSE)
    expect(world.desk.store.getState().session).toMatchObject({ keepFailed: false, kept: world.draft() })
  })

  test('a keeping that breaks off keeps nobody from the next', async () => {
    const world = await deskWithReport()
    world.answer('recovery:keep', () => {
      throw new Error('refused')
    })
    typeName(world, '一')
    await pass(KEEP_PAUSE)
    typeName(world, '二')
    await pass(KEEP_PAUSE)
    expect(world.askedFor('recovery:keep')).toHaveLength(2)
  })

  test('and a file is saved every few seconds even if the typing never pauses', async () => {
    const world = await deskWithFile()
    for (let passed = 0; passed <= AUTOSAVE_LONGEST; passed += 500) {
      typeName(world, `第${passed}`)
      await pass(500)
    }
    expect(world.askedFor('draft:save')).toHaveLength(1)
  })
})
