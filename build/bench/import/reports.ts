import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { longDraft } from '../../../electron/e2e/support/long-draft'
import { sampleDrafts } from '../../../electron/e2e/support/sample-drafts'
import { exportDocx } from '../../../electron/export/docx'
import { compose } from '../../../shared/compose/compose'
import { gb9704 } from '../../../shared/compose/style'
import type { Draft, ImageData } from '../../../shared/draft/draft'
import { formatById } from '../../../shared/format/formats'

export interface MeasuredReport {
  name: string
  docx: Uint8Array
}

/** A sample as it is, one with pictures that make it 3 MB, and one of more than a hundred pages. */
export async function measuredReports(): Promise<MeasuredReport[]> {
  const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')?.draft
  if (!sample) throw new Error('There is no sample.')
  return [
    { name: 'a sample', docx: await written(sample) },
    { name: '3 MB, with pictures', docx: await written(withPictures(sample, 6)) },
    { name: 'a hundred pages', docx: await written(longDraft()) },
  ]
}

async function written(draft: Draft): Promise<Uint8Array> {
  const format = formatById(draft.format)
  if (!format) throw new Error(`There is no format ${draft.format}.`)
  return exportDocx(compose(draft, format), gb9704)
}

function withPictures(draft: Draft, count: number): Draft {
  const images = Array.from({ length: count }, (_, index) => picture(index + 1))
  const blocks = images.map(({ hash }) => ({ kind: 'image' as const, image: hash }))
  return {
    ...draft,
    prose: { ...draft.prose, 1: [...(draft.prose['1'] ?? []), ...blocks] },
    images: Object.fromEntries(images.map(({ hash, image }) => [hash, image])),
  }
}

const SIDE = 410

/** Half a megabyte of noise, the same every time: nothing in it can be packed smaller. */
function picture(seed: number): { hash: string; image: ImageData } {
  const rows = new Uint8Array(SIDE * (SIDE * 3 + 1))
  let state = seed
  for (let at = 0; at < rows.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    rows[at] = at % (SIDE * 3 + 1) === 0 ? 0 : state >>> 24
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const bytes = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    image: { type: 'image/png', width: SIDE, height: SIDE, data: bytes.toString('base64') },
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

/** CRC-32 as PNG has it (W3C PNG, annex D). */
function crc(bytes: Buffer): number {
  let rest = 0xffff_ffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1
  }
  return (rest ^ 0xffff_ffff) >>> 0
}
