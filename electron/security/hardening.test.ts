import { describe, expect, test } from 'vitest'
import { isTrustedSender, mayRequest } from './hardening'

describe('what the session may fetch', () => {
  test.each([
    'app://desk/index.html',
    'devtools://devtools/x',
    'data:image/png;base64,AA',
    'blob:app://desk/1',
  ])('%s', (address) => expect(mayRequest(address)).toBe(true))
})

describe('what it may not', () => {
  test.each([
    'https://example.com/?next=app://desk/',
    'http://127.0.0.1/',
    'ws://localhost:1',
    'wss://example.com',
    'ftp://example.com',
    'file:///etc/passwd',
    'chrome://version',
    'apps://desk/',
    'app',
    '',
  ])('%o', (address) => expect(mayRequest(address)).toBe(false))
})

describe('who may ask the main process', () => {
  test('the page of the window', () => {
    expect(isTrustedSender({ origin: 'app://desk', parent: null })).toBe(true)
  })

  test.each([
    ['a frame inside it', { origin: 'app://desk', parent: {} }],
    ['a page of another host', { origin: 'app://other', parent: null }],
    ['a page whose address begins alike', { origin: 'app://desk.example', parent: null }],
    ['a page without an origin', { origin: 'null', parent: null }],
    ['a page of the web', { origin: 'https://desk', parent: null }],
    ['a page that is gone', null],
  ])('not %s', (_who, frame) => {
    expect(isTrustedSender(frame)).toBe(false)
  })
})
