import { describe, expect, test } from 'vitest'
import { type Bitmap, turnUpright } from './upright'

/** A pixel per letter, so that a picture is readable: rows of text. */
function bitmap(rows: string[]): Bitmap {
  const pixels = Uint32Array.from(rows.join(''), (letter) => letter.charCodeAt(0))
  return { width: rows[0]?.length ?? 0, height: rows.length, pixels: new Uint8Array(pixels.buffer) }
}

function rowsOf({ width, height, pixels }: Bitmap): string[] {
  const letters = String.fromCharCode(...new Uint32Array(pixels.buffer))
  return Array.from({ length: height }, (_, row) => letters.slice(row * width, (row + 1) * width))
}

// What each orientation stores of the upright picture abc/def (EXIF 2.3: where row 0 and column 0 lie).
describe('a picture stored', () => {
  test.each([
    ['upright', 1, ['abc', 'def']],
    ['mirrored', 2, ['cba', 'fed']],
    ['upside down', 3, ['fed', 'cba']],
    ['upside down and mirrored', 4, ['def', 'abc']],
    ['with its rows as columns', 5, ['ad', 'be', 'cf']],
    ['with its first row at the right', 6, ['cf', 'be', 'ad']],
    ['with its first row at the right, from below', 7, ['fc', 'eb', 'da']],
    ['with its first row at the left, from below', 8, ['da', 'eb', 'fc']],
  ])('%s (%i) stands upright', (_how, orientation, stored) => {
    expect(rowsOf(turnUpright(bitmap(stored), orientation))).toEqual(['abc', 'def'])
  })
})
