import { execFileSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { writeDraft } from '../../shared/draft/write-draft'
import { exportByCli, samples } from './support/exported'
import { docxText, htmlText, pdfText, run } from './support/exported-text'
import { noisyPng } from './support/noisy-png'
import { openXmlFindings } from './support/open-xml'

// Issue 3, bad input: a clear message, and either the whole file or the old one, never half.

const endings = ['docx', 'pdf', 'html', 'xlsx']
const [sample] = samples.filter(({ name }) => name === 'qinghe-2025')
if (!sample) throw new Error('no sample')

let folder = ''
/** A folder whose old reports are to stay whole. */
let target = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-bad-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const old = (ending: string) => join(target, `${sample.name}.${ending}`)

/** A folder, on a file system of its own where this is root, whom permissions do not stop. */
function targetFolder(): string {
  const made = mkdtempSync(join(folder, 'target-'))
  if (isRoot) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', made])
    onTestFinished(() => void execFileSync('umount', ['-l', made]))
  }
  for (const ending of endings) writeFileSync(join(made, `${sample?.name}.${ending}`), `old ${ending}`)
  return made
}
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

describe.each(endings)('%s', (ending) => {
  it('leaves the old file where the folder is read-only, and says so', () => {
    target = targetFolder()
    if (isRoot) execFileSync('mount', ['-o', 'remount,ro', target])
    else execFileSync('chmod', ['555', target])
    const exported = exportByCli([sample.path], ending, target)
    expect(exported).toMatchObject({ status: 2, stdout: '' })
    expect(exported.stderr).toContain('没有写入的权限')
    expect(readFileSync(old(ending), 'utf8')).toBe(`old ${ending}`)
  })

  // Only root may mount a disk small enough to fill.
  it.runIf(isRoot)('leaves the old file and nothing beside it where the disk is full, and says so', () => {
    target = targetFolder()
    fill(target)
    const before = readdirSync(target)
    const exported = exportByCli([sample.path], ending, target)
    expect(exported).toMatchObject({ status: 2, stdout: '' })
    expect(exported.stderr).toContain('磁盘已满')
    expect(readFileSync(old(ending), 'utf8')).toBe(`old ${ending}`)
    expect(readdirSync(target)).toEqual(before)
  })

  it('replaces a file that another program has open, which goes on reading the old one', () => {
    target = join(folder, `open-${ending}`)
    mkdirSync(target)
    writeFileSync(old(ending), 'old')
    const reader = openSync(old(ending), 'r')
    onTestFinished(() => closeSync(reader))
    expect(exportByCli([sample.path], ending, target)).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(reader, 'utf8')).toBe('old')
    expect(readFileSync(old(ending)).length).toBeGreaterThan(3000)
    expect(readdirSync(target)).toEqual([`${sample.name}.${ending}`])
  })

  it('says so where a folder has its name', () => {
    target = join(folder, `folder-${ending}`)
    mkdirSync(old(ending), { recursive: true })
    const exported = exportByCli([sample.path], ending, target)
    expect(exported).toMatchObject({ status: 2, stdout: '' })
    expect(exported.stderr).toContain('这个位置不能写入文件')
  })
})

/** To the last byte. */
function fill(disk: string): void {
  for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2))
    try {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(size), { flag: 'a' })
    } catch {}
}

describe('characters nobody should type', () => {
  const strange = [
    ['control characters', '甲\u0000\u0008\u001b\u007f乙', '甲乙'],
    ['a lone surrogate', '丙\ud83d丁', '丙丁'],
    ['marks of direction', '戊\u202e己\u202c\u200f庚', '戊己庚'],
    ['zero-width characters', '辛\u200b壬\ufeff癸\u2060子', '辛壬癸子'],
    ['what XML and HTML know otherwise', '<w:p>&amp;"]]>{0}', '<w:p>&amp;"]]>{0}'],
    ['a word of 10,000 letters', 'x'.repeat(10_000), 'x'.repeat(10_000)],
  ] as const

  beforeAll(() => {
    const blocks = strange.map(([, text]) => ({
      kind: 'paragraph' as const,
      text: [{ kind: 'text' as const, text }],
    }))
    const draft = {
      ...sample.draft,
      prose: { '1': blocks },
      figures: { 't4.review.upheld': '3\u0000\u202e\ud83d件' },
      waivers: [],
    }
    writeFileSync(join(folder, 'strange.nianbao'), writeDraft(draft))
    const exported = exportByCli([join(folder, 'strange.nianbao')], endings.join(','), folder)
    expect(exported).toMatchObject({ status: 0, stderr: '' })
  })

  it.each(strange)('%s: Word file, web page and PDF say what can be printed', (_what, _typed, printed) => {
    for (const text of [
      docxText(join(folder, 'strange.docx')),
      htmlText(join(folder, 'strange.html')),
      pdfText(join(folder, 'strange.pdf')).replace(/\s/gu, ''),
    ])
      expect(text.includes(printed)).toBe(true)
  })

  it('the workbook holds the figure’s text without them', () => {
    const parts = unzipSync(readFileSync(join(folder, 'strange.xlsx')))
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('>3件<')
  })

  it('Word finds nothing wrong', async () => {
    expect(await openXmlFindings(readFileSync(join(folder, 'strange.docx')))).toEqual([])
  })
})

describe('a picture of 50 MB in a draft', () => {
  it.each(endings)('%s is whole', { timeout: 120_000 }, (ending) => {
    const hash = '0'.repeat(64)
    const image = {
      type: 'image/png' as const,
      width: 4096,
      height: 4096,
      data: noisyPng(4096, 4096).toString('base64'),
    }
    expect(image.data.length).toBeGreaterThan(66_000_000)
    const block = { kind: 'image' as const, image: hash, caption: '大图' }
    const path = join(folder, 'large.nianbao')
    writeFileSync(
      path,
      writeDraft({ ...sample.draft, prose: { '1': [block] }, images: { [hash]: image }, waivers: [] }),
    )
    expect(exportByCli([path], ending, folder)).toMatchObject({ status: 0, stderr: '' })
    const whole = join(folder, `large.${ending}`)
    if (ending === 'docx') expect(docxText(whole)).toContain('大图')
    if (ending === 'html') {
      const html = readFileSync(whole, 'utf8')
      expect(html.includes(image.data)).toBe(true)
      expect(html.endsWith('</html>\n')).toBe(true)
    }
    if (ending === 'xlsx') expect(Object.keys(unzipSync(readFileSync(whole)))).toContain('xl/workbook.xml')
    if (ending === 'pdf') {
      expect(pdfText(whole)).toContain('大图')
      expect(run('pdfimages', '-list', whole)).toMatch(/ image +\d+ +\d+ /u)
    }
  })
})
