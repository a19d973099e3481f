import { expect, it } from 'vitest'
import notes from '../../templates/rules.json'
import type { Format } from '../format/format'
import { formats } from '../format/formats'
import { ruleNote } from './rule-note'

/** Every rule the check applies: those of the formats, and those written in code. */
const inFormats = formats.flatMap(({ rules, continuity = [], unusualChange, reappearance, ...format }) => [
  ...[...rules, ...continuity].map(({ id }) => id),
  ...(unusualChange ? [unusualChange.rule, unusualChange.unitRule] : []),
  ...(reappearance ? [reappearance.rule] : []),
  ...wordRules(format),
])

function wordRules({ topics = [], outdated = [], hints = [], chapters }: Omit<Format, 'rules'>): string[] {
  return [
    ...[...topics, ...outdated, ...hints].map(({ rule }) => rule),
    ...chapters.flatMap(({ whenEmpty, emptyWords }) =>
      [whenEmpty, emptyWords].flatMap((one) => one?.rule ?? []),
    ),
  ]
}
const inCode = [
  'T2-2',
  'T3-4',
  'P-9',
  'P-12',
  'X-3',
  'X-4',
  'C-1',
  'C-2',
  'L-1',
  'N-1',
  'N-2',
  'N-3',
  'N-4',
  'N-5',
  'B-1',
  'B-2',
  'B-3',
  'B-4',
  'B-5',
]

it.each([...new Set([...inFormats, ...inCode])])('%s is explained', (rule) => {
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
