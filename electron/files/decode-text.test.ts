import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text'

const text = '{\n  "name": "某某镇人民政府办公室"\n}\n'
const utf8 = Buffer.from(text)
const gbk = Buffer.from(
  `7b0a2020226e616d65223a2022${'c4b3c4b3d5f2c8cbc3f1d5feb8aeb0ecb9abcad2'}220a7d0a`,
  'hex',
)
const bigEndian = Buffer.from(text, 'utf16le').swap16()

describe('text is read in the encoding it was written in', () => {
  test.each([
    ['ours', utf8, 'UTF-8'],
    ['ours with a mark', Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), utf8]), 'UTF-8'],
    ['UTF-16 of Windows', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]), 'UTF-16'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'UTF-16'],
    ['UTF-16 the other way round', Buffer.concat([Buffer.of(0xfe, 0xff), bigEndian]), 'UTF-16'],
    ['UTF-16 the other way round without a mark', bigEndian, 'UTF-16'],
    ['GBK', gbk, 'GBK'],
  ])('%s', (_what, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, garbled: false })
  })

  test('a flipped bit in ours shows at its place and is not taken for GBK', () => {
    for (let byte = 0; byte < utf8.length; byte++) {
      const damaged = Buffer.from(utf8)
      damaged[byte] = (damaged[byte] ?? 0) ^ 0x80
      const { encoding, text: read } = decodeText(damaged)
      expect(encoding).toBe('UTF-8')
      expect(read).toContain('\ufffd')
    }
  })

  test('nothing is an empty text', () => {
    expect(decodeText(Buffer.alloc(0))).toEqual({ text: '', encoding: 'UTF-8', garbled: false })
  })
})
