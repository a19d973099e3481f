import { expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { computeFigures } from '../../shared/draft/figures'
import { exportDocx } from '../export/docx'
import { reportIn } from '../import/open-report'
import { shownFigures } from '../import/round-trip'
import { type Damage, damaged, damages } from './support/damage'
import { hostile } from './support/hostile'
import { sampleDrafts } from './support/sample-drafts'

/** The two samples with every cell filled in: a figure in the wrong place is another figure. */
const full = sampleDrafts.filter(({ name }) => ['qinghe-2025', 'yunxi-2020'].includes(name))
const reports = await Promise.all(
  full.map(async ({ name, draft, format }) => ({
    name,
    format,
    truth: shownFigures(draft, format),
    docx: await exportDocx(compose(draft, format), gb9704),
  })),
)

interface Tally {
  right: number
  wrong: string[]
  unknown: number
}

function tally({ docx, format, truth }: (typeof reports)[number], damage: Damage): Tally {
  const read = reportIn(damaged(docx, damage), 'report.docx', '2026-01-01')
  if (!read.ok) throw new Error(read.error.kind)
  const { draft, taken } = read.value
  const values = computeFigures(format, draft.figures)
  const shown = (cell: string) => {
    const value = values.get(cell)
    return value && 'text' in value ? value.text : ''
  }
  const wrong = taken.flatMap((cell) =>
    shown(cell) === truth[cell] ? [] : [`${cell}: ${shown(cell)} for ${truth[cell]}`],
  )
  return { right: taken.length - wrong.length, wrong, unknown: Object.keys(truth).length - taken.length }
}

const printed: string[] = []
const counted: Tally[] = []

it.each([...damages, ...hostile])('$name: no wrong figure is taken for certain', (damage) => {
  for (const report of reports) {
    const one = tally(report, damage)
    const { right, wrong, unknown } = one
    counted.push(one)
    printed.push(`${report.name} ${damage.name}: ${right} right, ${wrong.length} wrong, ${unknown} unknown`)
    expect(wrong).toEqual([])
    if (damage.harmless) expect(unknown).toBe(0)
  }
})

it('counts what was read', () => {
  expect((damages.length + hostile.length) * reports.length).toBeGreaterThanOrEqual(40)
  const sum = (of: (one: Tally) => number) => counted.reduce((total, one) => total + of(one), 0)
  const all = `${counted.length} files: ${sum(({ right }) => right)} right, ${sum(({ wrong }) => wrong.length)} wrong, ${sum(({ unknown }) => unknown)} unknown`
  console.log([...printed, all].join('\n'))
})
