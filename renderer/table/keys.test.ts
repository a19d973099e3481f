import { expect, test } from 'vitest'
import { actionOf, type Caret, type Key, type Mode } from './keys'

function key(pressed: string): Key {
  const parts = pressed.split('+')
  return {
    key: parts.at(-1) ?? '',
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    altKey: parts.includes('Alt'),
    isComposing: parts.includes('composing'),
  }
}

const all: Caret = { start: 0, end: 3, length: 3 }
const before: Caret = { start: 0, end: 0, length: 3 }
const inside: Caret = { start: 1, end: 1, length: 3 }
const after: Caret = { start: 3, end: 3, length: 3 }

const to = (step: string) => ({ kind: 'step', step, extend: false })
const extendTo = (step: string) => ({ kind: 'step', step, extend: true })
const theText = undefined

test.each<[string, Mode, Caret, unknown]>([
  ['ArrowRight', 'navigate', all, to('right')],
  ['ArrowLeft', 'navigate', all, to('left')],
  ['ArrowLeft', 'typing', inside, theText],
  ['ArrowLeft', 'typing', before, to('left')],
  ['ArrowRight', 'typing', after, to('right')],
  ['ArrowRight', 'edit', inside, theText],
  ['ArrowRight', 'edit', all, theText],
  ['ArrowRight', 'edit', after, to('right')],
  ['ArrowUp', 'edit', inside, to('up')],
  ['ArrowDown', 'typing', inside, to('down')],
  ['Enter', 'typing', after, to('down')],
  ['Shift+Enter', 'navigate', all, to('up')],
  ['Home', 'navigate', all, to('rowStart')],
  ['End', 'typing', after, to('rowEnd')],
  ['Home', 'edit', inside, theText],
  ['Ctrl+Home', 'edit', inside, to('tableStart')],
  ['Ctrl+End', 'navigate', all, to('tableEnd')],
  ['Shift+ArrowRight', 'navigate', all, extendTo('right')],
  ['Shift+ArrowDown', 'navigate', all, extendTo('down')],
  ['Shift+End', 'navigate', all, extendTo('rowEnd')],
  ['Shift+ArrowRight', 'typing', inside, theText],
  ['Shift+ArrowLeft', 'edit', before, theText],
  ['Delete', 'navigate', all, { kind: 'clear' }],
  ['Delete', 'typing', inside, theText],
  ['Backspace', 'edit', inside, theText],
  ['F2', 'navigate', all, { kind: 'edit' }],
  ['Escape', 'typing', inside, { kind: 'restore' }],
  ['Ctrl+a', 'navigate', all, { kind: 'selectAll' }],
  ['Ctrl+a', 'edit', inside, theText],
  ['Cmd+d', 'navigate', all, { kind: 'fillDown' }],
  ['Ctrl+s', 'navigate', all, theText],
  // The choices for a finding, not a step down.
  ['Alt+ArrowDown', 'navigate', all, theText],
  ['Tab', 'navigate', all, theText],
  ['5', 'navigate', all, theText],
  ['composing+Enter', 'typing', after, theText],
  ['composing+ArrowDown', 'typing', after, theText],
])('%s while in %s mode with the caret at %j: %j', (pressed, mode, caret, action) => {
  expect(actionOf(key(pressed), mode, caret)).toEqual(action)
})
