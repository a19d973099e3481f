import { decodeText } from '../../electron/files/decode-text'
import { parseBytes } from '../../electron/files/read-draft'
import { check } from '../../shared/check/check'
import { draftErrorMessage } from '../../shared/draft/draft-error-message'
import { parseDraft } from '../../shared/draft/parse-draft'
import { salvageDraft } from '../../shared/draft/salvage/salvage-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { formatById } from '../../shared/format/formats'

/** How a file that came from anywhere was taken. */
export type Taken = 'checked' | 'refused' | 'salvaged'

/**
 * Opens the bytes as the app opens a file and checks what opened. Throws where a promise is broken: nothing throws,
 * what opens can be written and opens again the same, what does not is refused with words for the clerk, and what
 * is salvaged of it is itself a draft.
 */
export async function tryDraft(bytes: Uint8Array): Promise<Taken> {
  const opened = await parseBytes(bytes, 'x.nianbao')
  if (!opened.ok) {
    if (draftErrorMessage(opened.error).title === '') throw new Error('A refusal without a word.')
    // Reading what is left takes ten times as long as refusing: every fourth will do.
    return bytes.length % 4 === 0 ? salvaged(bytes) : 'refused'
  }
  const { draft } = opened.value
  const format = formatById(draft.format)
  if (!format) throw new Error('A draft without a format was opened.')
  const text = writeDraft(draft)
  const again = parseDraft(text, '')
  if (!again.ok || writeDraft(again.value) !== text)
    throw new Error('What opened does not open again the same.')
  for (const { rule, message } of check(draft, format)) {
    if (rule === '' || message === '') throw new Error('A finding without a word.')
  }
  return 'checked'
}

function salvaged(bytes: Uint8Array): Taken {
  const found = salvageDraft(decodeText(bytes).text, 2025)
  if (!found) return 'refused'
  const written = parseDraft(writeDraft(found.draft), '')
  if (!written.ok) throw new Error(`What was salvaged does not open: ${JSON.stringify(written.error)}`)
  return 'salvaged'
}
