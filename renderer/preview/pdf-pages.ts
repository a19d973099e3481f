import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

// A chunk of its own: pdf.js is fetched when pages are first looked at.

/** A place in the pages: the page from 0, and how far down, from 0 at its top to 1. */
export interface PagePlace {
  page: number
  top: number
}

/** An opened PDF. */
export interface PdfPages {
  /** Width and height of each page in points. */
  sizes: { width: number; height: number }[]
  /** Where each named destination is. */
  places: Map<string, PagePlace>
  /** Draws a page as wide as the pixels say and answers the picture; undefined: it was closed meanwhile. */
  draw(page: number, width: number): Promise<HTMLCanvasElement | undefined>
  close(): void
}

let worker: PDFWorker | undefined

/** Opens a PDF made by main. It runs no script of the file, and fetches nothing. Rejects for what is no PDF. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  worker ??= PDFWorker.create({ port: new Worker(workerAddress, { type: 'module' }) })
  const task = getDocument({
    // The worker takes the bytes over; the caller's stay whole.
    data: bytes.slice(),
    worker,
    enableXfa: false,
    useWasm: false,
    useSystemFonts: false,
  })
  const file = await task.promise
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1)),
  )
  const sizes = pages.map((page) => {
    const { width, height } = page.getViewport({ scale: 1 })
    return { width, height }
  })
  let isClosed = false
  return {
    sizes,
    places: await placesIn(file, sizes),
    async draw(index, width) {
      const page = pages[index]
      return page && !isClosed ? drawPage(page, width).catch(() => undefined) : undefined
    },
    close() {
      isClosed = true
      void task.destroy()
    },
  }
}

async function drawPage(page: PDFPageProxy, width: number): Promise<HTMLCanvasElement> {
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport }).promise
  return canvas
}

/** Destinations as main's pages have them: [page, 'XYZ', x, y, zoom]. */
async function placesIn(
  file: PDFDocumentProxy,
  sizes: { width: number; height: number }[],
): Promise<Map<string, PagePlace>> {
  const places = new Map<string, PagePlace>()
  for (const [name, [target, , , y]] of await file.getDestinations()) {
    const page = await file.getPageIndex(target)
    const height = sizes[page]?.height
    if (height !== undefined) places.set(name, { page, top: typeof y === 'number' ? 1 - y / height : 0 })
  }
  return places
}
