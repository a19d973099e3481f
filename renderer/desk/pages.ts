/** The report's pages as they will be exported, and the fonts they are set in. */

import type { StoreApi } from 'zustand/vanilla'
import type { Draft } from '../../shared/draft/draft'
import type { Desk as Bridge, PdfError } from '../../shared/ipc'
import { fail, type Result } from '../../shared/result'
import type { DeskState } from './desk-state'

export interface Pages {
  /** The pages as PDF. The last answer is kept: whoever looks at the same draft in the same style shares it. */
  pagesOf(draft: Draft): Promise<Result<Uint8Array, PdfError>>
  /** Family names, asked once. */
  installedFonts(): Promise<string[]>
}

export function createPages(bridge: Bridge, store: StoreApi<DeskState>): Pages {
  let last:
    | { draft: Draft; office: DeskState['office']; pages: Promise<Result<Uint8Array, PdfError>> }
    | undefined
  let fonts: Promise<string[]> | undefined

  /** One printing at a time; a failed one is tried again when it is asked for again. */
  async function print(draft: Draft, before: Promise<unknown> | undefined) {
    await before
    const pages = await bridge
      .ask('report:preview', { draft })
      .catch(() => fail({ kind: 'pdfNotMade' as const, name: '' }))
    if (!pages.ok && last?.draft === draft) last = undefined
    return pages
  }

  return {
    pagesOf(draft) {
      const { office } = store.getState()
      if (last?.draft !== draft || last.office !== office)
        last = { draft, office, pages: print(draft, last?.pages) }
      return last.pages
    },
    installedFonts() {
      fonts ??= bridge.ask('fonts:installed', null).catch(() => [])
      return fonts
    },
  }
}
