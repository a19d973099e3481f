/** The window's keys. The menu names the same; a key handled here does not reach the menu a second time. */

import type { Command } from '../../shared/ipc'

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
  isComposing: boolean
}

/** The command a key press means; undefined: it is not ours. ⌘ stands for Ctrl on macOS. */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.isComposing) return undefined
  if (press.altKey) return press.key === 'ArrowDown' && !press.ctrlKey ? 'choices' : undefined
  const main = press.ctrlKey || press.metaKey
  if (!main) return plainKey(press)
  switch (press.key.toLowerCase()) {
    case 's':
      return press.shiftKey ? 'saveAs' : 'save'
    case 'o':
      return 'open'
    case 'z':
      return press.shiftKey ? 'redo' : 'undo'
    case 'y':
      return 'redo'
    case 'e':
      return 'export'
    case 'pageup':
      return 'previousStep'
    case 'pagedown':
      return 'nextStep'
    default:
      return undefined
  }
}

function plainKey(press: KeyPress): Command | undefined {
  if (press.key === 'F8') return press.shiftKey ? 'previousFinding' : 'nextFinding'
  if (press.key === 'F1') return 'help'
  return undefined
}
