import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../../../electron/e2e/support/ask'
import { answerMessageBox, chooseSavePath } from '../../../electron/e2e/support/dialogs'
import { type Desk, launch } from '../../../electron/e2e/support/launch'
import type { Draft } from '../../../shared/draft/draft'
import { median, percentile } from '../statistics'

/** Milliseconds, one for each round. */
export interface PdfTimes {
  /** A window that shows the finished page and prints it, nothing else. */
  bare: number[]
  /** The window asks for the pages of a draft: checked, composed, made into HTML, printed, handed over. */
  pages: number[]
  /** The same with the PDF's properties and tags set in order, written to the disk. */
  exported: number[]
}

/** In the real app, in turn, so that whatever slows the machine slows all. */
export async function measurePdfExport(draft: Draft, page: string, rounds: number): Promise<PdfTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-bench-'))
  // The app's windows open nothing from the disk.
  const address = `data:text/html;base64,${Buffer.from(page).toString('base64')}`
  const desk = await launch()
  const times: PdfTimes = { bare: [], pages: [], exported: [] }
  try {
    await chooseSavePath(desk.app, join(folder, 'report.pdf'))
    await answerMessageBox(desk.app, '替换')
    for (let round = -WARM_UP; round < rounds; round++) {
      const [bare, pages, exported] = [
        await printBare(desk, address),
        await timed(() => askForPages(desk, draft)),
        await timed(() => exportPdf(desk, draft)),
      ]
      if (round < 0) continue
      times.bare.push(bare)
      times.pages.push(pages)
      times.exported.push(exported)
    }
  } finally {
    await desk.kill()
    desk.removeProfile()
    rmSync(folder, { recursive: true, force: true })
  }
  return times
}

const WARM_UP = 3

/** Timed in the main process: no way from window to main and back. */
function printBare({ app }: Desk, address: string): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }, page) => {
    const started = performance.now()
    const webPreferences = { javascript: false, sandbox: true, enableBlinkFeatures: 'PageMarginBoxes' }
    const window = new BrowserWindow({ show: false, webPreferences })
    await window.loadURL(page)
    await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    window.destroy()
    return performance.now() - started
  }, address)
}

async function askForPages({ page }: Desk, draft: Draft): Promise<void> {
  const ok = await page.evaluate(async (asked) => {
    const { desk } = globalThis as unknown as {
      desk: { ask(on: string, what: unknown): Promise<{ ok: boolean }> }
    }
    // The bytes stay in the window: the way to this script is none of the app's.
    return (await desk.ask('report:preview', { draft: asked })).ok
  }, draft)
  if (!ok) throw new Error('The pages were not made.')
}

async function exportPdf({ page }: Desk, draft: Draft): Promise<void> {
  const reply = await ask(page, 'report:export', {
    draft,
    formats: ['pdf'],
    copy: 'publication',
    suggestedName: '',
  })
  if (!reply?.ok) throw new Error('The PDF was not exported.')
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export function pdfExportLines({ bare, pages, exported }: PdfTimes): string[] {
  const line = (name: string, times: number[]) =>
    `  ${name.padEnd(20)} median ${median(times).toFixed(0).padStart(5)} ms, 95 % ${percentile(times, 0.95).toFixed(0).padStart(5)} ms`
  const ratio = (times: number[]) => (median(times) / median(bare)).toFixed(2)
  return [
    `PDF of the full form in the app, ${bare.length} rounds each`,
    line('bare printToPDF', bare),
    line('HTML + printToPDF', pages),
    line('the exported file', exported),
    `  ratio to bare        ${ratio(pages)}, exported ${ratio(exported)}`,
  ]
}
