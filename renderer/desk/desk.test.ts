import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { check } from '../../shared/check/check'
import type { Draft } from '../../shared/draft/draft'
import { computeFigures } from '../../shared/draft/figures'
import { AUTOSAVE_PAUSE } from './autosave'
import { findingsOf, formatOf, valuesOf } from './derived'
import { type DeskWorld, deskWithFile, deskWithReport, deskWorld, draftOf, refused } from './desk-world'
import { BURST_PAUSE, HISTORY_LIMIT } from './history'
import { cellPlace, fieldPlace, type Place, slotPlace } from './place'
import { setFigures } from './repair'
import { shownFindings, shownFindingsOf } from './shown-findings'
import { stepStates } from './step-states'

const name = fieldPlace('basics', 'publisher.name')
const phone = fieldPlace('basics', 'contact.phone')

function typeName({ desk }: DeskWorld, text: string): void {
  for (let length = 1; length <= text.length; length++)
    desk.edit({ kind: 'typing', place: name }, (draft) => {
      draft.publisher.name = text.slice(0, length)
    })
}

function put(
  { desk }: DeskWorld,
  figures: Record<string, number | undefined>,
  kind: 'typing' | 'once' = 'once',
) {
  desk.edit({ kind, place: cellPlace('3', Object.keys(figures)[0] ?? '') }, (draft) =>
    setFigures(draft, figures),
  )
}

const messages = (world: DeskWorld, step = '3') =>
  shownFindingsOf(world.draft(), world.desk.store.getState().session.touched, step).map(
    ({ message }) => message,
  )

const steps = ({ desk }: DeskWorld) => desk.store.getState().history.done.length

describe('undo', () => {
  test('a burst of typing in one field is one step', async () => {
    const world = await deskWithReport()
    typeName(world, '四方台区')
    expect(steps(world)).toBe(1)
    world.desk.undo()
    expect(world.draft().publisher.name).toBe('')
    world.desk.redo()
    expect(world.draft().publisher.name).toBe('四方台区')
  })

  test('a pause of more than a second begins another step', async () => {
    const world = await deskWithReport()
    typeName(world, '四方')
    world.pass(BURST_PAUSE + 1)
    typeName(world, '四方台')
    expect(steps(world)).toBe(2)
  })

  test('leaving the field begins another step', async () => {
    const world = await deskWithReport()
    typeName(world, '四方')
    world.desk.seal()
    typeName(world, '四方台')
    expect(steps(world)).toBe(2)
  })

  test('typing elsewhere begins another step', async () => {
    const world = await deskWithReport()
    typeName(world, '四方')
    world.desk.edit({ kind: 'typing', place: phone }, ({ publisher }) => {
      publisher.phone = '0'
    })
    typeName(world, '四方台')
    expect(steps(world)).toBe(3)
  })

  test('a paste is a step of its own, also in the middle of typing', async () => {
    const world = await deskWithReport()
    put(world, { 't3.received.individual': 5 }, 'typing')
    put(world, { 't3.received.individual': 57, 't3.received.business': 3 })
    put(world, { 't3.received.individual': 58 }, 'typing')
    expect(steps(world)).toBe(3)
    world.desk.undo()
    world.desk.undo()
    expect(world.draft().figures).toEqual({ 't3.received.individual': 5 })
  })

  test('an edit that changes nothing is no step', async () => {
    const world = await deskWithReport()
    world.desk.edit({ kind: 'once', place: name }, (draft) => {
      draft.year = 2025
    })
    expect(steps(world)).toBe(0)
  })

  test('a new edit gives up what was undone', async () => {
    const world = await deskWithReport()
    typeName(world, '甲')
    world.desk.undo()
    typeName(world, '乙')
    world.desk.redo()
    expect(world.draft().publisher.name).toBe('乙')
  })

  test('brings the caret to where the change was', async () => {
    const world = await deskWithReport()
    put(world, { 't3.received.individual': 5 })
    world.desk.goToStep('6')
    world.desk.undo()
    expect(world.desk.store.getState().session).toMatchObject({
      step: '3',
      request: { place: { step: '3', target: { kind: 'cell', cell: 't3.received.individual' } } },
    })
  })

  test('the oldest steps go when there are too many', async () => {
    const world = await deskWithReport()
    for (let value = 0; value <= HISTORY_LIMIT; value++) put(world, { 't3.received.individual': value })
    expect(steps(world)).toBe(HISTORY_LIMIT)
  })

  test('with nothing to undo nothing happens', async () => {
    const world = await deskWithReport()
    const before = world.desk.store.getState()
    world.desk.undo()
    world.desk.redo()
    expect(world.desk.store.getState()).toBe(before)
  })
})

