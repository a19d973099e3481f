import { describe, expect, test } from 'vitest'
import { commandOf, type KeyPress } from './keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...held,
})
const ctrl = { ctrlKey: true }

describe('the window’s keys', () => {
  test.each([
    ['Ctrl+S saves', press('s', ctrl), 'save'],
    ['Ctrl+Shift+S saves under another name', press('S', { ...ctrl, shiftKey: true }), 'saveAs'],
    ['Ctrl+O opens', press('o', ctrl), 'open'],
    ['Ctrl+Z undoes', press('z', ctrl), 'undo'],
    ['Ctrl+Y redoes', press('y', ctrl), 'redo'],
    ['Ctrl+Shift+Z redoes', press('Z', { ...ctrl, shiftKey: true }), 'redo'],
    ['⌘Z undoes on macOS', press('z', { metaKey: true }), 'undo'],
    ['Ctrl+E goes to the export', press('e', ctrl), 'export'],
    ['Ctrl+PageDown goes on', press('PageDown', ctrl), 'nextStep'],
    ['Ctrl+PageUp goes back', press('PageUp', ctrl), 'previousStep'],
    ['F8 goes to the next finding', press('F8'), 'nextFinding'],
    ['Shift+F8 goes to the one before', press('F8', { shiftKey: true }), 'previousFinding'],
    ['F1 gives help', press('F1'), 'help'],
    ['a letter is a letter', press('s'), undefined],
    ['Ctrl+A is the field’s own', press('a', ctrl), undefined],
    ['AltGr is not Ctrl', press('e', { ...ctrl, altKey: true }), undefined],
    ['keys of an input method are its own', press('z', { ...ctrl, isComposing: true }), undefined],
  ])('%s', (_fact, key, command) => {
    expect(commandOf(key)).toBe(command)
  })
})
