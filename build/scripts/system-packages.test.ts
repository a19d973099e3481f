import { describe, expect, test } from 'vitest'
import { missingPackages, offeredName } from './system-packages'

const nothing = () => false
const among =
  (...known: string[]) =>
  (name: string) =>
    known.includes(name)

describe('what is missing', () => {
  test('on a bare machine the window needs its libraries and Chinese letters, no more', () => {
    const names = missingPackages(['window'], nothing).map(([name]) => name)
    expect(names).toEqual(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-noto-cjk'])
  })

  test('a package under its newer name counts', () => {
    const installed = among('libgtk-3-0t64', 'libasound2t64', 'libnss3', 'libgbm1', 'fonts-noto-cjk')
    expect(missingPackages(['window'], installed)).toEqual([])
  })

  test('the tests need a screen in memory, keys for it and other readers of our files', () => {
    const names = missingPackages(['screen', 'tests'], among('pandoc')).map(([name]) => name)
    const readers = ['python3-docx', 'poppler-utils', 'libreoffice-writer', 'libreoffice-calc']
    expect(names).toEqual(['xvfb', 'xdotool', ...readers])
  })
})

describe('the name to install', () => {
  test.each([
    ['Debian 12', ['libasound2'], 'libasound2'],
    ['Debian 13', ['libasound2t64'], 'libasound2t64'],
    ['a release that knows both', ['libasound2', 'libasound2t64'], 'libasound2t64'],
    ['an unread package list', [], 'libasound2'],
  ])('on %s', (_release, offered, name) => {
    expect(offeredName(['libasound2', 'libasound2t64'], among(...offered))).toBe(name)
  })
})
