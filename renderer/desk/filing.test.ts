import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AUTOSAVE_PAUSE } from './autosave'
import { typeName } from './desk-acts'
import { deskWithFile, deskWithReport, deskWorld, draftOf, refused } from './desk-world'
import { stepStates } from './step-states'

describe('files', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('a new report is of last year in January, and nothing of it is unsaved', async () => {
    const world = deskWorld()
    await world.desk.begin({ kind: 'new' })
    expect(world.draft()).toMatchObject({ year: 2025, format: '2021', scope: 'organ' })
    expect(world.askedFor('window:state').at(-1)).toMatchObject({ unsaved: false })
  })

  test('a named draft is saved a second after the last change, once', async () => {
    const world = await deskWithFile()
    typeName(world, '四方台区')
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE - 1)
    expect(world.askedFor('draft:save')).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(world.askedFor('draft:save')).toEqual([{ handle: 'h1', draft: world.draft() }])
    expect(world.askedFor('window:state').at(-1)).toMatchObject({ title: '年报.nianbao', unsaved: false })
  })

  test('what is typed while a save runs is saved after it', async () => {
    const world = await deskWithFile()
    world.answer('draft:save', ({ draft }) => {
      if (draft.publisher.name === '甲') typeName(world, '甲乙')
      return { ok: true, value: { name: '年报.nianbao' } }
    })
    typeName(world, '甲')
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE)
    expect(world.askedFor('window:state').at(-1)).toMatchObject({ unsaved: true })
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE)
    expect(world.askedFor('draft:save').map(({ draft }) => draft.publisher.name)).toEqual(['甲', '甲乙'])
    expect(world.askedFor('window:state').at(-1)).toMatchObject({ unsaved: false })
  })

  test('a failed save is said, keeps the work unsaved, and goes when a later one succeeds', async () => {
    const world = await deskWithFile()
    world.answer('draft:save', () => refused('diskFull'))
    typeName(world, '甲')
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE)
    expect(world.desk.store.getState().session.message).toEqual({
      kind: 'saveFailed',
      error: { kind: 'diskFull', name: '年报.nianbao' },
    })
    world.answer('draft:save', () => ({ ok: true, value: { name: '年报.nianbao' } }))
    await world.desk.save()
    expect(world.desk.store.getState().session).toMatchObject({ message: null, saveFailed: false })
  })

  test('while saving keeps failing the clerk is told once, not at every pause', async () => {
    const world = await deskWithFile()
    world.answer('draft:save', () => refused('inUse'))
    typeName(world, '甲')
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE)
    world.desk.say(null)
    typeName(world, '甲乙')
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE)
    expect(world.askedFor('draft:save')).toHaveLength(2)
    expect(world.desk.store.getState().session).toMatchObject({ message: null, saveFailed: true })
    await world.desk.save()
    expect(world.desk.store.getState().session.message).toMatchObject({ kind: 'saveFailed' })
  })

  test('a save main does not answer is a failed save', async () => {
    const world = await deskWithFile()
    world.answer('draft:save', () => {
      throw new Error('refused')
    })
    typeName(world, '甲')
    expect(await world.desk.save()).toBe(false)
    expect(world.desk.store.getState().session).toMatchObject({ saving: false, saveFailed: true })
  })

  test('a save that breaks down is a failed save, and the next one is written', async () => {
    const world = await deskWithFile()
    const stop = world.desk.store.subscribe(({ session }) => {
      if (session.saving) throw new Error('broken')
    })
    typeName(world, '甲')
    expect(await world.desk.save()).toBe(false)
    expect(world.desk.store.getState().session).toMatchObject({
      saveFailed: true,
      message: { kind: 'saveFailed' },
    })
    stop()
    expect(await world.desk.save()).toBe(true)
    expect(world.askedFor('draft:save')).toHaveLength(1)
  })

  test('the file on the desk, handed over again, leaves what was typed since', async () => {
    const world = await deskWithFile()
    typeName(world, '甲')
    world.desk.goHome()
    world.tell('opened', {
      ok: true,
      value: { file: { handle: 'h1', name: '年报.nianbao' }, draft: draftOf(2024) },
    })
    await vi.advanceTimersByTimeAsync(0)
    expect(world.draft()).toMatchObject({ year: 2025, publisher: { name: '甲' } })
    expect(world.desk.store.getState().session.screen).toBe('report')
  })

  test('another file, handed over, takes its place once the first is saved', async () => {
    const world = await deskWithFile()
    typeName(world, '甲')
    world.tell('opened', {
      ok: true,
      value: { file: { handle: 'h9', name: '乙.nianbao' }, draft: draftOf(2024) },
    })
    await vi.advanceTimersByTimeAsync(0)
    expect(world.askedFor('draft:save')).toHaveLength(1)
    expect(world.draft().year).toBe(2024)
  })

  test('saving an unnamed draft asks where to, and a closed dialog leaves it unsaved', async () => {
    const world = await deskWithReport()
    world.answer('draft:saveAs', () => null)
    typeName(world, '某某区人民政府')
    expect(await world.desk.save()).toBe(false)
    expect(world.askedFor('draft:saveAs')[0]?.suggestedName).toBe(
      '某某区人民政府2025年政府信息公开工作年度报告',
    )
    expect(world.askedFor('window:state').at(-1)).toMatchObject({ unsaved: true })
  })

  test('an unsaved unnamed report is not put aside without a word', async () => {
    const world = await deskWithReport()
    typeName(world, '甲')
    await world.desk.begin({ kind: 'new' })
    expect(world.draft().publisher.name).toBe('甲')
    expect(world.desk.store.getState().session.message).toEqual({
      kind: 'leavesUnsaved',
      next: { kind: 'new' },
    })
    await world.desk.beginAnyway({ kind: 'new' })
    expect(world.draft().publisher.name).toBe('')
  })

  test('a named report is saved before another is opened', async () => {
    const world = await deskWithFile()
    typeName(world, '甲')
    await world.desk.begin({ kind: 'new' })
    expect(world.askedFor('draft:save')).toHaveLength(1)
    expect(world.draft().publisher.name).toBe('')
  })

  test('a file that cannot be opened is named, and the report on the desk stays', async () => {
    const world = await deskWithReport()
    const before = world.draft()
    world.answer('draft:open', () => ({
      ok: false,
      error: { kind: 'newer', name: '新.nianbao', version: 3 },
    }))
    await world.desk.begin({ kind: 'open' })
    expect(world.draft()).toBe(before)
    expect(world.desk.store.getState().session.message).toMatchObject({ kind: 'openFailed' })
  })

  test('closing the window saves first, and stays open when that fails', async () => {
    const world = await deskWithFile()
    typeName(world, '甲')
    world.answer('draft:save', () => refused('missingFolder'))
    world.tell('closing', 'save')
    await vi.advanceTimersByTimeAsync(0)
    expect(world.askedFor('window:close')).toEqual([])
    world.answer('draft:save', () => ({ ok: true, value: { name: '年报.nianbao' } }))
    world.tell('closing', 'save')
    await vi.advanceTimersByTimeAsync(0)
    expect(world.askedFor('window:close')).toEqual([null])
  })

  test('an export says which file came of it, and when the draft has moved on', async () => {
    const world = await deskWithReport()
    world.answer('report:export', () => ({
      ok: true,
      value: [{ handle: 'w1', format: 'docx', name: '年报.docx' }],
    }))
    await world.desk.exportReport(['docx'], 'publication')
    const state = () =>
      stepStates(world.draft(), new Set(), world.desk.store.getState().session.exported).at(-1)?.state
    expect(state()).toBe('done')
    typeName(world, '甲')
    expect(state()).toBe('inProgress')
  })
})
