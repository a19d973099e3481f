/** Pictures for the prose: main reads and scales them down, the draft keeps them by hash. */

import type { Desk as Bridge } from '../../shared/ipc'
import type { PictureSource } from '../prose/prose-editor'
import type { Editing } from './editing'
import type { Moving } from './moving'
import { slotPlace } from './place'

export interface Pictures {
  /** The picture's hash once the draft holds it; undefined when there is none: refused, or the dialog closed. */
  takePicture(chapter: string, slot: string, source: PictureSource): Promise<string | undefined>
}

export function createPictures(bridge: Bridge, editing: Editing, moving: Moving): Pictures {
  return {
    async takePicture(chapter, slot, source) {
      const reply =
        source.kind === 'choose'
          ? await bridge.ask('image:choose', null)
          : await bridge.ask('image:take', { bytes: source.bytes })
      if (reply === null) return undefined
      if (!reply.ok) {
        moving.say({ kind: 'imageRefused', error: reply.error })
        return undefined
      }
      const { hash, image } = reply.value
      // Typing of the same slot: undoing the block that shows the picture takes back both.
      editing.edit({ kind: 'typing', place: slotPlace(chapter, slot) }, (draft) => {
        draft.images[hash] = image
      })
      return hash
    },
  }
}
