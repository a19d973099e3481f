import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { writeDraft } from '../../shared/draft/write-draft'
import { sampleDrafts } from '../e2e/support/sample-drafts'
import { exportDocx } from '../export/docx'
import { readCommand } from './read'

const folder = mkdtempSync(join(tmpdir(), 'cli-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('gives the draft inside a working copy, and lists what was edited in its text since', async () => {
  const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')
  if (!sample) throw new Error('no sample')
  const { draft, format } = sample
  const copy = await exportDocx(compose(draft, format), gb9704, { workingCopy: writeDraft(draft) })
  const parts = unzipSync(copy)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const edited = xml.replace('<w:t>4601</w:t>', '<w:t>4602</w:t>')
  expect(edited).not.toBe(xml)
  const path = join(folder, 'copy.docx')
  writeFileSync(path, zipSync({ ...parts, 'word/document.xml': strToU8(edited) }))

  const target = join(folder, 'read.nianbao')
  let data = ''
  const streams = {
    data: (text: string) => {
      data += text
    },
    note: () => {},
  }
  const code = await readCommand([path, '--out', target], streams, async () => {
    throw new Error('Nothing is printed.')
  })
  expect(code).toBe(1)
  expect(readFileSync(target, 'utf8')).toBe(writeDraft(draft))
  expect(data).toContain('改过 表三·一、本年新收·自然人：“4601”改为“4602”')
})
