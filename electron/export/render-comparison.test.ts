import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { carryOver } from '../../shared/carry-over/carry-over'
import { arbitraryPair } from '../../shared/compare/pair-arbitrary'
import { lastDraft } from '../../shared/compare/track-reports'
import { compose } from '../../shared/compose/compose'
import { visibleText } from '../../shared/compose/visible-text'
import type { Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { formatById, proposeFormat } from '../../shared/format/formats'
import { eachOpenXmlFindings } from '../e2e/support/open-xml'
import { arbitraryReport } from './arbitrary-report'
import { renderFiguresSheet, renderTracked } from './render-comparison'

function formatOf(id: string) {
  const format = formatById(id)
  if (!format) throw new Error(`No format ${id}`)
  return format
}

const pairs = arbitraryPair((id, year) => arbitraryReport(formatOf(id)).map((draft) => ({ ...draft, year })))
const drafts = fc.sample(pairs, { numRuns: 4, seed: 9704 })

async function markupOf(draft: Draft): Promise<string> {
  const docx = await renderTracked(draft)
  return strFromU8(unzipSync(docx ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array())
}

/** What the elements of this name hold, entities read. */
function textIn(xml: string, ...elements: string[]): string {
  const found = xml.matchAll(new RegExp(`<(?:${elements.join('|')})(?: [^>]*)?>([^<]*)</`, 'gu'))
  const read = (text = '') =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
  return [...found]
    .map(([, text]) => read(text))
    .join('')
    .replace(/\s+/gu, '')
}

function shownOf(draft: Draft | undefined): string {
  if (!draft) throw new Error('Nothing to compare with.')
  return visibleText(compose(draft, formatOf(draft.format))).replaceAll('\n', '')
}

// Fifty pairs taken through LibreOffice: npm run check:tracked-changes.
describe('the report with tracked changes', { timeout: 120_000 }, () => {
  it('reads as this year’s where all is accepted and as last year’s where all is rejected', async () => {
    for (const draft of drafts) {
      const xml = await markupOf(draft)
      expect(textIn(xml, 'w:t')).toBe(shownOf(draft))
      const rejected = xml.replace(/<w:ins [^>]*[^/]>.*?<\/w:ins>/gsu, '')
      expect(textIn(rejected, 'w:t', 'w:delText')).toBe(shownOf(lastDraft(draft)))
    }
  })

  it('names the office and no time, and numbers every change', async () => {
    const [draft] = drafts
    if (!draft) throw new Error('no draft')
    const xml = await markupOf({ ...draft, publisher: { ...draft.publisher, name: '甲区政府办' } })
    const changes = [...xml.matchAll(/<w:(?:ins|del) ([^>]*?)\/?>/gu)].map(([, attributes]) => attributes)
    expect(changes.length).toBeGreaterThan(20)
    expect(changes).toEqual(changes.map((_, index) => `w:id="${index + 1}" w:author="甲区政府办"`))
  })

  it('is the same file whenever it is made', async () => {
    const [draft] = drafts
    if (!draft) throw new Error('no draft')
    expect(await renderTracked(draft)).toEqual(await renderTracked(draft))
  })

  it('is as Word expects it, and so is the table of changed figures', async () => {
    const findings = await eachOpenXmlFindings(drafts.length * 2, async (index) => {
      const draft = drafts[Math.floor(index / 2)]
      const file = draft && (await (index % 2 === 0 ? renderTracked(draft) : renderFiguresSheet(draft)))
      if (!file) throw new Error('Nothing to compare with.')
      return file
    })
    expect(findings).toEqual(drafts.flatMap(() => [[], []]))
  })

  it('there is none without an earlier report', async () => {
    const draft = newDraft({ format: proposeFormat(2025), year: 2025, scope: 'organ' })
    expect(await renderTracked(draft)).toBeUndefined()
    expect(await renderFiguresSheet(draft)).toBeUndefined()
  })

  it('two reports alike in all but the year have nothing tracked in the tables', async () => {
    const last = newDraft({ format: proposeFormat(2024), year: 2024, scope: 'organ' })
    const xml = await markupOf(carryOver({ ...last, figures: { 't3.granted.legal': 3 } }, { year: 2025 }))
    expect(xml).toMatch(/<w:delText>3<\/w:delText>/u)
    const kept = carryOver(last, { year: 2025 })
    expect((await markupOf(kept)).match(/<w:tbl>.*<\/w:tbl>/su)?.[0]).not.toMatch(/<w:(?:ins|del) /u)
  })
})
