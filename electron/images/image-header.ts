/** What the first bytes of a picture tell, read without decoding it. */
export interface ImageHeader {
  type: 'image/png' | 'image/jpeg'
  /** Pixels as stored, before any turning. */
  width: number
  height: number
  /** How the stored pixels are to be turned (EXIF 2.3, tag Orientation): 1 is upright. */
  orientation: number
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Reads the header of a PNG or JPEG picture; undefined: the bytes are neither. Never throws. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (pngSignature.every((byte, index) => bytes[index] === byte))
      return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), orientation: 1 }
    if (view.getUint16(0) === 0xffd8) return readJpeg(view)
  } catch {
    // Reading beyond the end: cut off within its header.
  }
  return undefined
}

/** Walks the segments: APP1 may hold the orientation, a start-of-frame holds the size (ITU T.81, B.1.1.3). */
function readJpeg(view: DataView): ImageHeader | undefined {
  let orientation = 1
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(at + 2)
    if (isStartOfFrame(marker))
      return {
        type: 'image/jpeg',
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        orientation,
      }
    if (marker === 0xe1) orientation = exifOrientation(view, at + 4, length - 2) ?? orientation
    at += 2 + length
  }
  return undefined
}

function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** The orientation in an EXIF segment (a small TIFF file after "Exif\0\0"); a broken one has none. */
function exifOrientation(view: DataView, start: number, length: number): number | undefined {
  if (length < 14 || view.getUint32(start) !== 0x45786966) return undefined
  const tiff = new DataView(view.buffer, view.byteOffset + start + 6, length - 6)
  const little = tiff.getUint16(0) === 0x4949
  try {
    const directory = tiff.getUint32(4, little)
    const entries = tiff.getUint16(directory, little)
    for (let index = 0; index < entries; index++) {
      const entry = directory + 2 + index * 12
      if (tiff.getUint16(entry, little) !== 0x0112) continue
      const value = tiff.getUint16(entry + 8, little)
      return value >= 1 && value <= 8 ? value : undefined
    }
  } catch {
    // Offsets that lead out of the segment.
  }
  return undefined
}
