import { root } from '../scripts/paths'
import { prepareWindow } from '../scripts/prepare-window'
import { importModule } from '../vite/import-module'
import { measurePdfExport, pdfExportLines } from './pdf/pdf-export'

// `npm run bench`, after `npm run build`: how fast a report is exported to Word and PDF beside other ways,
// and how fast last year's draft becomes this year's, in one run.

const ROUNDS = 80
const PDF_ROUNDS = 20

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
const { samplePage } = await importModule<typeof import('./pdf/sample-page')>(
  'build/bench/pdf/sample-page.ts',
)
const { draft, page } = samplePage()
const closeDisplay = await prepareWindow()
const printed = await measurePdfExport(draft, page, PDF_ROUNDS).finally(closeDisplay)
const lines = [
  ...wordExportLines(forms),
  ...pdfExportLines(printed),
  ...peakMemoryLines(measurePeakMemory(root)),
  ...rollOver.rollOverLines(rolled),
]
process.stdout.write(`${lines.join('\n')}\n`)
const isSlow = ratio(forms, 'bare docx') > BOUND || rollOver.slowest(rolled) > rollOver.BOUND
process.exitCode = isSlow ? 1 : 0
