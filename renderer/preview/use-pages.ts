import { useEffect, useRef, useState } from 'react'
import { compose } from '../../shared/compose/compose'
import type { Document } from '../../shared/compose/document'
import type { Draft } from '../../shared/draft/draft'
import { formatOf } from '../desk/derived'
import { useDesk, useDeskState, useDraft } from '../desk/use-desk'
import type { PdfPages } from './pdf-pages'

/** Milliseconds without a change before the pages are made anew. */
const PAUSE = 600

export interface ShownPages {
  pdf: PdfPages
  /** What the pages show. */
  document: Document
}

/** The report's pages, made anew after each pause in typing; the old ones stay until the new ones are there. */
export function usePages(): { shown: ShownPages | null; failed: boolean } {
  const desk = useDesk()
  const draft = useDraft((whole) => whole)
  const office = useDeskState((state) => state.office)
  const [state, setState] = useState<{ shown: ShownPages | null; failed: boolean }>({
    shown: null,
    failed: false,
  })
  const isFirst = useRef(true)
  const current = useRef<PdfPages | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another style of the office makes other pages of the same draft.
  useEffect(() => {
    let isWanted = true
    function fail(): void {
      if (isWanted) setState((before) => ({ ...before, failed: true }))
    }
    async function show(wanted: Draft): Promise<void> {
      const pages = await desk.pagesOf(wanted)
      if (!isWanted) return
      if (!pages.ok) return fail()
      const { openPdf } = await import('./pdf-pages')
      const pdf = await openPdf(pages.value)
      if (!isWanted) return pdf.close()
      current.current?.close()
      current.current = pdf
      setState({ shown: { pdf, document: compose(wanted, formatOf(wanted)) }, failed: false })
    }
    const waiting = setTimeout(() => show(draft).catch(fail), isFirst.current ? 0 : PAUSE)
    isFirst.current = false
    return () => {
      isWanted = false
      clearTimeout(waiting)
    }
  }, [desk, draft, office])

  useEffect(
    () => () => {
      current.current?.close()
      current.current = null
    },
    [],
  )
  return state
}
