import { describe, expect, test } from 'vitest'
import { commandLine } from './command-names'

describe('a start with a command runs it, any other opens the window', () => {
  test.each([
    ['packaged', ['desk', 'check', 'a.nianbao'], false, ['check', 'a.nianbao']],
    [
      'packaged, a switch before',
      ['desk', '--no-sandbox', 'export', 'a', '--to', 'pdf'],
      false,
      ['export', 'a', '--to', 'pdf'],
    ],
    ['in development', ['electron', '.', 'check', 'a'], true, ['check', 'a']],
    ['in development, switches anywhere before', ['electron', '--a', '.', '--b', 'check'], true, ['check']],
    ['no argument', ['desk'], false, undefined],
    ['a draft', ['desk', 'a.nianbao'], false, undefined],
    ['a draft called like a command', ['desk', './check'], false, undefined],
    ['only switches', ['desk', '--user-data-dir=x'], false, undefined],
    ['in development, no argument', ['electron', '.'], true, undefined],
    ['in development, a folder called like a command', ['electron', 'check'], true, undefined],
  ])('%s', (_what, argv, isDevelopment, expected) => {
    expect(commandLine(argv, isDevelopment)).toEqual(expected)
  })
})
