import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { pythonWithUno } from './python'

/**
 * Opens the files in LibreOffice and saves them as another kind into a folder, under their own names.
 *
 * @param to ending of the new files; 'docx' is written as Word's
 * @returns the paths of the new files
 */
export async function convertInLibreOffice(
  files: string[],
  to: 'docx' | 'pdf',
  folder: string,
): Promise<string[]> {
  // A profile of its own, for two LibreOffices at a time do not share one.
  const profile = await mkdtemp(join(tmpdir(), 'libre-office-'))
  const filter = { docx: 'docx:MS Word 2007 XML', pdf: 'pdf' }[to]
  try {
    await mkdir(folder, { recursive: true })
    await promisify(execFile)('soffice', [
      `-env:UserInstallation=file://${profile}`,
      ...['--headless', '--convert-to', filter, '--outdir', folder, ...files],
    ])
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return files.map((file) => join(folder, basename(file).replace(/\.[^.]*$/u, `.${to}`)))
}

/** Has LibreOffice accept and reject all tracked changes of the files, and returns the paths of what came of each. */
export async function resolveChanges(
  files: string[],
  folder: string,
): Promise<{ accepted: string[]; rejected: string[] }> {
  const python = pythonWithUno()
  if (!python) throw new Error('python3 with the module uno is missing (Debian: apt-get install python3-uno)')
  const script = join(import.meta.dirname, '../../../build/checks/resolve_changes.py')
  await promisify(execFile)(python, [script, folder, ...files])
  const inFolder = (name: string) => files.map((file) => join(folder, name, basename(file)))
  return { accepted: inFolder('accepted'), rejected: inFolder('rejected') }
}
