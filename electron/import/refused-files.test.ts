import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { writeDraft } from '../../shared/draft/write-draft'
import { sampleDrafts } from '../e2e/support/sample-drafts'
import { exportDocx } from '../export/docx'
import { openReport, reportIn } from './open-report'

const [sample] = sampleDrafts
if (!sample) throw new Error('no sample')
const docx = await exportDocx(compose(sample.draft, sample.format), gb9704)
const today = '2026-01-01'

const folder = mkdtempSync(join(tmpdir(), 'refused-'))
afterAll(() => rmSync(folder, { recursive: true }))

function withDocument(edit: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx)
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...files, 'word/document.xml': strToU8(edit(xml)) }, { level: 1 })
}

/** The zip says a part is of this size. */
function claiming(size: number): Uint8Array {
  const zip = zipSync({ 'word/document.xml': strToU8('<a/>') }, { level: 0 })
  const view = new DataView(zip.buffer)
  view.setUint32(view.getUint32(zip.length - 6, true) + 24, size, true)
  return zip
}

const ole = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le')])
const body = (xml: string) => withDocument((old) => old.replace(/(<w:body>).*(<\/w:body>)/su, `$1${xml}$2`))

describe('a file that cannot be read as a report', () => {
  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'notWord'],
    ['text', strToU8('年度报告'), 'notWord'],
    ['PDF', strToU8('%PDF-1.7 …'), 'pdf'],
    ['an old Word file', ole('WordDocument'), 'oldWord'],
    ['a Word file with a password', ole('EncryptedPackage'), 'encrypted'],
    ['rich text', strToU8('{\\rtf1 '), 'richText'],
    ['a web page called .docx', strToU8('<html><body>'), 'richText'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'notWord'],
    ['cut off', docx.slice(0, docx.length / 2), 'damaged'],
    ['one that says it is larger than any file', claiming(0xffff_fffe), 'tooLarge'],
    ['one that says it is larger than its bytes allow', claiming(10_000_000), 'tooLarge'],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(200_000_000) }, { level: 1 }), 'tooLarge'],
    ['without its body', withDocument(() => '<a/>'), 'damaged'],
    ['not well formed', withDocument((xml) => xml.slice(0, -40)), 'damaged'],
    [
      'with an external entity',
      withDocument((xml) =>
        xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document'),
      ),
      'damaged',
    ],
    [
      'with entities to multiply',
      withDocument((xml) => xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><w:document')),
      'damaged',
    ],
    ['of elements without end', body('<w:p/>'.repeat(1_500_000)), 'tooLarge'],
    [
      'nested without end',
      body('<w:sdt><w:sdtContent>'.repeat(5_000) + '</w:sdtContent></w:sdt>'.repeat(5_000)),
      'tooLarge',
    ],
    ['a letter', body('<w:p><w:r><w:t>你好</w:t></w:r></w:p>'), 'noReport'],
  ])('%s: %# is refused', (_what, bytes, kind) => {
    const start = process.cpuUsage()
    expect(reportIn(bytes, 'x.docx', today)).toEqual({ ok: false, error: { kind, name: 'x.docx' } })
    expect(secondsSince(start)).toBeLessThan(2)
  })

  it('of 500 MB is not read at all', async () => {
    const path = join(folder, 'large.docx')
    writeFileSync(path, '')
    truncateSync(path, 500_000_000)
    expect(await openReport(path, today)).toEqual({
      ok: false,
      error: { kind: 'tooLarge', name: 'large.docx' },
    })
  })

  it('that is not there is said to be missing', async () => {
    expect(await openReport(join(folder, 'no.docx'), today)).toMatchObject({ error: { kind: 'missing' } })
  })

  it('never throws, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.nat(docx.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Uint8Array.from(docx)
        damaged[at] = byte
        expect(reportIn(damaged, 'x.docx', today)).toHaveProperty('ok')
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

it('a table of 100,000 cells is refused in time', () => {
  const row = `<w:tr>${'<w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>'.repeat(100)}</w:tr>`
  const large = withDocument((xml) =>
    xml.replace('<w:body>', () => `<w:body><w:tbl>${row.repeat(1000)}</w:tbl>`),
  )
  const start = process.cpuUsage()
  const read = reportIn(large, 'x.docx', today)
  expect(secondsSince(start)).toBeLessThan(2)
  expect(read).toMatchObject({ ok: false, error: { kind: 'tooLarge' } })
}, 20_000)

it('a part that lies elsewhere is not looked for', () => {
  const files = unzipSync(docx)
  const rels = strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array()).replace(
    '</Relationships>',
    '<Relationship Id="rIdX" Type="http://x/image" Target="http://127.0.0.1:1/a.png" TargetMode="External"/></Relationships>',
  )
  expect(reportIn(zipSync({ ...files, 'word/_rels/document.xml.rels': strToU8(rels) }), 'x', today).ok).toBe(
    true,
  )
})

it('a working copy gives its draft back, and says when its text was changed in Word', async () => {
  const copy = await exportDocx(compose(sample.draft, sample.format), gb9704, {
    workingCopy: writeDraft(sample.draft),
  })
  expect(reportIn(copy, 'x', today)).toMatchObject({ ok: true, value: { draft: sample.draft, notes: [] } })
  const files = unzipSync(copy)
  const edited = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(
    '一、总体情况',
    '一、总体的情况',
  )
  const read = reportIn(zipSync({ ...files, 'word/document.xml': strToU8(edited) }), 'x', today)
  expect(read).toMatchObject({ ok: true, value: { draft: sample.draft } })
  expect(read.ok && read.value.notes.length).toBe(1)
})

/** Of work, not of waiting: on a busy machine the same work takes longer. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
