import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { testBuildMark } from '../../electron/test-build'
import { isMain } from '../scripts/paths'
import { controlFile, type DebianPackage, md5sums } from './control'

// electron-builder makes a deb with fpm, a Ruby program it downloads. This takes the same arguments and makes the deb
// with dpkg-deb, which needs no network.

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const

/** The arguments electron-builder gives fpm; one it does not know is refused, so that none is lost unseen. */
const known = {
  ...{ s: text, t: text, architecture: text, description: text, version: text, package: text, name: text },
  ...{ d: texts, 'after-install': text, 'after-remove': text, maintainer: text, vendor: text, url: text },
  ...{
    category: text,
    license: text,
    'deb-priority': text,
    'deb-compression': text,
    'deb-recommends': texts,
  },
  force: { type: 'boolean' },
} as const

/** Makes the deb that these arguments of fpm describe and returns its path; throws if dpkg-deb refuses. */
export function buildDeb(args: string[]): string {
  // electron-builder writes fpm's one-letter options as `-s dir`, its long ones as `--name x`.
  const { values, positionals } = parseArgs({ args, options: short(known), allowPositionals: true })
  const need = (name: Exclude<keyof typeof values, 'd' | 'deb-recommends' | 'force'>): string => {
    const value = values[name]
    if (value === undefined) throw new Error(`fpm’s argument ${name} is missing.`)
    return value
  }
  if (need('s') !== 'dir' || need('t') !== 'deb')
    throw new Error('This makes a deb from folders, and nothing else.')
  const tree = mkdtempSync(join(tmpdir(), 'deb-'))
  try {
    chmodSync(tree, 0o755)
    for (const item of positionals) place(tree, item)
    const about: DebianPackage = {
      name: need('name'),
      version: need('version'),
      architecture: need('architecture'),
      maintainer: need('maintainer'),
      section: need('category'),
      priority: need('deb-priority'),
      depends: values.d ?? [],
      recommends: values['deb-recommends'] ?? [],
      description: need('description'),
    }
    mkdirSync(join(tree, 'DEBIAN'))
    writeFileSync(join(tree, 'DEBIAN/control'), controlFile(about, tree))
    writeFileSync(join(tree, 'DEBIAN/md5sums'), md5sums(tree))
    script(join(tree, 'DEBIAN/postinst'), need('after-install'))
    script(join(tree, 'DEBIAN/postrm'), need('after-remove'))
    pack(tree, need('package'), about.version.includes(testBuildMark.replaceAll('-', '~')))
    return need('package')
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

type Options = Record<string, { type: 'string' | 'boolean'; multiple?: boolean; short?: string }>

function short<Known extends Options>(options: Known): Known {
  const pairs = Object.entries(options).map(([name, option]) => [
    name,
    name.length === 1 ? { ...option, short: name } : option,
  ])
  return Object.fromEntries(pairs) as Known
}

/** `from=/to`: a file takes that path; of a folder, written `from/`, what is in it goes there. */
function place(tree: string, item: string): void {
  const [from = '', to = ''] = item.split(/=(?=\/)/)
  const target = join(tree, to)
  mkdirSync(dirname(target), { recursive: true })
  cpSync(from, target, { recursive: true, verbatimSymlinks: true })
  // Whatever the builder's umask was, everyone may read what is installed.
  spawnSync('chmod', ['-R', 'u=rwX,go=rX', target])
  const sandbox = join(target, 'chrome-sandbox')
  if (existsSync(sandbox)) chmodSync(sandbox, 0o4755)
}

function script(path: string, from: string): void {
  writeFileSync(path, readFileSync(from))
  chmodSync(path, 0o755)
}

/** xz, which every Debian relative since 2012 unpacks; a test build is packed in haste. */
function pack(tree: string, file: string, inHaste: boolean): void {
  const args = ['--root-owner-group', '-Zxz', inHaste ? '-z0' : '-z6', '--build', tree, file]
  const { status, stderr } = spawnSync('dpkg-deb', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`dpkg-deb: ${stderr}`)
}

if (isMain(import.meta.url)) buildDeb(process.argv.slice(2))
