import { unzipSync } from 'fflate'
import type { ReadError } from '../../shared/import/read-error'
import { fail, ok, type Result } from '../../shared/result'

/** Bytes of a file worth opening: a report with pictures stays far below. */
export const LARGEST_FILE = 100_000_000

/** Bytes, unpacked, of all parts read: 24 MB of text is a thousand pages. */
const LARGEST_PARTS = 24_000_000

/** Bytes, unpacked, of all pictures read. */
const LARGEST_PICTURES = 60_000_000

/** What DEFLATE can make of one byte at most. */
const MOST_PER_BYTE = 1032

/** No Word file has more parts; a list of a million would take its time by itself. */
const MOST_PARTS = 20_000

export type PartsError = ReadError['kind']

/** Tells by its first bytes why a file is no .docx; undefined: it is a zip. */
export function refusedKind(bytes: Uint8Array): PartsError | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (start.startsWith('PK\u0003\u0004')) return undefined
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return isEncrypted(bytes) ? 'encrypted' : 'oldWord'
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('{\\rtf') || /^\s*(<!DOCTYPE html|<html|MIME-Version:)/iu.test(start))
    return 'richText'
  return 'notWord'
}

/** A .docx with a password is an old-style container around the encrypted package ([MS-OFFCRYPTO] 2.3.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return container.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

/** Unpacks the parts that are wanted; their sizes are looked at before anything is unpacked. */
export function readParts(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): Result<Map<string, Uint8Array>, PartsError> {
  return unpack(bytes, isWanted, LARGEST_PARTS)
}

/** The same for pictures; those beyond the limit are left out. */
export function readPictures(bytes: Uint8Array, paths: Set<string>): Map<string, Uint8Array> {
  const unpacked = unpack(bytes, (path) => paths.has(path), LARGEST_PICTURES)
  return unpacked.ok ? unpacked.value : new Map()
}

function unpack(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  largest: number,
): Result<Map<string, Uint8Array>, PartsError> {
  let total = 0
  let count = 0
  let isTooLarge = false
  try {
    const files = unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        count += 1
        isTooLarge ||= count > MOST_PARTS
        if (isTooLarge || !isWanted(name)) return false
        total += originalSize
        isTooLarge = total > largest || originalSize > (compression === 0 ? size : size * MOST_PER_BYTE)
        return !isTooLarge
      },
    })
    return isTooLarge ? fail('tooLarge') : ok(new Map(Object.entries(files)))
  } catch {
    return fail('damaged')
  }
}
