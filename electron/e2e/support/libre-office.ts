import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

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
