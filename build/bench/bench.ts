import { root } from '../scripts/paths'
import { importModule } from '../vite/import-module'

// `npm run bench`, after `npm run build`: how fast a report is exported to Word beside other ways, and how
// fast last year's draft becomes this year's, in one run.

const ROUNDS = 80

const { BOUND, measureWordExport, ratio, wordExportLines } = await importModule<
  typeof import('./word/word-export')
>('build/bench/word/word-export.ts')
const { measurePeakMemory, peakMemoryLines } = await importModule<typeof import('./word/peak-memory')>(
  'build/bench/word/peak-memory.ts',
)
const rollOver = await importModule<typeof import('./roll-over/roll-over')>(
  'build/bench/roll-over/roll-over.ts',
)
const rolled = rollOver.measureRollOver(ROUNDS)
const forms = await measureWordExport(ROUNDS)
const lines = [
  ...wordExportLines(forms),
  ...peakMemoryLines(measurePeakMemory(root)),
  ...rollOver.rollOverLines(rolled),
]
process.stdout.write(`${lines.join('\n')}\n`)
const isSlow = ratio(forms, 'bare docx') > BOUND || rollOver.slowest(rolled) > rollOver.BOUND
process.exitCode = isSlow ? 1 : 0
