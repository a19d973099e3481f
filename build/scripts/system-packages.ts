import { spawnSync } from 'node:child_process'
import { pythonWithDocx } from '../../electron/e2e/support/python'
import { isMain } from './paths'

/** window: what Electron links to, and Chinese letters; screen: a window without a screen; tests: other readers. */
export type Purpose = 'window' | 'screen' | 'tests'

interface Need {
  purpose: Purpose
  /** The Debian package under its older and newer names (64-bit time_t gave some a new one). */
  names: [string, ...string[]]
  /** Elsewhere than on Debian: a program that shows it is there. */
  program?: string
}

const needs: Need[] = [
  { purpose: 'window', names: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { purpose: 'window', names: ['libnss3'] },
  { purpose: 'window', names: ['libasound2', 'libasound2t64'] },
  { purpose: 'window', names: ['libgbm1'] },
  { purpose: 'window', names: ['fonts-noto-cjk'] },
  { purpose: 'screen', names: ['xvfb'], program: 'Xvfb' },
  { purpose: 'tests', names: ['xdotool'], program: 'xdotool' },
  { purpose: 'tests', names: ['python3-docx'] },
  { purpose: 'tests', names: ['pandoc'], program: 'pandoc' },
  { purpose: 'tests', names: ['poppler-utils'], program: 'pdftotext' },
  { purpose: 'tests', names: ['libreoffice-writer'], program: 'soffice' },
  { purpose: 'tests', names: ['libreoffice-calc'], program: 'soffice' },
]

/** Packages of these purposes that are not installed, each with its names, older one first. */
export function missingPackages(
  purposes: Purpose[],
  isInstalled: (name: string) => boolean,
): Need['names'][] {
  return needs
    .filter(({ purpose, names }) => purposes.includes(purpose) && !names.some(isInstalled))
    .map(({ names }) => names)
}

/** The name under which this release offers a package: the newest of its names that is known here. */
export function offeredName(names: Need['names'], isOffered: (name: string) => boolean): string {
  return names.findLast(isOffered) ?? names[0]
}

/**
 * Sees to the system packages of these purposes: installs what is missing where it may (Debian and its
 * relatives, as root or with sudo that asks no password), otherwise throws with the one command that does.
 */
export function ensureSystemPackages(...purposes: Purpose[]): void {
  if (process.platform !== 'linux') return
  if (succeeds('dpkg-query', '--version')) ensureDebianPackages(purposes)
  else ensurePrograms(purposes)
}

function ensureDebianPackages(purposes: Purpose[]): void {
  const missing = missingPackages(purposes, debianHas)
  if (missing.length === 0) return
  const prefix = rootPrefix()
  if (prefix) install(missing, prefix)
  const left = missingPackages(purposes, debianHas).map((names) => offeredName(names, debianOffers))
  if (left.length === 0) return
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${left.join(' ')}`
  throw new Error(`System packages are missing. This command installs them:\n  ${command}`)
}

function ensurePrograms(purposes: Purpose[]): void {
  const programs = needs.flatMap(({ purpose, program }) =>
    program && purposes.includes(purpose) ? [program] : [],
  )
  const missing = [...new Set(programs)].filter((program) => !succeeds('which', program))
  if (purposes.includes('tests') && !pythonWithDocx()) missing.push('python3 with the module docx')
  if (missing.length > 0) throw new Error(`Please install: ${missing.join(', ')}`)
}

/** What to put before a command to run it as root; undefined where that is not allowed. */
function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return []
  return succeeds('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined
}

function install(missing: Need['names'][], asRoot: string[]): void {
  const apt = (...args: string[]) => {
    const [program = '', ...rest] = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      ...args,
    ]
    spawnSync(program, rest, { stdio: ['ignore', process.stderr.fd, process.stderr.fd] })
  }
  apt('update')
  const names = missing.map((one) => offeredName(one, debianOffers))
  process.stderr.write(`Installing system packages: ${names.join(' ')}\n`)
  apt('install', '-y', '--no-install-recommends', ...names)
}

function debianHas(name: string): boolean {
  const query = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' })
  return /^Status: install ok installed$/m.test(query.stdout)
}

function debianOffers(name: string): boolean {
  const policy = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return /Candidate: (?!\(none\))/.test(policy.stdout)
}

function succeeds(program: string, ...args: string[]): boolean {
  return spawnSync(program, args).status === 0
}

if (isMain(import.meta.url)) ensureSystemPackages('window', 'screen', 'tests')
