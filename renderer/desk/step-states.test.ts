import { describe, expect, test } from 'vitest'
import { put, typeName } from './desk-acts'
import { type DeskWorld, deskWithReport } from './desk-world'
import { slotPlace } from './place'
import { stepStates } from './step-states'

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
