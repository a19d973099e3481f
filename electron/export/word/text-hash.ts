import { createHash } from 'node:crypto'

/** SHA-256 of a report's visible text, in hexadecimal. */
export function textHash(visibleText: string): string {
  return createHash('sha256').update(visibleText, 'utf8').digest('hex')
}
