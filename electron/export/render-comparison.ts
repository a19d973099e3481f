import { composeFiguresSheet } from '../../shared/compare/figures-sheet'
import { trackReports } from '../../shared/compare/track-reports'
import { gb9704 } from '../../shared/compose/style'
import { type StyleVariant, styleWith } from '../../shared/compose/style-variant'
import type { Draft } from '../../shared/draft/draft'
import { formatById } from '../../shared/format/formats'
import { exportDocx } from './docx'

/**
 * This year's report as a Word file in which everything that differs from last year's is a tracked change: accepting
 * all gives this year's text, rejecting all last year's. undefined: the draft has no report to compare with.
 */
export async function renderTracked(draft: Draft): Promise<Uint8Array | undefined> {
  const format = formatById(draft.format)
  const document = format && trackReports(draft, format)
  if (!document) return undefined
  // A table on a page of its own would put section breaks between paragraphs that come and go.
  return exportDocx(document, styleWith(gb9704, draft.style, { table: { landscape: { tables: [] } } }))
}

/** The table of changed figures as a Word file of one page. undefined: the draft has no report to compare with. */
export async function renderFiguresSheet(draft: Draft): Promise<Uint8Array | undefined> {
  const format = formatById(draft.format)
  const document = format && composeFiguresSheet(draft, format)
  return document && exportDocx(document, styleWith(gb9704, draft.style, sheet))
}

/** A working paper, not an official document: as small as it takes for the worst case to stay on one page. */
const sheet: StyleVariant = {
  page: { margin: { top: 14, bottom: 16, left: 14, right: 14 }, footer: 8 },
  linePitch: 14,
  text: {
    title: { size: 16, linePitch: 22 },
    issuingLine: { size: 10.5, linePitch: 14 },
    heading1: { size: 10.5, linePitch: 15 },
    body: { size: 8, linePitch: 11 },
    pageNumber: { size: 9 },
  },
  table: {
    text: { size: 8, linePitch: 9.5 },
    gap: 3,
    rowHeight: 10.5,
    dense: { fromColumns: 8, size: 8, linePitch: 9.5, rowHeight: 10.5 },
    landscape: { tables: [] },
    cellMargin: { horizontal: 1.5, vertical: 0 },
  },
}
