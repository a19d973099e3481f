import { describe, expect, test } from 'vitest'
import { findingsOf } from './derived'
import { messages, phone, put } from './desk-acts'
import { deskWithFile, deskWithReport, draftOf } from './desk-world'
import { shownFindings } from './shown-findings'

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
