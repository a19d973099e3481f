import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { renderCheckSheet, renderReport } from '../../electron/export/render-report'
import type { PagePrinter } from '../../electron/print/print-page'
import { parseDraft } from '../../shared/draft/parse-draft'
import type { ExportFormat } from '../../shared/ipc'

/** The formats that need no printer. */
const formats: ExportFormat[] = ['docx', 'html', 'xlsx']

const noPrinter: PagePrinter = () => Promise.reject(new Error('Nothing is printed here.'))

/**
 * Exports the draft's text in each format. Throws where that throws, or where what comes out is not well-formed or
 * carries a script. false: the text is no draft.
 */
export async function tryExport(
  text: string,
  print = noPrinter,
  also: ExportFormat[] = [],
): Promise<boolean> {
  const parsed = parseDraft(text, '')
  if (!parsed.ok) return false
  const wanted = [...formats, ...also]
  const sheet = await renderCheckSheet(
    { draft: parsed.value, bytes: Buffer.from(text), previous: [] },
    ['docx'],
    print,
  )
  for (const rendered of [...(await renderReport(parsed.value, wanted, print)), ...sheet]) {
    if (!rendered.ok) throw new Error(`${rendered.error.format}: ${rendered.error.reason}`)
    const { format, bytes } = rendered.value
    if (format === 'html') checkPage(strFromU8(bytes))
    else if (format === 'pdf') checkPdf(bytes)
    else checkParts(bytes)
  }
  return true
}

const attribute = /\s+([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?/gu
const tag = new RegExp(`<([a-z][\\w-]*)((?:${attribute.source})*)`, 'giu')

/** Whatever a clerk writes is text: every element of the page is one of ours, and none acts. */
export function checkPage(page: string): void {
  for (const [whole, name = '', attributes = ''] of page.matchAll(tag)) {
    const acts = [...attributes.matchAll(attribute)].some(
      ([, key = '', value = '']) =>
        /^on/i.test(key) || (/^(href|src)$/i.test(key) && /^["']?\s*javascript:/i.test(value)),
    )
    if (acts || /^(script|iframe|object|embed|link|form|svg|base)$/i.test(name))
      throw new Error(`The page holds ${whole.slice(0, 80)}`)
  }
}

function checkPdf(bytes: Uint8Array): void {
  if (strFromU8(bytes.subarray(0, 5), true) !== '%PDF-') throw new Error('The PDF is none.')
}

function checkParts(zip: Uint8Array): void {
  for (const [path, part] of Object.entries(unzipSync(zip))) {
    if (!/\.(xml|rels)$/.test(path)) continue
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw new Error(`${path}: ${error.message}`)
    })
    parser.write(strFromU8(part)).close()
  }
}
