import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import type { Document } from '../../shared/compose/document'
import { visibleText } from '../../shared/compose/visible-text'
import { writeDraft } from '../../shared/draft/write-draft'
import { formats } from '../../shared/format/formats'
import { arbitraryReport } from '../export/arbitrary-report'
import { printWithElectron } from '../print/print-with-electron'
import { exportByCli, samples } from './support/exported'
import { docxText, htmlText, pageCount, pdfText, run, unescaped, withoutSpace } from './support/exported-text'
import { projectRoot } from './support/launch'
import { convertInLibreOffice } from './support/libre-office'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-pages-'))
  const exported = exportByCli(
    samples.map(({ path }) => path),
    'docx,pdf,html,xlsx',
    folder,
  )
  expect(exported).toMatchObject({ status: 0, stderr: '' })
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, ending: string) => join(folder, `${name}.${ending}`)

describe.each(samples)('the PDF of $name', ({ name, document }) => {
  it('says the same as the Word file and the web page', () => {
    const expected = withoutSpace(visibleText(document))
    expect(withoutSpace(pdfText(file(name, 'pdf')))).toBe(expected)
    expect(withoutSpace(docxText(file(name, 'docx')))).toBe(expected)
    expect(withoutSpace(htmlText(file(name, 'html')))).toBe(expected)
  })

  it('is tagged, embeds its fonts and says what it is', async () => {
    const information = run('pdfinfo', file(name, 'pdf'))
    expect(information).toMatch(/^Tagged: +yes$/mu)
    expect(information).toMatch(/^Page size: .*A4/mu)
    expect(information).not.toMatch(/^(Creation|Mod)Date/mu)
    const fonts = run('pdffonts', file(name, 'pdf')).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    // Columns from the right: object id (two numbers), unicode, subset, embedded.
    for (const font of fonts) expect(font.trim().split(/\s+/).at(-5), font).toBe('yes')
    expect(information).toContain(`Title:           ${document.title}\nAuthor:          ${document.author}\n`)
    const { catalog } = await PDFDocument.load(readFileSync(file(name, 'pdf')))
    expect(catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe('zh-CN')
  })

  it('has every heading in its outline, in order', () => {
    const xml = run('pdftohtml', '-xml', '-i', '-stdout', file(name, 'pdf'))
    const titles = [...xml.matchAll(/<item page="\d+">(.*?)<\/item>/gsu)].map(([, title = '']) => title)
    expect(titles.map(unescaped).map(withoutSpace)).toEqual(headingsOf(document).map(withoutSpace))
  })

  it('has as many pages as the Word file, give or take one', async () => {
    const printed = join(folder, 'word')
    await convertInLibreOffice([file(name, 'docx')], 'pdf', printed)
    const difference = pageCount(join(printed, `${name}.pdf`)) - pageCount(file(name, 'pdf'))
    expect(Math.abs(difference), `LibreOffice has ${difference} more`).toBeLessThanOrEqual(1)
  })
})

describe.each(formats)('random reports in the format of $id', (format) => {
  it('say the same as Word file, PDF and web page', { timeout: 180_000 }, () => {
    const drafts = fc
      .sample(arbitraryReport(format), { numRuns: 1, seed: 2025 })
      .map(({ style: _own, ...draft }) => draft)
    const names = drafts.map((_, index) => `random-${format.id}-${index}`)
    for (const [index, draft] of drafts.entries())
      writeFileSync(file(names[index] ?? '', 'nianbao'), writeDraft(draft))
    const exported = exportByCli(
      names.map((name) => file(name, 'nianbao')),
      'docx,pdf,html',
      folder,
    )
    expect(exported).toMatchObject({ status: 0, stderr: '' })
    for (const [index, draft] of drafts.entries()) {
      const expected = withoutSpace(visibleText(compose(draft, format)))
      const name = names[index] ?? ''
      expect(withoutSpace(docxText(file(name, 'docx')))).toBe(expected)
      expect(withoutSpace(htmlText(file(name, 'html')))).toBe(expected)
      expect(characters(pdfText(file(name, 'pdf')))).toEqual(characters(expected))
    }
  })
})

/**
 * How often each character is there: a PDF has its text line by line, cells side by side, not in reading order. Left
 * out is what no font of a machine need draw.
 */
function characters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of [...withoutSpace(text)].sort())
    if (character < '\ue000' && character !== '\u200d')
      counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

describe('the command line', () => {
  it('writes the same bytes again, in other processes and time zones', () => {
    const [sample] = samples
    for (const zone of ['Pacific/Kiritimati', 'America/St_Johns', 'Asia/Shanghai']) {
      const again = join(folder, zone)
      exportByCli([sample?.path ?? ''], 'docx,pdf,html,xlsx', again, { TZ: zone })
      for (const ending of ['docx', 'pdf', 'html', 'xlsx']) {
        const bytes = readFileSync(join(again, `${sample?.name}.${ending}`))
        const same = bytes.equals(readFileSync(file(sample?.name ?? '', ending)))
        expect([zone, ending, same]).toEqual([zone, ending, true])
      }
    }
  })

  it('needs no screen', () => {
    const printed = exportByCli([samples[0]?.path ?? ''], 'pdf', join(folder, 'screenless'), {
      DISPLAY: '',
      PATH: '',
    })
    expect(printed).toMatchObject({ status: 0, stderr: '' })
  })

  it('writes the other formats where there is no Electron, and says so', () => {
    const out = join(folder, 'without')
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/no/such/folder' }
    const { status, stdout, stderr } = exportByCli([samples[0]?.path ?? ''], 'pdf,html', out, env)
    expect({ status, stdout }).toEqual({ status: 2, stdout: `${join(out, `${samples[0]?.name}.html`)}\n` })
    expect(stderr).toContain('没有导出 pdf：找不到生成 PDF 要用的 Electron')
  })
})

describe('whatever a page says, printing', () => {
  it('runs no script and fetches nothing from disk or network', async () => {
    const secret = join(folder, 'secret.txt')
    writeFileSync(secret, 'SECRET')
    const print = printWithElectron(join(projectRoot, 'out'))
    const printed = await print(`<!doctype html><meta charset="utf-8"><p>PLAIN</p>
      <script>document.body.append('SCRIPTED')</script>
      <iframe src="file://${secret}"></iframe><object data="file://${secret}"></object>
      <iframe srcdoc="<p>FRAMED</p><script>document.body.append('SCRIPTED')</script>"></iframe>
      <meta http-equiv="refresh" content="0; url=file://${secret}">`)
    if (!printed.ok) throw new Error(printed.error.kind)
    writeFileSync(file('hostile', 'pdf'), printed.value)
    const text = run('pdftotext', file('hostile', 'pdf'), '-')
    expect(text).toContain('PLAIN')
    expect(text).not.toMatch(/SCRIPTED|SECRET/)
  })
})

function headingsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'title') return [block.lines.join('')]
    const runs =
      block.kind === 'heading' ? block.runs : block.kind === 'runInHeading' ? block.heading : undefined
    return runs ? [runs.map(({ text }) => text).join('')] : []
  })
}
