/** A file's bytes as text, and how sure that is. */
export interface DecodedText {
  text: string
  /** How the bytes were written, as the clerk may have seen it named; 'UTF-8' is ours. */
  encoding: 'UTF-8' | 'UTF-16' | 'GBK'
  /** Some bytes are no text; each shows as U+FFFD. */
  garbled: boolean
}

/**
 * Reads bytes in the encoding they were most likely written in. Ours is UTF-8; an editor may have stored a draft as
 * UTF-16, or as GBK, which looks like broken UTF-8: only where broken places outnumber whole characters is it one.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf8 = decoded('utf-8', bytes)
  if (utf8 !== undefined && !looksLikeUtf16(bytes)) return { text: utf8, encoding: 'UTF-8', garbled: false }
  if (looksLikeUtf16(bytes)) {
    const bigEndian = bytes[0] === 0xfe || (bytes[0] === 0 && bytes[1] !== 0)
    return lossy(bigEndian ? 'utf-16be' : 'utf-16le', bytes, 'UTF-16')
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  const gbk = decoded('gb18030', bytes)
  return gbk !== undefined && broken(text) > whole(text)
    ? { text: gbk, encoding: 'GBK', garbled: false }
    : { text, encoding: 'UTF-8', garbled: true }
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function lossy(encoding: string, bytes: Uint8Array, name: DecodedText['encoding']): DecodedText {
  const text = decoded(encoding, bytes)
  if (text !== undefined) return { text, encoding: name, garbled: false }
  return { text: new TextDecoder(encoding).decode(bytes), encoding: name, garbled: true }
}

/** A byte order mark, or a brace with a zero beside it: every draft begins with one. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0x7b && second === 0) ||
    (first === 0 && second === 0x7b)
  )
}

function broken(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0
}

/** Chinese characters and their punctuation, three bytes each: GBK misread makes two-byte letters, hardly these. */
function whole(text: string): number {
  return text.match(/[\u2000-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0
}
