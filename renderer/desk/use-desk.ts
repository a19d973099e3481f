import { createContext, useContext } from 'react'
import { useStore } from 'zustand/react'
import type { Draft } from '../../shared/draft/draft'
import type { WritingDesk } from './desk'
import type { DeskState } from './desk-state'

export const DeskContext = createContext<WritingDesk | null>(null)

export function useDesk(): WritingDesk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('No desk: components live inside DeskContext.')
  return desk
}

/** A part of the state; the component is drawn again only when that part is another value. */
export function useDeskState<Value>(select: (state: DeskState) => Value): Value {
  return useStore(useDesk().store, select)
}

/** A part of the draft on the desk, for components that are only drawn when there is one. */
export function useDraft<Value>(select: (draft: Draft) => Value): Value {
  return useDeskState(({ draft }) => {
    if (!draft) throw new Error('No draft on the desk: this is drawn for a report only.')
    return select(draft)
  })
}
