import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { styleWith } from '../../shared/compose/style-variant'
import { writeDraft } from '../../shared/draft/write-draft'
import { formats } from '../../shared/format/formats'
import { eachOpenXmlFindings, openXmlFindings } from '../e2e/support/open-xml'
import { sampleDrafts } from '../e2e/support/sample-drafts'
import { arbitraryReport } from './arbitrary-report'
import { exportDocx } from './docx'

// A thousand of them: npm run validate:docx.
describe('a Word report, looked at by Microsoft’s Open XML SDK', { timeout: 120_000 }, () => {
  it.each(formats)('is as Word expects it, whatever the draft in the $id format', async (format) => {
    const drafts = fc.sample(arbitraryReport(format), { numRuns: 6, seed: 9704 })
    const findings = await eachOpenXmlFindings(drafts.length, async (index) => {
      const draft = drafts[index]
      if (!draft) throw new Error('no draft')
      const workingCopy = index % 2 === 0 ? { workingCopy: writeDraft(draft) } : {}
      return exportDocx(compose(draft, format), styleWith(gb9704, draft.style), workingCopy)
    })
    expect(findings).toEqual(drafts.map(() => []))
  })

  it('is as Word expects it for every sample, upright and with Table 3 on its side', async () => {
    const turned = styleWith(gb9704, { table: { landscape: { tables: ['t3'] } } })
    const reports = sampleDrafts.map(({ draft, format }, index) => ({
      document: compose(draft, format),
      style: index % 2 === 0 ? gb9704 : turned,
    }))
    const findings = await eachOpenXmlFindings(reports.length, async (index) => {
      const report = reports[index]
      if (!report) throw new Error('no report')
      return exportDocx(report.document, report.style)
    })
    expect(findings).toEqual(reports.map(() => []))
  })

  it('is not let through with an element too many', async () => {
    const [sample] = sampleDrafts
    if (!sample) throw new Error('no sample')
    const files = unzipSync(await exportDocx(compose(sample.draft, sample.format), gb9704))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const broken = { ...files, 'word/document.xml': strToU8(xml.replace('<w:p>', '<w:p><w:bogus/>')) }
    expect(await openXmlFindings(zipSync(broken))).toHaveLength(1)
  })
})
