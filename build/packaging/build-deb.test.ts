import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../scripts/paths'
import { buildDeb } from './build-deb'
import { controlFile } from './control'

// dpkg-deb itself reads what was made: a Debian relative is needed, as for the end-to-end tests.
describe.runIf(process.platform === 'linux')('a deb', () => {
  let folder = ''
  let deb = ''
  const read = (...args: string[]) => execFileSync('dpkg-deb', args, { encoding: 'utf8' })

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'deb-test-'))
    mkdirSync(join(folder, 'app'), { mode: 0o700 })
    for (const name of ['nianbao-desk', 'chrome-sandbox', 'data'])
      writeFileSync(join(folder, 'app', name), name)
    chmodSync(join(folder, 'app/nianbao-desk'), 0o700)
    chmodSync(join(folder, 'app/chrome-sandbox'), 0o755)
    const script = join(root, 'build/packaging/after-install.sh')
    deb = buildDeb([
      ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgtk-3-0 | libgtk-3-0t64'],
      ...['--deb-recommends', 'fonts-noto-cjk', '--deb-compression', 'xz', '--architecture', 'arm64'],
      ...[
        '--after-install',
        script,
        '--after-remove',
        script,
        '--description',
        '编写工具\n 第一行\n \n 第二行\n',
      ],
      ...['--version', '0.1.0~test~build', '--package', join(folder, 'x.deb'), '--name', 'nianbao-desk'],
      ...[
        '--maintainer',
        '某某 <x@localhost>',
        '--vendor',
        'x',
        '--url',
        'about:blank',
        '--category',
        'editors',
      ],
      ...['--deb-priority', 'optional', '--license', 'MIT'],
      `${join(folder, 'app')}/=/opt/nianbao-desk`,
      `${join(folder, 'app/data')}=/usr/share/doc/nianbao-desk/copyright`,
    ])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('says what it is and what it needs', () => {
    expect(read('--field', deb)).toBe(
      [
        'Package: nianbao-desk',
        'Version: 0.1.0~test~build',
        'Architecture: arm64',
        'Maintainer: 某某 <x@localhost>',
        'Section: editors',
        'Priority: optional',
        'Installed-Size: 1',
        'Depends: libnss3, libgtk-3-0 | libgtk-3-0t64',
        'Recommends: fonts-noto-cjk',
        'Description: 编写工具',
        ' 第一行',
        ' .',
        ' 第二行',
        '',
      ].join('\n'),
    )
  })

  test('belongs to root, is readable by everyone, and lets Chromium’s sandbox do its work', () => {
    const lines = read('--contents', deb).trimEnd().split('\n')
    const modes = new Map(
      lines.map((line) => [line.split(' ./').at(-1), line.split(/\s+/).slice(0, 2).join(' ')]),
    )
    expect(modes.get('opt/nianbao-desk/')).toBe('drwxr-xr-x root/root')
    expect(modes.get('opt/nianbao-desk/nianbao-desk')).toBe('-rwxr-xr-x root/root')
    expect(modes.get('opt/nianbao-desk/chrome-sandbox')).toBe('-rwsr-xr-x root/root')
    expect(modes.get('opt/nianbao-desk/data')).toBe('-rw-r--r-- root/root')
    expect(modes.get('usr/share/doc/nianbao-desk/copyright')).toBe('-rw-r--r-- root/root')
  })

  test('carries sums of its files and scripts that a shell can read', () => {
    const control = join(folder, 'control')
    read('--control', deb, control)
    execFileSync('sh', ['-n', join(control, 'postinst')])
    read('--extract', deb, join(folder, 'tree'))
    execFileSync('md5sum', ['--check', '--quiet', join(control, 'md5sums')], { cwd: join(folder, 'tree') })
    expect(readFileSync(join(control, 'md5sums'), 'utf8').trimEnd().split('\n')).toHaveLength(4)
  })

  test('is refused, not made without, when electron-builder asks for something unknown', () => {
    expect(() => buildDeb(['-s', 'dir', '-t', 'deb', '--deb-suggests', 'x'])).toThrow(/deb-suggests/)
    expect(() => buildDeb(['-s', 'dir', '-t', 'rpm'])).toThrow(/deb/)
    expect(() => buildDeb(['-s', 'dir', '-t', 'deb'])).toThrow(/missing/)
  })
})

test('a field without a value is left out', () => {
  const about = {
    name: 'a',
    version: '1',
    architecture: 'amd64',
    maintainer: 'm',
    section: 's',
    priority: 'p',
  }
  const empty = mkdtempSync(join(tmpdir(), 'deb-test-'))
  expect(controlFile({ ...about, depends: [], recommends: [], description: 'd' }, empty)).not.toMatch(
    /Depends|Recommends/,
  )
  rmSync(empty, { recursive: true })
})
