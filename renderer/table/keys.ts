import type { Step } from './cell-map'

/**
 * navigate: the whole figure is selected, arrows move, typing replaces. typing: what was typed replaces the figure;
 * Home and End still move. edit (F2, double click): the keys work inside the text.
 */
export type Mode = 'navigate' | 'typing' | 'edit'

export type Action =
  | { kind: 'step'; step: Step; extend: boolean }
  | { kind: 'selectAll' | 'clear' | 'edit' | 'restore' | 'fillDown' }

export type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

export interface Caret {
  start: number | null
  end: number | null
  length: number
}

/** What a key means in a figure cell; undefined: what it means in any text field. */
export function actionOf(key: Key, mode: Mode, caret: Caret): Action | undefined {
  // While an input method composes, every key is its own.
  if (key.isComposing || key.altKey) return undefined
  if (key.ctrlKey || key.metaKey) return withControl(key, mode)
  switch (key.key) {
    case 'Enter':
      return { kind: 'step', step: key.shiftKey ? 'up' : 'down', extend: false }
    case 'ArrowUp':
      return { kind: 'step', step: 'up', extend: key.shiftKey && mode === 'navigate' }
    case 'ArrowDown':
      return { kind: 'step', step: 'down', extend: key.shiftKey && mode === 'navigate' }
    case 'ArrowLeft':
      return sideways(key, mode, 'left', caret.start === 0 && caret.end === 0)
    case 'ArrowRight':
      return sideways(key, mode, 'right', caret.start === caret.length && caret.end === caret.length)
    case 'Home':
      return sideways(key, mode, 'rowStart', mode === 'typing')
    case 'End':
      return sideways(key, mode, 'rowEnd', mode === 'typing')
    case 'Delete':
    case 'Backspace':
      return mode === 'navigate' ? { kind: 'clear' } : undefined
    case 'F2':
      return { kind: 'edit' }
    case 'Escape':
      return { kind: 'restore' }
    default:
      return undefined
  }
}

function withControl(key: Key, mode: Mode): Action | undefined {
  switch (key.key) {
    case 'Home':
      return { kind: 'step', step: 'tableStart', extend: key.shiftKey }
    case 'End':
      return { kind: 'step', step: 'tableEnd', extend: key.shiftKey }
    case 'a':
    case 'A':
      return mode === 'navigate' ? { kind: 'selectAll' } : undefined
    case 'd':
    case 'D':
      return { kind: 'fillDown' }
    default:
      return undefined
  }
}

/** In the text the caret goes first; only at its edge, and without selecting, the key leads on. */
function sideways(key: Key, mode: Mode, step: Step, atEdge: boolean): Action | undefined {
  if (mode === 'navigate') return { kind: 'step', step, extend: key.shiftKey }
  return atEdge && !key.shiftKey ? { kind: 'step', step, extend: false } : undefined
}
