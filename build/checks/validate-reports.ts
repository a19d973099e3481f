import fc from 'fast-check'
import { eachOpenXmlFindings, openXmlFindings } from '../../electron/e2e/support/open-xml'
import { sampleDrafts } from '../../electron/e2e/support/sample-drafts'
import { arbitraryReport } from '../../electron/export/arbitrary-report'
import { exportDocx } from '../../electron/export/docx'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { styleWith } from '../../shared/compose/style-variant'
import type { Draft } from '../../shared/draft/draft'
import { writeDraft } from '../../shared/draft/write-draft'
import type { Format } from '../../shared/format/format'
import { formats } from '../../shared/format/formats'

/** A report as it may be exported: with or without its draft inside. */
interface Report {
  draft: Draft
  format: Format
  isWorkingCopy: boolean
}

const arbitrary: fc.Arbitrary<Report> = fc.constantFrom(...formats).chain((format) =>
  fc.record({
    draft: arbitraryReport(format),
    format: fc.constant(format),
    isWorkingCopy: fc.boolean(),
  }),
)

/**
 * Exports random reports and the samples and has the Open XML SDK look at them. The first that fails is made as small
 * as it can be while it still fails.
 *
 * @returns what was found, one line each; nothing if all is well
 */
export async function validateReports(
  count: number,
  seed: number,
  say: (line: string) => void,
): Promise<string[]> {
  const samples = sampleDrafts.flatMap(({ draft, format }) => [
    { draft, format, isWorkingCopy: false },
    { draft, format, isWorkingCopy: true },
  ])
  const random = fc.sample(arbitrary, { numRuns: count, seed })
  const reports = [...samples, ...random]
  say(`${samples.length} files of the samples, ${count} of random drafts (seed ${seed})`)
  const findings = await eachOpenXmlFindings(reports.length, async (index) => {
    if (index > 0 && index % 100 === 0) say(`${index} of ${reports.length}`)
    const report = reports[index]
    if (!report) throw new RangeError(`There is no report ${index}.`)
    return wordFile(report)
  })
  const failed = findings.findIndex((found) => found.length > 0)
  if (failed < 0) return []
  const found = findings.flatMap((lines, index) => lines.map((line) => `report ${index}: ${line}`))
  if (failed < samples.length) return found
  return [...found, ...(await smallest(seed, failed - samples.length))]
}

async function wordFile({ draft, format, isWorkingCopy }: Report): Promise<Uint8Array> {
  const style = styleWith(gb9704, draft.style)
  return exportDocx(compose(draft, format), style, isWorkingCopy ? { workingCopy: writeDraft(draft) } : {})
}

async function smallest(seed: number, index: number): Promise<string[]> {
  const isValid = fc.asyncProperty(
    arbitrary,
    async (report) => (await openXmlFindings(await wordFile(report))).length === 0,
  )
  const run = await fc.check(isValid, { seed, path: String(index), interruptAfterTimeLimit: SHRINK_TIME })
  const [report] = run.counterexample ?? []
  return report ? [`the smallest that fails: ${JSON.stringify(report.draft)}`] : []
}

/** Milliseconds. */
const SHRINK_TIME = 600_000
