import { TextRun } from 'docx'
import type { DocumentRun } from '../../../shared/compose/document'
import { ChangedRun } from './changes'

/** Runs of text; the hint keeps “ ” — … · in the Chinese font, which the style names. */
export function textRuns(runs: DocumentRun[], style?: string): TextRun[] {
  return runs.map(({ text, bold, change }) => {
    const options = {
      text,
      font: { hint: 'eastAsia' as const },
      ...(bold && { bold }),
      ...(style !== undefined && { style }),
    }
    return change ? new ChangedRun(options, change) : new TextRun(options)
  })
}
