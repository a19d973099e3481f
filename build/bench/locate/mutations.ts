import type { Format } from '../../../shared/format/format'
import format2019 from '../../../templates/formats/2019.json' with { type: 'json' }
import format2021 from '../../../templates/formats/2021.json' with { type: 'json' }
import { importModule } from '../../vite/import-module'
import type { Verdict } from './judge'

// `npm run bench:locate`: whether wrong cells of generated consistent reports are found again, and how fast.

const REPORTS = 20
const CASES = 4000
const SEED = 20_251_231

const { checkTimes, groundOf, oneWrongCell, timesLine, unfinished, withoutTotals, wrongCells, wrongColumn } =
  await importModule<typeof import('./measure')>('build/bench/locate/measure.ts')

for (const format of [format2019, format2021] as Format[]) {
  const ground = groundOf(format, REPORTS, SEED)
  say(`${format.id} format, ${REPORTS} consistent reports, all totals typed`)
  say('  one wrong cell of Table 3, each cell in each way (goal: all certain)')
  for (const [name, verdicts] of oneWrongCell(ground, 't3')) say(line(name, verdicts))
  say('  one wrong cell of Table 4 (arithmetic cannot tell: never certain)')
  for (const [name, verdicts] of oneWrongCell(ground, 't4')) say(line(name, verdicts))
  say('  a value of Table 3 one column off (goal: all named)')
  for (const [name, verdicts] of wrongColumn(ground)) say(line(name, verdicts))
  for (const cells of [2, 3, 4]) {
    const { asMany, explainedByFewer } = wrongCells(ground, cells, CASES, SEED + cells)
    say(`  ${cells} wrong cells at random in Tables 3 and 4`)
    say(line('as many explain', asMany))
    say(line('fewer explain', explainedByFewer))
  }
  say('  Table 3 unfinished (goal: no wrong certainty)')
  for (const blank of [1, 2, 3, 6, 40])
    for (const wrong of [0, 1, 2])
      say(line(`${blank} blank, ${wrong} wrong`, unfinished(ground, { blank, wrong }, 1000, SEED + blank)))
  say(line('no total typed', withoutTotals(ground)))
  say('  whole check after one edit, no prose (goal: median 2 ms)')
  for (const cells of [0, 1, 2, 3, 4, 8, 40]) {
    checkTimes(ground, cells, 200, SEED)
    say(`    ${`${cells} wrong`.padEnd(24)}${timesLine(checkTimes(ground, cells, 1000, SEED))}`)
  }
}

function line(name: string, verdicts: Verdict[]): string {
  const share = (holds: (verdict: Verdict) => boolean) => {
    const count = verdicts.filter(holds).length
    return `${count} (${((100 * count) / Math.max(1, verdicts.length)).toFixed(2)} %)`
  }
  return [
    `    ${name.padEnd(24)}${verdicts.length} cases`,
    `certain ${share(({ certain }) => certain)}`,
    `named ${share(({ named }) => named)}`,
    `first ${share(({ rank }) => rank === 1)}`,
    `wrong certainties ${share(({ wrongCertainty }) => wrongCertainty)}`,
  ].join(', ')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
