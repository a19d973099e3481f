import type { Draft } from '../../shared/draft/draft'
import type { DraftError } from '../../shared/draft/draft-error'
import { fail, ok, type Result } from '../../shared/result'

/**
 * A draft that came from the window, which is not trusted: its file's bytes, proven to open again before one of
 * them is written, and the draft as it would be opened.
 */
export async function draftText(
  draft: Draft,
  name: string,
): Promise<Result<{ bytes: Uint8Array; draft: Draft }, DraftError>> {
  const [{ writeDraft }, { parseDraft }] = await Promise.all([
    import('../../shared/draft/write-draft'),
    import('../../shared/draft/parse-draft'),
  ])
  const text = written(() => writeDraft(draft))
  if (text === 'tooLarge') return fail({ kind: 'tooLarge', name })
  if (text === 'notJson') return fail({ kind: 'notADraft', name })
  const parsed = parseDraft(text.text, name)
  return parsed.ok ? ok({ bytes: Buffer.from(text.text), draft: parsed.value }) : parsed
}

/**
 * A text longer than the engine can hold, or nested deeper, is thrown out as a RangeError; what came across as a
 * number JSON does not have, as a TypeError.
 */
function written(write: () => string): { text: string } | 'tooLarge' | 'notJson' {
  try {
    return { text: write() }
  } catch (error) {
    if (error instanceof RangeError) return 'tooLarge'
    if (error instanceof TypeError) return 'notJson'
    throw error
  }
}
