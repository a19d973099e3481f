import { TextRun } from 'docx'
import type { DocumentRun } from '../../../shared/compose/document'

/** Runs of text; the hint keeps “ ” — … · in the Chinese font, which the style names. */
export function textRuns(runs: DocumentRun[], style?: string): TextRun[] {
  return runs.map(
    ({ text, bold }) =>
      new TextRun({
        text,
        font: { hint: 'eastAsia' },
        ...(bold && { bold }),
        ...(style !== undefined && { style }),
      }),
  )
}
