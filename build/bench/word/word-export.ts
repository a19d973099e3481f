import { strFromU8, unzipSync } from 'fflate'
import { sampleDrafts } from '../../../electron/e2e/support/sample-drafts'
import { wordParagraphs } from '../../../electron/import/word-text'
import { compose } from '../../../shared/compose/compose'
import { visibleLines, visibleText } from '../../../shared/compose/visible-text'
import { median, percentile } from '../statistics'
import { type Form, formsOf } from './forms'

export interface FormTime {
  name: string
  /** Milliseconds, one for each round. */
  times: number[]
  bytes: number
}

/** Makes the full form in every way in turn, round after round, so that whatever slows the machine slows all. */
export async function measureWordExport(rounds: number): Promise<FormTime[]> {
  const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')
  if (!sample) throw new Error('The sample is gone.')
  const document = compose(sample.draft, sample.format)
  const forms = await formsOf(document)
  const measured: FormTime[] = []
  for (const form of forms) {
    const docx = await form.make()
    if (textOf(docx) !== visibleText(document).replaceAll('\n', ''))
      throw new Error(`${form.name} left something out.`)
    measured.push({ name: form.name, times: [], bytes: docx.byteLength })
  }
  for (let round = -WARM_UP; round < rounds; round++)
    for (const [index, form] of forms.entries()) {
      const took = await time(form)
      if (round >= 0) measured[index]?.times.push(took)
    }
  return measured
}

const WARM_UP = 15

async function time({ make }: Form): Promise<number> {
  const started = performance.now()
  await make()
  return performance.now() - started
}

function textOf(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
  return visibleLines(wordParagraphs(xml)).replaceAll('\n', '')
}

/** What docx alone takes on the same form may be exceeded by so much; what docxtemplater takes is the goal. */
export const BOUND = 1.3

export function wordExportLines(forms: FormTime[]): string[] {
  const line = ({ name, times, bytes }: FormTime) =>
    `  ${name.padEnd(20)} median ${median(times).toFixed(1).padStart(5)} ms, 95 % ${percentile(times, 0.95).toFixed(1).padStart(5)} ms, ${(bytes / 1000).toFixed(0)} kB`
  return [
    `Word export of the full form, ${forms[0]?.times.length ?? 0} rounds each`,
    ...forms.map(line),
    `  ratio to bare docx     ${ratio(forms, 'bare docx').toFixed(2)} (bound ${BOUND})`,
    `  ratio to docxtemplater ${ratio(forms, 'docxtemplater').toFixed(2)} (goal 1)`,
  ]
}

/** How long ours takes for each millisecond of another. */
export function ratio(forms: FormTime[], other: string): number {
  const of = (name: string) => median(forms.find((form) => form.name === name)?.times ?? [])
  return of('ours') / of(other)
}
