import { randomUUID } from 'node:crypto'
import { type Session, session, type WebContents, WebContentsView } from 'electron'
import { fail, ok, type Result } from '../../shared/result'
import { appScheme } from '../security/app-protocol'
import { hardenSession } from '../security/hardening'

/**
 * Why there is no PDF: it took too long, Chromium could not make it, or (command line only) there is no Electron that
 * could.
 */
export interface PrintError {
  kind: 'tooSlow' | 'notPrinted' | 'noElectron'
}

/** Turns a whole HTML page into a tagged PDF with an outline. */
export type PagePrinter = (page: string) => Promise<Result<Uint8Array, PrintError>>

/** Milliseconds; a hundred pages take two seconds on a slow machine. */
const LONGEST = 60_000

/** Pages waiting to be fetched by their window, by address. */
const pages = new Map<string, string>()
let ownSession: Session | undefined

/**
 * Prints from a view in no window, which needs no screen: without script, in a sandbox, in a session of its own that can
 * fetch the page itself and nothing else, neither from a network nor from the disk.
 */
export const printPage: PagePrinter = async (page) => {
  const address = `${appScheme}://print/${randomUUID()}`
  pages.set(address, page)
  const view = new WebContentsView({
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webgl: false,
      spellcheck: false,
      ...marginBoxes(),
    },
  })
  try {
    return await Promise.race([print(view.webContents, address), tooSlow()])
  } catch {
    return fail({ kind: 'notPrinted' })
  } finally {
    pages.delete(address)
    view.webContents.close()
  }
}

async function print(contents: WebContents, address: string): Promise<Result<Uint8Array, PrintError>> {
  await contents.loadURL(address)
  return ok(
    await contents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  )
}

/** Electron before 33.4 (Chromium 131) knows page numbers in the margin only when asked to. */
function marginBoxes(): { enableBlinkFeatures?: string } {
  return Number.parseInt(process.versions.chrome ?? '', 10) < 131
    ? { enableBlinkFeatures: 'PageMarginBoxes' }
    : {}
}

function tooSlow(): Promise<Result<never, PrintError>> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(fail({ kind: 'tooSlow' })), LONGEST).unref()
  })
}

function printSession(): Session {
  if (ownSession) return ownSession
  const created = session.fromPartition('print', { cache: false })
  hardenSession(created)
  created.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !(pages.has(url) || url.startsWith('data:image/')) }),
  )
  created.protocol.handle(appScheme, ({ url }) => {
    const page = pages.get(url)
    return page === undefined
      ? new Response(null, { status: 404 })
      : new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  })
  ownSession = created
  return created
}
