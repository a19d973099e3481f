import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Draft } from '../../../shared/draft/draft'
import { newDraft } from '../../../shared/draft/new-draft'
import { writeDraft } from '../../../shared/draft/write-draft'
import { proposeFormat } from '../../../shared/format/formats'

/** A draft as the clerk has just begun it. */
export function draftOf(organ: string): Draft {
  const draft = newDraft({ format: proposeFormat(2025), year: 2025, scope: 'organ' })
  return { ...draft, publisher: { ...draft.publisher, name: organ } }
}

/** A folder for one test's files, removed when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Puts a draft into a file and returns its path. */
export function writeDraftFile(folder: string, name: string, draft: Draft): string {
  const path = join(folder, name)
  writeFileSync(path, writeDraft(draft))
  return path
}
