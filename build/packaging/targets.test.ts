import { expect, test } from 'vitest'
import { forLinux, needsOnlyThisElectron, targetsHere } from './targets'

test.each([
  ['the usual packages', targetsHere('x64'), true],
  ['the folder alone', ['--linux', 'dir'], true],
  ['the short form', ['-l', 'deb'], true],
  ['another processor', ['--linux', 'deb', '--arm64'], false],
  ['both processors', ['--linux', 'deb', '--x64', '--arm64'], false],
  ['another system', ['--win', 'nsis', '--x64'], false],
  ['another system too', ['--linux', 'dir', '--mac'], false],
  ['nothing said', [], false],
])('a stand-in of Linux x64 serves %s: %j → %s', (_what, wanted, expected) => {
  expect(needsOnlyThisElectron(wanted, 'linux', 'x64')).toBe(expected)
})

test('it serves no machine but a Linux one', () => {
  expect(needsOnlyThisElectron(targetsHere('x64'), 'darwin', 'x64')).toBe(false)
})

test('Linux packages are asked for by either form', () => {
  expect([['--linux'], ['-l'], ['--win', '--x64']].map(forLinux)).toEqual([true, true, false])
})
