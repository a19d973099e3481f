import { strFromU8, unzipSync } from 'fflate'
import { fail, ok, type Result } from '../../shared/result'

/** Why the parts of an Office file cannot be read; tooLarge also where it claims to hold more than it can. */
export type UnzipError = 'notAZip' | 'tooLarge'

/** Bytes, unpacked, of all parts asked for: a hundred large pictures in a draft fit. */
const LARGEST = 300_000_000

/** What DEFLATE can make of one byte at most. */
const MOST_PER_BYTE = 1032

/**
 * The text of the parts whose path is wanted. Sizes are checked before anything is unpacked, and no other part is
 * touched, so that a file made to burst the memory is refused.
 */
export function unzipParts(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): Result<Map<string, string>, UnzipError> {
  let total = 0
  let isTooLarge = false
  try {
    const files = unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        if (!isWanted(name)) return false
        const most = compression === 0 ? size : size * MOST_PER_BYTE
        total += originalSize
        isTooLarge ||= total > LARGEST || originalSize > most
        return !isTooLarge
      },
    })
    if (isTooLarge) return fail('tooLarge')
    return ok(new Map(Object.entries(files).map(([path, file]) => [path, strFromU8(file)])))
  } catch {
    return fail('notAZip')
  }
}
