import type { Document } from '../../shared/compose/document'
import type { Style } from '../../shared/compose/style'
import { printPage } from '../../shared/html/print-page'
import { ok, type Result } from '../../shared/result'
import type { PagePrinter, PrintError } from '../print/print-page'
import { withProperties } from './pdf-properties'

/**
 * The report as a tagged PDF with outline, page numbers, embedded fonts and its properties. The same document, style
 * and fonts give the same bytes on any day.
 */
export async function exportPdf(
  document: Document,
  style: Style,
  print: PagePrinter,
): Promise<Result<Uint8Array, PrintError>> {
  const printed = await print(printPage(document, style))
  return printed.ok ? ok(await withProperties(printed.value, document)) : printed
}
