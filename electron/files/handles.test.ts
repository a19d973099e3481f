import { describe, expect, test } from 'vitest'
import { createHandles } from './handles'

describe('a handle', () => {
  const draft = { kind: 'draft', path: '/某镇/a.nianbao', stamp: '1' } as const

  test('says nothing of the path and means nothing elsewhere', () => {
    const handle = createHandles().of(draft)
    expect(handle).toMatch(/^[0-9a-f-]{36}$/)
    expect(createHandles().known(handle)).toBeUndefined()
    expect(createHandles().of(draft)).not.toBe(handle)
  })

  test('is the same for the same file in the same state, another for anything else', () => {
    const handles = createHandles()
    const handle = handles.of(draft)
    expect(handles.of({ ...draft })).toBe(handle)
    expect(handles.of({ ...draft, stamp: '2' })).not.toBe(handle)
    expect(handles.of({ kind: 'listed', path: draft.path })).not.toBe(handle)
    expect(handles.of({ kind: 'exported', path: draft.path })).not.toBe(handle)
  })

  test('follows its draft when that is saved', () => {
    const handles = createHandles()
    const handle = handles.of(draft)
    handles.restamp(handle, '2')
    expect(handles.known(handle)).toEqual({ ...draft, stamp: '2' })
    expect(handles.of({ ...draft, stamp: '2' })).toBe(handle)
    expect(handles.of(draft)).not.toBe(handle)
  })
})
