import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../shared/check/check'
import type { Draft } from '../../shared/draft/draft'
import { computeFigures } from '../../shared/draft/figures'
import { findingsOf, formatOf, valuesOf } from './derived'
import { name, phone, put, steps, typeName } from './desk-acts'
import { deskWithReport } from './desk-world'
import { BURST_PAUSE, HISTORY_LIMIT } from './history'
import { cellPlace, fieldPlace, type Place, slotPlace } from './place'
import { setFigures } from './repair'
import { shownFindings } from './shown-findings'

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
