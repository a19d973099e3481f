import type { Format } from '../../../shared/format/format'
import format2019 from '../../../templates/formats/2019.json' with { type: 'json' }
import format2021 from '../../../templates/formats/2021.json' with { type: 'json' }
import { importModule } from '../../vite/import-module'

// `npm run bench:check`: how long the check takes after one edit, and its sums beside other tools in the same run.
// Ends with 1 where a goal is missed.

const EDITS = 300

const { GOAL, isSlow, line, sumChecks, wholeChecks } = await importModule<typeof import('./measure')>(
  'build/bench/check/measure.ts',
)

say(`Whole check after one edit (goal: median ${GOAL.median} ms, p95 ${GOAL.p95} ms)`)
const whole = wholeChecks(EDITS)
for (const measured of whole) say(line(measured))
for (const format of [format2019, format2021] as Format[]) {
  say(`The sum rules of the ${format.id} format alone, one cell wrong`)
  for (const measured of sumChecks(format, EDITS)) say(line(measured))
}
process.exitCode = whole.some(isSlow) ? 1 : 0

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
