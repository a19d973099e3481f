import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { arbitraryDraft } from '../../shared/draft/draft-arbitrary'
import { parseDraft } from '../../shared/draft/parse-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { formats } from '../../shared/format/formats'
import { convertInLibreOffice } from '../e2e/support/libre-office'
import { sampleDrafts } from '../e2e/support/sample-drafts'
import { exportDocx } from '../export/docx'
import { readWorkingCopy } from './working-copy'

const [sample] = sampleDrafts.filter(({ name }) => name === 'qinghe-2025')
if (!sample) throw new Error('no sample')
const document = compose(sample.draft, sample.format)
const draftText = writeDraft(sample.draft)
const workingCopy = await exportDocx(document, gb9704, { workingCopy: draftText })
const clean = await exportDocx(document, gb9704)

const folder = mkdtempSync(join(tmpdir(), 'working-copy-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The file with one of its parts written anew. */
function withPart(docx: Uint8Array, path: string, edit: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx)
  return zipSync({ ...files, [path]: strToU8(edit(strFromU8(files[path] ?? new Uint8Array()))) })
}

describe('a working copy', () => {
  it('gives the draft back, and knows its text is unchanged', () => {
    const read = readWorkingCopy(workingCopy)
    expect(read).toEqual({ ok: true, value: { draftText: draftText.trim(), isTextChanged: false } })
  })

  it.each(formats)(
    'gives any draft of the $id format back',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(arbitraryDraft(format), async (draft) => {
          const docx = await exportDocx(compose(draft, format), gb9704, { workingCopy: writeDraft(draft) })
          const read = readWorkingCopy(docx)
          if (!read.ok) throw new Error(read.error.kind)
          expect(parseDraft(read.value.draftText, '')).toEqual({ ok: true, value: draft })
          expect(read.value.isTextChanged).toBe(false)
        }),
        { numRuns: 25 },
      )
    },
    60_000,
  )

  it('is the same report as the clean copy, which carries nothing', () => {
    const [carrying, plain] = [unzipSync(workingCopy), unzipSync(clean)]
    const added = Object.keys(carrying).filter((path) => !(path in plain))
    expect(added.sort()).toEqual([
      'customXml/_rels/item1.xml.rels',
      'customXml/item1.xml',
      'customXml/itemProps1.xml',
    ])
    expect(carrying['word/document.xml']).toEqual(plain['word/document.xml'])
    expect(readWorkingCopy(clean)).toEqual({ ok: false, error: { kind: 'noDraft' } })
  })

  it('is the same to the byte every time', async () => {
    expect(
      Buffer.from(await exportDocx(document, gb9704, { workingCopy: draftText })).equals(workingCopy),
    ).toBe(true)
  })

  it.each([
    ['a figure', '15067', '15068'],
    ['a word', '依法', '依规'],
    ['a figure taken out', '<w:t>15067</w:t>', ''],
  ])('tells that %s was changed in Word', (_what, from, to) => {
    const edited = withPart(workingCopy, 'word/document.xml', (xml) => {
      expect(xml).toContain(from)
      return xml.replace(from, to)
    })
    expect(readWorkingCopy(edited)).toMatchObject({ ok: true, value: { isTextChanged: true } })
  })

  it('does not take runs cut up, or a space more, for a change of the text', () => {
    const edited = withPart(workingCopy, 'word/document.xml', (xml) =>
      xml.replace('<w:t>15067</w:t>', '<w:t>150</w:t></w:r><w:r><w:t xml:space="preserve">67 </w:t>'),
    )
    expect(edited).not.toEqual(workingCopy)
    expect(readWorkingCopy(edited)).toMatchObject({ ok: true, value: { isTextChanged: false } })
  })

  it('keeps its draft and its text when LibreOffice saves it', async () => {
    const path = join(folder, 'report.docx')
    writeFileSync(path, workingCopy)
    const [saved = ''] = await convertInLibreOffice([path], 'docx', join(folder, 'saved'))
    const read = readWorkingCopy(readFileSync(saved))
    expect(read).toEqual({ ok: true, value: { draftText: draftText.trim(), isTextChanged: false } })
  }, 120_000)
})

describe('a file that is no working copy', () => {
  const bomb = (size: number) => {
    const zip = zipSync({ 'word/document.xml': strToU8('<a/>') }, { level: 0 })
    const view = new DataView(zip.buffer)
    const central = view.getUint32(zip.length - 6, true)
    view.setUint32(central + 24, size, true)
    return zip
  }

  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'notWord'],
    ['text', strToU8('{"kind":"nianbao-draft"}'), 'notWord'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'notWord'],
    ['a Word file cut off', workingCopy.slice(0, workingCopy.length / 2), 'notWord'],
    ['one that says it is larger than any file', bomb(0xffff_fffe), 'tooLarge'],
    ['one that says it is larger than its bytes allow', bomb(100_000_000), 'tooLarge'],
    [
      'really large',
      zipSync({ 'customXml/item1.xml': new Uint8Array(310_000_000) }, { level: 1 }),
      'tooLarge',
    ],
    ['without its text', withPart(workingCopy, 'word/document.xml', () => ''), 'notWord'],
    [
      'with a broken draft',
      withPart(workingCopy, 'customXml/item1.xml', (xml) => xml.slice(0, -9)),
      'noDraft',
    ],
    [
      'with entities to multiply',
      withPart(workingCopy, 'word/document.xml', (xml) =>
        xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "bb">]><w:document'),
      ),
      'notWord',
    ],
  ])('%s is refused', (_what, bytes, kind) => {
    expect(readWorkingCopy(bytes)).toEqual({ ok: false, error: { kind } })
  })

  it('never throws, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.nat(workingCopy.length - 1), fc.nat(255), (at, byte) => {
        const damaged = workingCopy.slice()
        damaged[at] = byte
        expect(readWorkingCopy(damaged)).toHaveProperty('ok')
      }),
      { numRuns: 200 },
    )
  })
})