describe('whatever the clerk does', () => {
  interface Act {
    place: Place
    kind: 'typing' | 'once'
    pause: number
    recipe(draft: Draft): void
  }
  const cells = [
    't3.received.individual',
    't3.received.total',
    't3.granted.individual',
    't3.total.individual',
  ]
  const act: fc.Arbitrary<Act> = fc
    .record({
      kind: fc.constantFrom('typing', 'once'),
      pause: fc.constantFrom(0, 500, 1500),
      change: fc.oneof(
        fc.record({
          what: fc.constant('cell'),
          cell: fc.constantFrom(...cells),
          value: fc.option(fc.nat(99)),
        }),
        fc.record({ what: fc.constant('name'), text: fc.string({ maxLength: 4 }) }),
        fc.record({ what: fc.constant('title'), text: fc.string({ maxLength: 4 }) }),
        fc.record({ what: fc.constant('prose'), text: fc.string({ maxLength: 4 }) }),
      ),
    })
    .map(({ kind, pause, change }) => ({ kind, pause, ...actOf(change) }))

  function actOf(change: {
    what: string
    cell?: string
    value?: number | null
    text?: string
  }): Pick<Act, 'place' | 'recipe'> {
    const { cell, value, text = '' } = change
    if (cell !== undefined)
      return {
        place: cellPlace('3', cell),
        recipe: (draft) => setFigures(draft, { [cell]: value ?? undefined }),
      }
    if (change.what === 'name')
      return {
        place: name,
        recipe: (draft) => {
          draft.publisher.name = text
        },
      }
    if (change.what === 'title')
      return {
        place: fieldPlace('basics', 'title'),
        recipe: (draft) => {
          draft.title = { kind: 'edited', lines: [text, text] }
        },
      }
    return {
      place: slotPlace('1', '1'),
      recipe: (draft) => {
        draft.prose['1'] = [{ kind: 'paragraph', text: [{ kind: 'text', text }] }]
      },
    }
  }

  test('undoing all of it gives the start, redoing all of it the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
        const world = await deskWithReport()
        const start = world.draft()
        for (const { kind, place, pause, recipe } of acts) {
          world.pass(pause)
          world.desk.edit({ kind, place }, recipe)
        }
        const end = world.draft()
        for (let times = steps(world); times > 0; times--) world.desk.undo()
        expect(world.draft()).toEqual(start)
        for (const _ of acts) world.desk.redo()
        expect(world.draft()).toEqual(end)
      }),
    )
  })

  test('findings and values are those of the draft computed from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 15 }), async (acts) => {
        const world = await deskWithReport()
        for (const { kind, place, recipe } of acts) {
          world.desk.edit({ kind, place }, recipe)
          const copy = structuredClone(world.draft())
          expect(findingsOf(world.draft())).toEqual(check(copy, formatOf(copy)))
          expect(valuesOf(world.draft())).toEqual(computeFigures(formatOf(copy), copy.figures))
          expect(shownFindings(world.draft(), new Set())).toEqual(shownFindings(copy, new Set()))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('nothing is red before it was touched', () => {
  test('an empty report shows no findings', async () => {
    const world = await deskWithReport()
    expect(shownFindings(world.draft(), new Set())).toEqual([])
    expect(findingsOf(world.draft()).length).toBeGreaterThan(0)
  })

  test('a sum with one side blank is not judged yet', async () => {
    const world = await deskWithReport()
    put(world, { 't3.received.individual': 57 })
    expect(messages(world)).toEqual([])
  })

  test('a wrong total appears with both numbers, and goes the moment it is right', async () => {
    const world = await deskWithReport()
    put(world, { 't3.granted.individual': 50, 't3.granted.business': 6 })
    put(world, { 't3.granted.total': 65 })
    expect(messages(world)).toEqual(['表三（一）予以公开·总计：填 65，六类申请人合计 56。'])
    put(world, { 't3.granted.total': 56 })
    expect(messages(world)).toEqual([])
  })

  test('a contact detail is judged once the caret has left it', async () => {
    const world = await deskWithReport()
    world.desk.edit({ kind: 'typing', place: phone }, ({ publisher }) => {
      publisher.phone = '12'
    })
    expect(messages(world, 'basics')).toEqual([])
    world.desk.touch('contact.phone')
    expect(messages(world, 'basics')).toEqual(['电话：填“12”，不是完整的电话号码。'])
  })

  test('what an opened draft holds is judged at once', async () => {
    const draft = draftOf(2025)
    const world = await deskWithFile({ ...draft, publisher: { ...draft.publisher, phone: '12' } })
    expect(messages(world, 'basics')).toHaveLength(1)
  })

  test('blank cells wait for the review', async () => {
    const world = await deskWithReport()
    put(world, { 't3.received.individual': 1 })
    expect(findingsOf(world.draft()).some(({ message }) => message.startsWith('表三有'))).toBe(true)
    expect(messages(world)).toEqual([])
  })
})

describe('the rail', () => {
  const states = ({ desk, draft }: DeskWorld) => {
    const { touched, exported } = desk.store.getState().session
    return Object.fromEntries(stepStates(draft(), touched, exported).map(({ step, state }) => [step, state]))
  }

  test('an empty report is untouched everywhere', async () => {
    const world = await deskWithReport()
    expect(new Set(Object.values(states(world)))).toEqual(new Set(['untouched']))
  })

  test('each step tells how far it is', async () => {
    const world = await deskWithReport()
    typeName(world, '某某区人民政府')
    put(world, { 't3.granted.individual': 5, 't3.granted.total': 6 })
    put(world, { 't4.review.upheld': 1 })
    world.desk.edit({ kind: 'once', place: slotPlace('5', '5') }, (draft) => {
      draft.prose['5'] = [{ kind: 'paragraph', text: [{ kind: 'text', text: '有的单位公开不及时。' }] }]
    })
    expect(states(world)).toEqual({
      basics: 'done',
      preamble: 'done',
      '1': 'untouched',
      '2': 'untouched',
      '3': 'problems',
      '4': 'inProgress',
      '5': 'done',
      '6': 'untouched',
      review: 'problems',
      export: 'untouched',
    })
  })
})

describe('going to findings', () => {
  test('F8 goes from one to the next and round again, Shift+F8 back', async () => {
    const world = await deskWithReport()
    put(world, { 't3.granted.individual': 5, 't3.granted.total': 6 })
    put(world, { 't4.review.upheld': 1, 't4.review.total': 2 })
    const at = () => {
      const target = world.desk.store.getState().session.request?.place.target
      return target?.kind === 'cell' ? target.cell : undefined
    }
    const visited = ['nextFinding', 'nextFinding', 'nextFinding', 'previousFinding'] as const
    expect(
      visited.map((command) => {
        world.desk.run(command)
        return at()
      }),
    ).toEqual(['t3.granted.total', 't4.review.total', 't3.granted.total', 't4.review.total'])
  })
})

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
    expect(world.askedFor('window:state').at(-1)).toEqual({ title: '年报.nianbao', unsaved: false })
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
    await world.desk.exportReport(['docx'])
    const state = () =>
      stepStates(world.draft(), new Set(), world.desk.store.getState().session.exported).at(-1)?.state
    expect(state()).toBe('done')
    typeName(world, '甲')
    expect(state()).toBe('inProgress')
  })
})
