import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { type NativeImage, nativeImage } from 'electron'
import type { ImageError, TakenImage } from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import { type ImageHeader, readImageHeader } from './image-header'
import { turnUpright } from './upright'

/** Bytes of a picture as it comes. */
const largestSource = 50_000_000
/** Beyond this a small file could unpack to more memory than the machine has; today's phones stay below. */
const mostPixels = 120_000_000
/** Pixels of the longer side in the draft: 156 mm of type area at 325 dpi. */
const longestSide = 2000
/** Bytes in the draft (design.md section 3). */
const largestTaken = 5_000_000
const jpegQuality = 85

type Taken = Result<TakenImage, ImageError>

/** Takes the picture in a file the clerk chose. */
export async function takeImageFile(path: string): Promise<Taken> {
  try {
    const file = await open(path)
    try {
      const about = await file.stat()
      if (!about.isFile()) return fail({ kind: 'notAnImage' })
      return about.size > largestSource ? fail({ kind: 'tooLarge' }) : takeImage(await file.readFile())
    } finally {
      await file.close()
    }
  } catch {
    return fail({ kind: 'unreadable' })
  }
}

/** Takes a picture into the draft: PNG and JPEG only, upright, scaled down where it is larger than a page needs. */
export function takeImage(bytes: Uint8Array): Taken {
  if (bytes.byteLength > largestSource) return fail({ kind: 'tooLarge' })
  const header = readImageHeader(bytes)
  if (header === undefined || header.width === 0 || header.height === 0) return fail({ kind: 'notAnImage' })
  if (header.width * header.height > mostPixels) return fail({ kind: 'tooLarge' })
  const decoded = nativeImage.createFromBuffer(Buffer.from(bytes))
  if (decoded.isEmpty()) return fail({ kind: 'unreadable' })
  const isFit = Math.max(header.width, header.height) <= longestSide && bytes.byteLength <= largestTaken
  return ok(
    isFit && header.orientation === 1 ? taken(bytes, header.type, decoded) : scaledDown(decoded, header),
  )
}

/** Shrinks until both limits hold. A JPEG stays one; a PNG stays one too, for its transparent parts. */
function scaledDown(decoded: NativeImage, { type, orientation }: ImageHeader): TakenImage {
  const { width, height } = decoded.getSize()
  for (let side = Math.min(longestSide, Math.max(width, height)); ; side = Math.floor(side * 0.75)) {
    const image = upright(shrunk(decoded, side), orientation)
    const bytes = type === 'image/jpeg' ? image.toJPEG(jpegQuality) : image.toPNG()
    if (bytes.byteLength <= largestTaken) return taken(bytes, type, image)
  }
}

function shrunk(image: NativeImage, side: number): NativeImage {
  const { width, height } = image.getSize()
  const scale = side / Math.max(width, height)
  if (scale >= 1) return image
  return image.resize({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    quality: 'best',
  })
}

function upright(image: NativeImage, orientation: number): NativeImage {
  if (orientation === 1) return image
  const { width, height, pixels } = turnUpright({ ...image.getSize(), pixels: image.toBitmap() }, orientation)
  return nativeImage.createFromBitmap(Buffer.from(pixels.buffer), { width, height })
}

function taken(bytes: Uint8Array, type: ImageHeader['type'], image: NativeImage): TakenImage {
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    image: { type, ...image.getSize(), data: Buffer.from(bytes).toString('base64') },
  }
}
