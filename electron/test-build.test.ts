import { expect, test } from 'vitest'
import { shownVersion, testBuildNote } from './test-build'

test.each([
  ['0.1.0', ''],
  ['0.1.0-test-build', '（测试构建）'],
  ['0.1.0-test-builder', ''],
])('version %s shows %o', (version, note) => expect(testBuildNote(version)).toBe(note))

test.each([
  ['0.1.0', '0.1.0'],
  ['0.1.0-test-build', '0.1.0（测试构建）'],
])('version %s reads %s', (version, shown) => expect(shownVersion(version)).toBe(shown))
