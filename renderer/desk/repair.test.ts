import { expect, test } from 'vitest'
import { formats, proposeFormat } from '../../shared/format/formats'
import { findingsOf, valuesOf } from './derived'
import { draftOf } from './desk-world'
import { applyFix, fillableGaps } from './repair'

test.each(formats)(
  'zeros for the blanks of an empty $id report leave none, and no total is typed',
  (format) => {
    const draft = draftOf(format.years.from)
    for (const { fix } of fillableGaps(findingsOf(draft))) applyFix(draft, proposeFormat(draft.year), fix)
    const filled = { ...draft, figures: { ...draft.figures } }
    expect(fillableGaps(findingsOf(filled))).toEqual([])
    expect([...valuesOf(filled).values()].filter(({ kind }) => kind === 'blank')).toEqual([])
    expect(draft.figures['t3.total.total']).toBeUndefined()
  },
)

test('a repair no cell accepts empties the cell instead of inventing a value', () => {
  const draft = { ...draftOf(2025), figures: { 't3.granted.individual': 5 } }
  applyFix(draft, proposeFormat(2025), {
    certain: true,
    cells: [{ cell: 't3.granted.individual', from: '5', to: '五点' }],
  })
  expect(draft.figures).toEqual({})
})
