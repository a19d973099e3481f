/**
 * A smaller case that still fails: pieces are cut out, halves first, as long as the failure stays. `fails` must
 * answer the same to the same bytes.
 */
export async function shrink(bytes: Buffer, fails: (bytes: Buffer) => Promise<boolean>): Promise<Buffer> {
  let smallest = bytes
  let tries = 0
  for (let piece = Math.ceil(bytes.length / 2); piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
    for (let from = 0; from < smallest.length && tries < mostTries; ) {
      const shorter = Buffer.concat([smallest.subarray(0, from), smallest.subarray(from + piece)])
      tries++
      if (await fails(shorter)) smallest = shorter
      else from += piece
    }
  }
  return smallest
}

/** Shrinking is worth a minute or so, not an hour: an export takes a tenth of a second. */
const mostTries = 2_000
