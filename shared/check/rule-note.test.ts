import { expect, it } from 'vitest'
import notes from '../../templates/rules.json'
import { formats } from '../format/formats'
import { ruleNote } from './rule-note'
import { rulesOf } from './rules-of'

it.each([...new Set(formats.flatMap(rulesOf))])('%s is explained', (rule) => {
  expect(ruleNote(rule)?.explanation).toMatch(/。$/u)
})

it('a rule nobody wrote about has no note', () => {
  expect(ruleNote('T7-1')).toBeUndefined()
  expect(ruleNote('toString')).toBeUndefined()
})

it('notes are one plain line each', () => {
  for (const { title, explanation } of Object.values(notes))
    expect(`${title}${explanation}`).toMatch(/^[^\n!！]+$/u)
})
