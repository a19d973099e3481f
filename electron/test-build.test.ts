import { expect, test } from 'vitest'
import { testBuildNote } from './test-build'

test.each([
  ['0.1.0', ''],
  ['0.1.0-test-build', '（测试构建）'],
  ['0.1.0-test-builder', ''],
])('version %s shows %o', (version, note) => expect(testBuildNote(version)).toBe(note))
