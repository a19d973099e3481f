/** Pixels of four bytes each, row by row. */
export interface Bitmap {
  width: number
  height: number
  pixels: Uint8Array
}

/**
 * Turns a picture as its EXIF orientation asks (EXIF 2.3, tag Orientation, 1 to 8), so that Word, which reads the
 * pixels only, shows what the clerk saw on her phone.
 */
export function turnUpright({ width, height, pixels }: Bitmap, orientation: number): Bitmap {
  const swapped = orientation >= 5
  const turned = { width: swapped ? height : width, height: swapped ? width : height }
  const mirroredColumns = [2, 3, 7, 8].includes(orientation)
  const mirroredRows = [3, 4, 6, 7].includes(orientation)
  const from = new Uint32Array(new Uint8Array(pixels).buffer)
  const to = new Uint32Array(width * height)
  for (let y = 0; y < turned.height; y++)
    for (let x = 0; x < turned.width; x++) {
      const column = swapped ? y : x
      const row = swapped ? x : y
      const place =
        (mirroredRows ? height - 1 - row : row) * width + (mirroredColumns ? width - 1 - column : column)
      to[y * turned.width + x] = from[place] ?? 0
    }
  return { ...turned, pixels: new Uint8Array(to.buffer) }
}
