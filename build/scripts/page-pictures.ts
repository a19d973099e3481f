import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importModule } from '../vite/import-module'
import { root } from './paths'

// `npm run pictures`: every page of the made-up samples as LibreOffice prints their Word files, into docs/pages.

/** Small, and still to be read. */
const PICTURE = ['-r', '64', '-jpeg', '-jpegopt', 'quality=50']

const { printSamples } = await importModule<typeof import('./print-samples')>(
  'build/scripts/print-samples.ts',
)
const scratch = mkdtempSync(join(tmpdir(), 'page-pictures-'))
const folder = join(root, 'docs/pages')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
try {
  for (const { name, pdf, pages } of await printSamples(scratch)) {
    const target = join(folder, name)
    if (pages === 'all') run('pdftoppm', ...PICTURE, pdf, target)
    else
      for (const page of landscapePages(pdf)) run('pdftoppm', ...PICTURE, '-f', page, '-l', page, pdf, target)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** Their numbers, by the sizes pdfinfo tells: Page    6 size:  841.89 x 595.304 pts. */
function landscapePages(pdf: string): string[] {
  const sizes = run('pdfinfo', '-f', '1', '-l', '9999', pdf).matchAll(
    /^Page +(\d+) size: +([\d.]+) x ([\d.]+)/gmu,
  )
  return [...sizes].flatMap(([, page = '', width, height]) => (Number(width) > Number(height) ? [page] : []))
}

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`)
  return stdout
}
