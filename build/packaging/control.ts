import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a deb says about itself (Debian Policy, chapter 5). */
export interface DebianPackage {
  name: string
  version: string
  architecture: string
  maintainer: string
  section: string
  priority: string
  depends: string[]
  recommends: string[]
  /** The synopsis on the first line, then the text. */
  description: string
}

/** DEBIAN/control of the package whose files lie in `tree`. */
export function controlFile(about: DebianPackage, tree: string): string {
  const bytes = files(tree).reduce((sum, file) => sum + lstatSync(file).size, 0)
  const fields: [string, string][] = [
    ['Package', about.name],
    ['Version', about.version],
    ['Architecture', about.architecture],
    ['Maintainer', about.maintainer],
    ['Section', about.section],
    ['Priority', about.priority],
    ['Installed-Size', String(Math.ceil(bytes / 1024))],
    ['Depends', about.depends.join(', ')],
    ['Recommends', about.recommends.join(', ')],
    ['Description', folded(about.description)],
  ]
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

/** Lines after the first begin with one space; a blank one is a full stop. */
function folded(description: string): string {
  const [synopsis = '', ...lines] = description.split('\n').map((line) => line.trim())
  while (lines.at(-1) === '') lines.pop()
  return [synopsis, ...lines.map((line) => ` ${line === '' ? '.' : line}`)].join('\n')
}

/** DEBIAN/md5sums, against which `dpkg --verify` checks what is installed. */
export function md5sums(tree: string): string {
  return files(tree)
    .filter((file) => lstatSync(file).isFile())
    .map((file) => `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${relative(tree, file)}\n`)
    .join('')
}

/** Every file to be installed, sorted. */
function files(tree: string): string[] {
  return readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(tree, file).startsWith('DEBIAN'))
    .sort()
}
