import { createHash } from 'node:crypto'
import { check } from '../../shared/check/check'
import { composeCheckSheet } from '../../shared/compose/check-sheet'
import { compose } from '../../shared/compose/compose'
import type { Document } from '../../shared/compose/document'
import { gb9704, type Style } from '../../shared/compose/style'
import { styleWith } from '../../shared/compose/style-variant'
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

/** The report in each of the formats, in their order: composed once, so that they cannot disagree. */
export function renderReport(
  draft: Draft,
  formats: ExportFormat[],
  print: PagePrinter,
): Promise<Result<RenderedReport, RenderError>[]> {
  return renderDocument(compose(draft, formatOf(draft)), styleOf(draft), formats, print)
}

/** The check sheet of the draft whose file has these bytes, laid out as the standard has it. */
export function renderCheckSheet(
  draft: Draft,
  bytes: Uint8Array,
  formats: ExportFormat[],
  print: PagePrinter,
): Promise<Result<RenderedReport, RenderError>[]> {
  const format = formatOf(draft)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const sheet = composeCheckSheet(draft, format, check(draft, format), hash)
  return renderDocument(sheet, gb9704, formats, print)
}

async function renderDocument(
  document: Document,
  style: Style,
  formats: ExportFormat[],
  print: PagePrinter,
): Promise<Result<RenderedReport, RenderError>[]> {
  return Promise.all(
    formats.map(async (format) => {
      const rendered = await renderers[format]({ document, style, print })
      return rendered.ok
        ? ok({ format, bytes: rendered.value })
        : fail({ format, reason: rendered.error.kind })
    }),
  )
}

/** The pages alone, for looking at: what the PDF shows, without its properties. */
export function renderPages(draft: Draft, print: PagePrinter): Promise<Result<Uint8Array, PrintError>> {
  return print(printPage(compose(draft, formatOf(draft)), styleOf(draft)))
}

function styleOf(draft: Draft): Style {
  return styleWith(gb9704, draft.style)
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
}

/** Each library is loaded when its format is asked for. */
const renderers: Record<ExportFormat, (material: Material) => Promise<Result<Uint8Array, PrintError>>> = {
  async docx({ document, style }) {
    const { exportDocx } = await import('./docx')
    return ok(await exportDocx(document, style))
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
