import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, type Handlers } from './answer'

const handle = '01234567-89ab-cdef-0123-456789abcdef'
const draft = { kind: 'nianbao-draft' }

/** Handlers that answer with their channel's name: what reaches them was let through. */
const handlers = new Proxy({} as Handlers, { get: (_target, channel) => () => channel })
const lines: string[] = []
const ask = (channel: unknown, request: unknown) =>
  answer(handlers, channel, request, (line) => lines.push(line))

describe('a request that fits its channel is answered', () => {
  test.each([
    ['app:start', null],
    ['recent:list', null],
    ['recent:forget', { handle }],
    ['draft:open', null],
    ['word:choose', null],
    ['word:read', { handle, year: null }],
    ['word:read', { handle, year: 2024 }],
    ['word:readBack', { draft }],
    ['draft:openRecent', { handle }],
    ['draft:openSample', { id: 'sample-2021' }],
    ['draft:save', { handle, draft }],
    ['draft:saveAs', { draft, suggestedName: '' }],
    ['report:export', { draft, formats: ['docx'], copy: 'publication', suggestedName: '年报' }],
    ['report:export', { draft, formats: ['pdf', 'xlsx'], copy: 'working', suggestedName: '' }],
    ['style:office', null],
    ['style:keep', { style: { linePitch: 28 } }],
    ['checkSheet:export', { handle, draft, formats: ['docx', 'pdf'], suggestedName: '核对表' }],
    ['comparison:export', { draft, what: 'tracked', suggestedName: '对照' }],
    ['report:preview', { draft }],
    ['fonts:installed', null],
    ['report:reveal', { handle }],
    ['image:choose', null],
    ['image:take', { bytes: new Uint8Array(3) }],
    ['recovery:keep', { handle: null, draft }],
    ['recovery:keep', { handle, draft }],
    ['recovery:end', { how: 'givenUp' }],
    ['recovery:choose', { handle, choice: 'kept' }],
    ['backup:list', { handle: null }],
    ['backup:open', { handle }],
    ['draft:onDisk', { handle, draft, base: null }],
    ['draft:takeMerged', { handle, draft, base: draft }],
    ['draft:takeDisk', { handle, draft }],
    ['draft:saveOver', { handle, draft }],
    ['draft:reopen', { handle }],
    ['draft:salvage', { handle }],
    ['window:failed', { error: 'TypeError' }],
    ['window:state', { title: '年报', unsaved: true, handle: null }],
    ['window:close', null],
  ])('%s', async (channel, request) => {
    expect(await ask(channel, request)).toEqual({ kind: 'reply', reply: channel })
  })
})

describe('anything else is refused', () => {
  test.each([
    ['a channel there is none of', 'draft:delete', null],
    ['no channel', undefined, null],
    ['a channel that is no text', ['app:start'], null],
    ['a name every object has', 'constructor', null],
    ['a name that is no key', '__proto__', null],
    ['a request where none is due', 'app:start', {}],
    ['none where one is due', 'draft:save', undefined],
    ['a path for a handle', 'draft:openRecent', { handle: '/etc/passwd' }],
    ['a handle that is no text', 'report:reveal', { handle: [handle] }],
    ['more than was asked', 'report:reveal', { handle, path: '/' }],
    ['a draft that is no object', 'draft:save', { handle, draft: 'x' }],
    [
      'a format that is not made',
      'report:export',
      { draft, formats: ['exe'], copy: 'working', suggestedName: '' },
    ],
    [
      'a format twice',
      'report:export',
      { draft, formats: ['pdf', 'pdf'], copy: 'working', suggestedName: '' },
    ],
    ['no format', 'report:export', { draft, formats: [], copy: 'working', suggestedName: '' }],
    ['a copy there is none of', 'report:export', { draft, formats: ['docx'], copy: 'x', suggestedName: '' }],
    ['no word which copy', 'report:export', { draft, formats: ['docx'], suggestedName: '' }],
    ['a style that is no object', 'style:keep', { style: 'gb9704' }],
    ['a comparison there is none of', 'comparison:export', { draft, what: 'all', suggestedName: '' }],
    ['a year before there were reports', 'word:read', { handle, year: 1999 }],
    ['a name without end', 'draft:saveAs', { draft, suggestedName: 'x'.repeat(1001) }],
    ['a truth that is none', 'window:state', { title: '', unsaved: 'yes', handle: null }],
    ['a path for a recovery', 'recovery:choose', { handle: '../../etc/passwd', choice: 'kept' }],
    ['a choice there is none of', 'recovery:choose', { handle, choice: 'both' }],
    ['an ending there is none of', 'recovery:end', { how: 'deleted' }],
    ['a report of a failure without end', 'window:failed', { error: 'x'.repeat(20_001) }],
  ])('%s', async (_what, channel, request) => {
    expect(await ask(channel, request)).toEqual({ kind: 'refused' })
  })

  const takingObjects = ['draft:openRecent', 'draft:save', 'draft:saveAs', 'report:export', 'window:state']

  test('whatever it is, and never by a throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...takingObjects), fc.anything()),
        fc.anything(),
        async (channel, request) => {
          expect(await ask(channel, request)).toEqual({ kind: 'refused' })
        },
      ),
    )
  })
})

test('a handler that throws fails as a value without its message', async () => {
  const failing = { 'app:start': () => Promise.reject(new Error('/home/clerk')) } as unknown as Handlers
  lines.length = 0
  const reply = await answer(failing, 'app:start', null, (line) => lines.push(line))
  expect(reply).toEqual({ kind: 'failed' })
  expect(lines.join()).toContain('app:start failed: Error: /home/clerk')
})
