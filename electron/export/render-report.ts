import { createHash } from 'node:crypto'
import { check } from '../../shared/check/check'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import { composeCheckSheet } from '../../shared/compose/check-sheet'
import { compose } from '../../shared/compose/compose'
import type { Document } from '../../shared/compose/document'
import { reportStyle } from '../../shared/compose/report-style'
import { gb9704, type Style } from '../../shared/compose/style'
import type { StyleVariant } from '../../shared/compose/style-variant'
import type { Draft } from '../../shared/draft/draft'
import type { Format } from '../../shared/format/format'
import { formatById } from '../../shared/format/formats'
import { printPage } from '../../shared/html/print-page'
import { webPage } from '../../shared/html/web-page'
import type { ExportFormat } from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import type { PagePrinter, PrintError } from '../print/print-page'

export interface RenderedReport {
  format: ExportFormat
  bytes: Uint8Array
}

/** A format that could not be made, and why. Only printing depends on anything outside this process. */
export interface RenderError {
  format: ExportFormat
  reason: PrintError['kind']
}

export interface RenderOptions {
  /** What the office has set for all its reports; a draft's own style is laid over it. */
  office?: StyleVariant
  /** The draft's text, to be carried inside the Word file; without it that holds nothing but the report. */
  workingCopy?: string
}

/** The report in each of the formats, in their order: composed once, so that they cannot disagree. */
export function renderReport(
  draft: Draft,
  formats: ExportFormat[],
  print: PagePrinter,
  { office, ...options }: RenderOptions = {},
): Promise<Result<RenderedReport, RenderError>[]> {
  const material = { document: compose(draft, formatOf(draft)), style: styleOf(draft, office), print }
  return renderDocument({ ...material, ...options }, formats)
}

/**
 * The check sheet of the draft whose file has these bytes, beside the files of earlier years, laid out as the standard
 * has it.
 */
export function renderCheckSheet(
  { draft, bytes, previous }: { draft: Draft; bytes: Uint8Array; previous: EarlierDraft[] },
  formats: ExportFormat[],
  print: PagePrinter,
): Promise<Result<RenderedReport, RenderError>[]> {
  const format = formatOf(draft)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const sheet = composeCheckSheet(draft, format, check(draft, format, { previous }), hash, { previous })
  return renderDocument({ document: sheet, style: gb9704, print }, formats)
}

async function renderDocument(
  material: Material,
  formats: ExportFormat[],
): Promise<Result<RenderedReport, RenderError>[]> {
  return Promise.all(
    formats.map(async (format) => {
      const rendered = await renderers[format](material)
      return rendered.ok
        ? ok({ format, bytes: rendered.value })
        : fail({ format, reason: rendered.error.kind })
    }),
  )
}

/** The pages alone, for looking at: what the PDF shows, without its properties. */
export function renderPages(
  draft: Draft,
  print: PagePrinter,
  office?: StyleVariant,
): Promise<Result<Uint8Array, PrintError>> {
  return print(printPage(compose(draft, formatOf(draft)), styleOf(draft, office)))
}

function styleOf(draft: Draft, office?: StyleVariant): Style {
  return reportStyle(office, draft.style)
}

/** Throws for an unknown format, which no draft read by this app has: reading refuses it. */
function formatOf(draft: Draft): Format {
  const format = formatById(draft.format)
  if (!format) throw new Error(`No format ${draft.format}`)
  return format
}

interface Material {
  document: Document
  style: Style
  print: PagePrinter
  workingCopy?: string
}

/** Each library is loaded when its format is asked for. */
const renderers: Record<ExportFormat, (material: Material) => Promise<Result<Uint8Array, PrintError>>> = {
  async docx({ document, style, workingCopy }) {
    const { exportDocx } = await import('./docx')
    return ok(await exportDocx(document, style, workingCopy === undefined ? {} : { workingCopy }))
  },
  async pdf({ document, style, print }) {
    const { exportPdf } = await import('./pdf')
    return exportPdf(document, style, print)
  },
  async html({ document }) {
    return ok(new TextEncoder().encode(webPage(document)))
  },
  async xlsx({ document, style }) {
    const { exportXlsx } = await import('./xlsx')
    return ok(await exportXlsx(document, style))
  },
}
