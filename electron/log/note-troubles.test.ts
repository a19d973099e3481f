import { describe, expect, test, vi } from 'vitest'
import { isUnreadableMessage } from './note-troubles'

vi.mock('electron', () => ({}))

const electron = [
  '    at WebContents.<anonymous> (node:electron/js2c/browser_init:2:87444)',
  '    at WebContents.emit (node:events:518:28)',
]
const ours = '    at answer (file:///opt/nianbao/resources/app.asar/out/chunks/answer.js:1:2)'

function thrown(message: string, frames: string[], Kind = TypeError): Error {
  const error = new Kind(message)
  error.stack = [`TypeError: ${message}`, ...frames].join('\n')
  return error
}

describe('a message of a page that Electron cannot put together again', () => {
  test('ends nothing', () => {
    expect(isUnreadableMessage(thrown('r is not iterable (cannot read property null)', electron))).toBe(true)
  })

  test.each([
    ['one that came out of our code', thrown('x is not iterable', [ours, ...electron])],
    ['one that went through our code', thrown('x is not iterable', [...electron, ours])],
    ['another one of Electron’s', thrown('x is undefined', electron)],
    ['one of another kind', thrown('r is not iterable', electron, RangeError as unknown as typeof TypeError)],
    ['one without a stack', thrown('r is not iterable', [])],
    ['no error', 'r is not iterable'],
  ])('but %s does', (_what, error) => {
    expect(isUnreadableMessage(error)).toBe(false)
  })
})
