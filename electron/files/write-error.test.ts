import { expect, test } from 'vitest'
import { writeErrorKind } from './write-error'

test.each([
  ['EROFS', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['ENOENT', 'missingFolder'],
  ['EBUSY', 'inUse'],
  ['EIO', 'unwritable'],
])('%s is told as %s', (code, kind) => {
  expect(writeErrorKind(Object.assign(new Error(), { code }))).toBe(kind)
})

test.each([[null], ['ENOSPC'], [new Error('no code')], [{ code: 'ENOSPC' }]])(
  '%o is no system error',
  (thrown) => {
    expect(writeErrorKind(thrown)).toBe('unwritable')
  },
)
