import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { convertInLibreOffice } from '../../electron/e2e/support/libre-office'
import { exportDocx } from '../../electron/export/docx'
import { reportIn } from '../../electron/import/open-report'
import { comparable, writtenDraft } from '../../electron/import/random-reports'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import type { Draft } from '../../shared/draft/draft'
import { writeDraft } from '../../shared/draft/write-draft'
import type { Format } from '../../shared/format/format'
import { formats } from '../../shared/format/formats'

type Say = (line: string) => void

/** Random drafts through a Word file and back; one line for each that does not come back the same. */
export async function importReports(count: number, seed: number, say: Say): Promise<string[]> {
  const lost: string[] = []
  for (const format of formats) {
    const drafts = fc.sample(writtenDraft(format), { numRuns: Math.ceil(count / formats.length), seed })
    for (const [index, draft] of drafts.entries()) {
      const { clean, copy } = await filesOf(draft, format)
      lost.push(...differences(draft, format, clean, copy).map((what) => `${format.id} ${index}: ${what}`))
      if ((index + 1) % 100 === 0) say(`${format.id}: ${index + 1} of ${drafts.length}, ${lost.length} lost`)
    }
    lost.push(...(await throughLibreOffice(drafts.slice(0, RESAVED), format, say)))
  }
  return lost
}

/** How many of each format are opened and saved in LibreOffice. */
const RESAVED = 20

async function filesOf(draft: Draft, format: Format) {
  const document = compose(draft, format)
  return {
    clean: await exportDocx(document, gb9704),
    copy: await exportDocx(document, gb9704, { workingCopy: writeDraft(draft) }),
  }
}

/** From the clean copy the same text and figures, from the working copy the same draft. */
function differences(draft: Draft, format: Format, clean: Uint8Array, copy: Uint8Array): string[] {
  const today = '2026-01-01'
  const [read, carried] = [reportIn(clean, 'clean.docx', today), reportIn(copy, 'copy.docx', today)]
  const isSame = read.ok && equal(comparable(read.value.draft, format), comparable(draft, format))
  const isRestored = carried.ok && writeDraft(carried.value.draft) === writeDraft(draft)
  const isUnedited = carried.ok && carried.value.edited === undefined
  return [
    ...(isSame ? [] : ['the clean copy']),
    ...(isRestored ? [] : ['the working copy']),
    ...(isUnedited ? [] : ['the working copy counts as edited']),
  ]
}

function equal(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

async function throughLibreOffice(drafts: Draft[], format: Format, say: Say): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'import-reports-'))
  try {
    const paths: string[] = []
    for (const [index, draft] of drafts.entries())
      for (const [kind, bytes] of Object.entries(await filesOf(draft, format))) {
        const path = join(folder, `${index}-${kind}.docx`)
        writeFileSync(path, bytes)
        paths.push(path)
      }
    const saved = await convertInLibreOffice(paths, 'docx', join(folder, 'saved'))
    const lost = drafts.flatMap((draft, index) => {
      const [clean, copy] = saved.slice(2 * index, 2 * index + 2).map((path) => readFileSync(path))
      if (!clean || !copy) throw new Error('LibreOffice saved nothing.')
      return differences(draft, format, clean, copy).map(
        (what) => `${format.id} ${index}, saved in LibreOffice: ${what}`,
      )
    })
    say(`${format.id}: ${drafts.length} saved in LibreOffice, ${lost.length} lost`)
    return lost
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
