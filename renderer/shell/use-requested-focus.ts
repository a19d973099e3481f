import { type RefObject, useEffect } from 'react'
import type { Target } from '../desk/place'
import { useDeskState } from '../desk/use-desk'
import { fieldId } from '../fields/field'

/**
 * Takes the caret to the heading or field the desk asks for.
 * Cells and prose have their own way: the table and the editor are asked through their props.
 */
export function useRequestedFocus(frame: RefObject<HTMLElement | null>): void {
  const request = useDeskState(({ session }) => session.request)
  useEffect(() => {
    if (!request || !frame.current) return
    const element = elementOf(frame.current, request.place.target)
    if (!element) return
    element.focus({ preventScroll: true })
    selectRange(element, request.place.target)
    element.scrollIntoView({ block: element.tagName === 'H1' ? 'end' : 'nearest' })
  }, [request, frame])
}

function selectRange(element: HTMLElement, target: Target): void {
  if (target.kind === 'field' && target.range && element instanceof HTMLTextAreaElement)
    element.setSelectionRange(target.range.start, target.range.end)
}

function elementOf(frame: HTMLElement, target: Target): HTMLElement | null {
  switch (target.kind) {
    case 'heading':
      return frame.querySelector('h1')
    case 'field':
      return (
        document.getElementById(fieldId(target.field)) ??
        frame.querySelector<HTMLElement>(`input[name="${target.field}"]:checked`)
      )
    case 'cell':
    case 'slot':
      return null
  }
}
