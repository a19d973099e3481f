/** How this office's documents look: read from its settings, and kept there. */

import type { StoreApi } from 'zustand/vanilla'
import type { StyleVariant } from '../../shared/compose/style-variant'
import type { Desk as Bridge } from '../../shared/ipc'
import type { DeskState } from './desk-state'

export interface Styling {
  /** Somebody may have changed the settings file meanwhile. */
  readOfficeStyle(): Promise<void>
  /** False: it was not written, and nothing has changed. */
  keepOfficeStyle(style: StyleVariant): Promise<boolean>
}

export function createStyling(store: StoreApi<DeskState>, bridge: Bridge): Styling {
  /** An unchanged style stays the same object: the pages are made anew for another one only. */
  function take(office: DeskState['office']): void {
    if (JSON.stringify(office) !== JSON.stringify(store.getState().office)) store.setState({ office })
  }
  return {
    async readOfficeStyle() {
      const office = await bridge.ask('style:office', null).catch(() => undefined)
      if (office) take(office)
    },
    async keepOfficeStyle(style) {
      const kept = await bridge.ask('style:keep', { style }).catch(() => undefined)
      if (kept?.ok) take(kept.value)
      return kept?.ok === true
    },
  }
}
