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
  ['ENODEV', 'missingFolder'],
  ['ESTALE', 'missingFolder'],
  ['ENAMETOOLONG', 'pathTooLong'],
])('%s is told as %s', (code, kind) => {
  expect(writeErrorKind(Object.assign(new Error(), { code }))).toBe(kind)
})

test.each([[null], ['ENOSPC'], [new Error('no code')], [{ code: 'ENOSPC' }]])(
  '%o is no system error',
  (thrown) => {
    expect(writeErrorKind(thrown)).toBe('unwritable')
  },
)

test.each([
  ['ENOENT', 'win32', 300, 'pathTooLong'],
  ['ENOENT', 'win32', 259, 'missingFolder'],
  ['ENOENT', 'linux', 300, 'missingFolder'],
  ['EACCES', 'win32', 300, 'readOnly'],
] as const)('%s on %s for a path of %i characters is told as %s', (code, platform, length, kind) => {
  expect(writeErrorKind(Object.assign(new Error(), { code }), 'x'.repeat(length), platform)).toBe(kind)
})
