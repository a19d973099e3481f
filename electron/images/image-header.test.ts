import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readImageHeader } from './image-header'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000007d00000000a0806000000', 'hex')

/** Start of image, the segments given, then a start of frame: 3000 × 20 pixels. */
function jpeg(segments: string, frame = 'c0'): Buffer {
  return Buffer.from(`ffd8${segments}ff${frame}0011080014${'0bb8'}03012200`, 'hex')
}

const jfif = 'ffe000104a46494600010100000100010000'
const exifBig = (orientation: string) =>
  `ffe10022${'457869660000'}4d4d002a0000000800010112000300000001${orientation}0000${'00000000'}`
const exifLittle = `ffe10022${'457869660000'}49492a0008000000010012010300010000000600${'0000'}${'00000000'}`

describe('the header of a picture', () => {
  test.each([
    ['a PNG', png, { type: 'image/png', width: 2000, height: 10, orientation: 1 }],
    ['a JPEG', jpeg(jfif), { type: 'image/jpeg', width: 3000, height: 20, orientation: 1 }],
    ['a progressive JPEG', jpeg(jfif, 'c2'), { type: 'image/jpeg', width: 3000, height: 20, orientation: 1 }],
    [
      'a phone’s JPEG',
      jpeg(exifBig('0006')),
      { type: 'image/jpeg', width: 3000, height: 20, orientation: 6 },
    ],
    [
      'one in little endian',
      jpeg(jfif + exifLittle),
      { type: 'image/jpeg', width: 3000, height: 20, orientation: 6 },
    ],
    [
      'an impossible turn',
      jpeg(exifBig('0009')),
      { type: 'image/jpeg', width: 3000, height: 20, orientation: 1 },
    ],
    ['filling bytes', jpeg(`ff${jfif}`), { type: 'image/jpeg', width: 3000, height: 20, orientation: 1 }],
  ])('%s', (_what, bytes, header) => {
    expect(readImageHeader(bytes)).toEqual(header)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a PNG of its signature only', png.subarray(0, 12)],
    ['a JPEG cut off before its size', jpeg(jfif).subarray(0, 24)],
    ['a JPEG whose segments are garbled', jpeg('0000')],
    ['a BMP', Buffer.from('424d460000000000000036000000', 'hex')],
    ['a WebP', Buffer.from('52494646240000005745425056503820', 'hex')],
    ['a draft', Buffer.from('{"kind":"nianbao-draft"}')],
  ])('%s has none', (_what, bytes) => {
    expect(readImageHeader(bytes)).toBeUndefined()
  })

  test('never throws, whatever follows the first bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('ffd8', 'ffd8ffe1', '89504e470d0a1a0a'), fc.uint8Array(), (start, rest) => {
        readImageHeader(Buffer.concat([Buffer.from(start, 'hex'), rest]))
      }),
      { numRuns: 2000 },
    )
  })
})
