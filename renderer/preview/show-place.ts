import { blockId } from '../../shared/html/document-body'
import type { PagePlace } from './pdf-pages'
import type { ShownPages } from './use-pages'

/** Where a block of the document is on the pages. */
export function placeOf({ pdf }: ShownPages, block: number): PagePlace | undefined {
  return pdf.places.get(blockId(block))
}

/** Scrolls to a place of the pages unless it is in sight already. */
export function showPlace(list: HTMLElement, { page, top }: PagePlace): void {
  const item = list.children[page]
  const frame = scrollFrame(list)
  if (!item || !frame) return
  const sheet = item.getBoundingClientRect()
  const view = frame.getBoundingClientRect()
  const below = sheet.top + sheet.height * top - view.top
  if (below >= 0 && below <= view.height * 0.5) return
  frame.scrollTop += below - view.height * 0.2
}

/** What scrolls the pages: the nearest part of the window around them that can. */
function scrollFrame(element: HTMLElement): HTMLElement | null {
  let frame = element.parentElement
  while (frame && !['auto', 'scroll'].includes(getComputedStyle(frame).overflowY)) frame = frame.parentElement
  return frame
}
