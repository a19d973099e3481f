import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFamilyNames } from './font-names'
import { installedFonts, namesInFolders } from './installed-fonts'

/** Files of this machine's fonts with the names fontconfig, a reader that is not ours, finds in them. */
function knownFonts(): [file: string, names: string[]][] {
  const list = execFileSync('fc-list', ['--format', '%{file}\t%{family}\n'], { encoding: 'utf8' })
  const byFile = new Map<string, string[]>()
  for (const line of list.split('\n')) {
    const [file = '', names = ''] = line.split('\t')
    if (/\.(ttf|otf|ttc)$/i.test(file)) byFile.set(file, [...(byFile.get(file) ?? []), ...names.split(',')])
  }
  return [...byFile]
}

describe.runIf(process.platform === 'linux')('family names read out of font files', () => {
  const fonts = knownFonts()

  it('are those fontconfig finds, collections included', async () => {
    expect(fonts.some(([file]) => file.endsWith('.ttc'))).toBe(true)
    for (const [file, names] of fonts)
      expect(await readFamilyNames(file), file).toEqual(expect.arrayContaining([...new Set(names)]))
  })

  it('come from folders and the folders in them', async () => {
    expect(await namesInFolders(['/usr/share/fonts', '/no/such/folder'])).toContain('Noto Serif CJK SC')
    expect(await installedFonts()).toContain('Noto Serif CJK SC')
  })
})

describe('a file that is no font has no names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-fonts-'))
  it.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('not a font at all, but longer than a header')],
    ['a collection that claims four billion fonts', Buffer.from('ttcf\0\u0001\0\0ÿÿÿÿ', 'latin1')],
    [
      'a name table beyond the end',
      Buffer.from(`\0\u0001\0\0\0\u0001${'\0'.repeat(6)}name${'ÿ'.repeat(12)}`, 'latin1'),
    ],
  ])('%s', async (_what, bytes) => {
    const path = join(folder, 'x.ttf')
    writeFileSync(path, bytes)
    expect(await readFamilyNames(path)).toEqual([])
    expect(await namesInFolders([folder])).toEqual([])
    rmSync(path)
  })
})
