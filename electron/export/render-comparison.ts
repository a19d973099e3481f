import { composeFiguresSheet } from '../../shared/compare/figures-sheet'
import { trackReports } from '../../shared/compare/track-reports'
import { runsText } from '../../shared/compare/track-runs'
import type { Document } from '../../shared/compose/document'
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
  return document && exportDocx(document, styleWith(gb9704, draft.style, sheet(textSize(document))))
}

/** Points: as large as the longest figures allow, so that none takes a second line and all stay on one page. */
function textSize({ blocks }: Document): number {
  const figures = blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.table.rows.flatMap((row) => row.slice(1).map(({ runs }) => runsText(runs)))
      : [],
  )
  const longest = Math.max(0, ...figures.map((text) => text.length))
  if (longest <= 9) return 8
  return longest <= 11 ? 7 : 6
}

/** A working paper, not an official document: narrow margins, small type. */
function sheet(size: number): StyleVariant {
  const lines = { size, linePitch: size * 1.2, rowHeight: size * 1.6 }
  return {
    page: { margin: { top: 14, bottom: 16, left: 14, right: 14 }, footer: 8 },
    charactersPerLine: 64,
    linePitch: 14,
    text: {
      title: { size: 16, linePitch: 22 },
      issuingLine: { size: 10.5, linePitch: 14 },
      heading1: { size: 10.5, linePitch: 15 },
      body: { size: 8, linePitch: 11 },
      pageNumber: { size: 9 },
    },
    table: {
      text: { size, linePitch: lines.linePitch },
      gap: 3,
      rowHeight: lines.rowHeight,
      dense: { fromColumns: 5, ...lines },
      landscape: { tables: [] },
      cellMargin: { horizontal: 1.5, vertical: 0 },
    },
  }
}
