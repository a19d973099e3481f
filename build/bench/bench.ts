import { root } from '../scripts/paths'
import { importModule } from '../vite/import-module'

// `npm run bench`, after `npm run build`: how fast a report is exported to Word beside other ways, in one run.

const ROUNDS = 80

const { BOUND, measureWordExport, ratio, wordExportLines } = await importModule<
  typeof import('./word/word-export')
>('build/bench/word/word-export.ts')
const { measurePeakMemory, peakMemoryLines } = await importModule<typeof import('./word/peak-memory')>(
  'build/bench/word/peak-memory.ts',
)
const forms = await measureWordExport(ROUNDS)
const lines = [...wordExportLines(forms), ...peakMemoryLines(measurePeakMemory(root))]
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = ratio(forms, 'bare docx') > BOUND ? 1 : 0
