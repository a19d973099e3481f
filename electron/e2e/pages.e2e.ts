import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../shared/compose/document'
import { gb9704 } from '../../shared/compose/style'
import { visibleText } from '../../shared/compose/visible-text'
import { exportDocx } from '../export/docx'
import { printWithElectron } from '../print/print-with-electron'
import { exportByCli, samples } from './support/exported'
import { projectRoot } from './support/launch'
import { convertInLibreOffice } from './support/libre-office'
import { inkOf } from './support/pdf-ink'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-pages-'))
  const exported = exportByCli(
    samples.map(({ path }) => path),
    'docx,pdf,html',
    folder,
  )
  expect(exported).toMatchObject({ status: 0, stderr: '' })
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, ending: string) => join(folder, `${name}.${ending}`)
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
const withoutSpace = (text: string) => text.replace(/\s+/gu, '')

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
    // LibreOffice cannot lay out a character grid narrower than its characters.
    const word = file(`${name}-lines`, 'docx')
    writeFileSync(word, await exportDocx(document, { ...gb9704, grid: 'lines' }))
    await convertInLibreOffice([word], 'pdf', folder)
    const difference = pageCount(file(`${name}-lines`, 'pdf')) - pageCount(file(name, 'pdf'))
    expect(Math.abs(difference), `LibreOffice has ${difference} more`).toBeLessThanOrEqual(1)
  })
})

describe('a full page of text is laid out by GB/T 9704', () => {
  const paragraph = '一二三四五六七八九十'.repeat(120)
  const pdf = () => file('full', 'pdf')
  const millimetre = 72 / 25.4
  const pitch = 28.95 / millimetre

  beforeAll(() => {
    const draft = samples[0]?.draft
    if (!draft) throw new Error('no sample')
    const runs = [{ kind: 'text', text: paragraph }]
    const prose = { '1': [{ kind: 'paragraph', text: runs }] }
    const path = join(folder, 'full.nianbao')
    writeFileSync(path, JSON.stringify({ ...draft, prose, waivers: [] }))
    expect(exportByCli([path], 'pdf', folder)).toMatchObject({ status: 0, stderr: '' })
  })

  it('22 lines of 28 characters', () => {
    const lines = pageText(pdf(), 2)
    expect(lines).toHaveLength(22)
    for (const line of lines) expect([...line]).toHaveLength(28)
  })

  it.each([
    ['left margin 28 mm', 'left', 28],
    ['right margin 26 mm', 'right', 210 - 26],
    ['the first line in the middle of its pitch below 37 mm', 'first', 37 + pitch / 2],
    ['the last line 21 pitches below', 'last', 37 + pitch * 21.5],
  ] as const)('%s, within a millimetre', (_what, side, expected) => {
    const area = { left: 0, right: 210, top: 30, bottom: 264 }
    const text = inkOf(pdf(), 2, area)
    const line = (number: number) => {
      const top = 37 + pitch * (number - 1)
      const ink = inkOf(pdf(), 2, { ...area, top, bottom: top + pitch })
      return (ink.top + ink.bottom) / 2
    }
    const measured = { left: text.left, right: text.right, first: line(1), last: line(22) }
    expect(Math.abs(measured[side] - expected), `${measured[side]} mm`).toBeLessThanOrEqual(1)
  })

  it.each([
    ['odd: on the right', 3],
    ['even: on the left', 2],
  ])('page number, %s, one character in, its dash 7 mm below the type area', (_what, page) => {
    const number = inkOf(pdf(), page, { left: 0, right: 210, top: 264, bottom: 297 })
    const inwards = 14 / millimetre
    const edge = page % 2 === 0 ? number.left - 28 : 210 - 26 - number.right
    expect(Math.abs(edge - inwards), `${edge} mm in`).toBeLessThanOrEqual(1)
    const dash = (number.top + number.bottom) / 2
    expect(Math.abs(dash - (297 - 35 + 7)), `${dash} mm down`).toBeLessThanOrEqual(1)
  })
})

describe('the command line', () => {
  it('prints the same bytes again, in another time zone', () => {
    const [sample] = samples
    const again = join(folder, 'again')
    exportByCli([sample?.path ?? ''], 'pdf', again, { TZ: 'Pacific/Kiritimati' })
    const bytes = readFileSync(join(again, `${sample?.name}.pdf`))
    expect(bytes.equals(readFileSync(file(sample?.name ?? '', 'pdf')))).toBe(true)
  })

  it('starts a screen of its own where there is none', () => {
    const printed = exportByCli([samples[0]?.path ?? ''], 'pdf', join(folder, 'screenless'), { DISPLAY: '' })
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

function pageCount(pdf: string): number {
  return Number(/^Pages: +(\d+)$/mu.exec(run('pdfinfo', pdf))?.[1])
}

/** Lines of a page without its number. */
function pageText(pdf: string, page: number): string[] {
  const lines = run('pdftotext', '-raw', '-f', String(page), '-l', String(page), pdf, '-').split(/[\n\f]/)
  return lines.filter((line) => line !== '' && !/^— ?\d+ ?—$/u.test(line))
}

function pdfText(pdf: string): string {
  const pages = Array.from({ length: pageCount(pdf) }, (_, index) => pageText(pdf, index + 1))
  return pages.flat().join('\n')
}

function docxText(docx: string): string {
  const xml = strFromU8(unzipSync(readFileSync(docx))['word/document.xml'] ?? new Uint8Array())
  return unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gsu)].map(([, text]) => text).join(''))
}

/** What is seen: a table's hidden name is not. */
function htmlText(html: string): string {
  const [, main = ''] = /<main>(.*)<\/main>/su.exec(readFileSync(html, 'utf8')) ?? []
  return unescaped(main.replace(/<caption.*?<\/caption>/gsu, '').replace(/<[^>]+>/gu, ''))
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", amp: '&' }

function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/gu, (entity, name: string) => entities[name] ?? entity)
}

function headingsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'title') return [block.lines.join('')]
    const runs =
      block.kind === 'heading' ? block.runs : block.kind === 'runInHeading' ? block.heading : undefined
    return runs ? [runs.map(({ text }) => text).join('')] : []
  })
}
