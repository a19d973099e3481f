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
  const text = withinLimit(() => writeDraft(draft))
  if (text === undefined) return fail({ kind: 'tooLarge', name })
  const parsed = parseDraft(text, name)
  return parsed.ok ? ok({ bytes: Buffer.from(text), draft: parsed.value }) : parsed
}

/** A text longer than the engine can hold is thrown out as a RangeError. */
function withinLimit(write: () => string): string | undefined {
  try {
    return write()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
