import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../../../shared/draft/draft'
import { parseDraft } from '../../../shared/draft/parse-draft'
import type { Format } from '../../../shared/format/format'
import { formatById } from '../../../shared/format/formats'

export interface SampleDraft {
  /** File name without ending. */
  name: string
  draft: Draft
  format: Format
}

/** The drafts shipped as samples: three of published reports, two made up with every cell filled in. */
export const sampleDrafts: SampleDraft[] = readSamples(
  join(import.meta.dirname, '../../../templates/samples'),
)

function readSamples(folder: string): SampleDraft[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.nianbao'))
  return files.map((file) => {
    const parsed = parseDraft(readFileSync(join(folder, file), 'utf8'), file)
    const format = parsed.ok ? formatById(parsed.value.format) : undefined
    if (!parsed.ok || !format) throw new Error(`${file} is no draft.`)
    return { name: file.replace('.nianbao', ''), draft: parsed.value, format }
  })
}
