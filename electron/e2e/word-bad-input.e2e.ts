import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { exportDocx } from '../export/docx'
import { testFolder } from './support/drafts'
import { projectRoot } from './support/launch'
import { sampleDrafts } from './support/sample-drafts'

// Issue 5, bad input: whatever the file, refused or read within 2 seconds of work and 300 MB, with words, nothing lost.

const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')
if (!sample) throw new Error('no sample')
const docx = await exportDocx(compose(sample.draft, sample.format), gb9704)

const MOST_MEMORY = 300_000_000
const MOST_TIME = 2_000

function withDocument(edit: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx)
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...files, 'word/document.xml': strToU8(edit(xml)) }, { level: 1 })
}

const body = (xml: string) => withDocument((old) => old.replace('<w:body>', () => `<w:body>${xml}`))

/** A part says in the directory that it is of this size. */
function claiming(size: number): Uint8Array {
  const zip = zipSync({ 'word/document.xml': strToU8('<a/>') }, { level: 0 })
  const view = new DataView(zip.buffer)
  view.setUint32(view.getUint32(zip.length - 6, true) + 24, size, true)
  return zip
}

/** Twelve pictures of 5 MB that pack to next to nothing. */
function pictures(): Uint8Array {
  const files = unzipSync(docx)
  const header = Buffer.from('89504e470d0a1a0a0000000d4948445200000010000000100802000000', 'hex')
  const names = Array.from({ length: 12 }, (_, index) => `media/bomb${index}.png`)
  const rels = strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array())
  const more = names.map(
    (name, index) =>
      `<Relationship Id="rIdBomb${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${name}"/>`,
  )
  const drawn = names.map(
    (_, index) =>
      `<w:p><w:r><w:drawing><a:blip xmlns:a="a" xmlns:r="r" r:embed="rIdBomb${index}"/></w:drawing></w:r></w:p>`,
  )
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return zipSync(
    {
      ...files,
      'word/document.xml': strToU8(xml.replace(/(<w:p>|<w:p )/u, () => `${drawn.join('')}<w:p>`)),
      'word/_rels/document.xml.rels': strToU8(
        rels.replace('</Relationships>', `${more.join('')}</Relationships>`),
      ),
      ...Object.fromEntries(
        names.map((name, index) => [`word/${name}`, Buffer.concat([header, Buffer.alloc(4_900_000, index)])]),
      ),
    },
    { level: 6 },
  )
}

const row = `<w:tr>${'<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>'.repeat(100)}</w:tr>`
const entities = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

const files: [string, () => Uint8Array, RegExp | 'read'][] = [
  ['no zip at all', () => strToU8('年度报告'), /不是 Word 文档/],
  [
    'encrypted',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    /设了打开密码.*取消密码/,
  ],
  ['an old Word file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧版 Word 文档.*另存为/],
  ['a scanned PDF', () => strToU8('%PDF-1.4'), /PDF 文件.*docx/],
  [
    'a zip bomb by ratio',
    () => zipSync({ 'word/document.xml': new Uint8Array(200_000_000) }, { level: 1 }),
    /太大，没有读取/,
  ],
  ['a zip bomb by size', () => claiming(0xffff_fffe), /太大，没有读取/],
  ['pictures that unpack to 60 MB', pictures, 'read'],
  [
    'an external entity',
    () =>
      withDocument((xml) =>
        xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:9/x">]><w:document'),
      ),
    /已损坏/,
  ],
  [
    'entities that multiply',
    () => withDocument((xml) => xml.replace('<w:document', `${entities}<w:document`)),
    /已损坏/,
  ],
  ['a missing part', () => zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), /不是 Word 文档/],
  ['a table of 100,000 cells', () => body(`<w:tbl>${row.repeat(1000)}</w:tbl>`), /太大，没有读取/],
  ['a table of 60,000 cells', () => body(`<w:tbl>${row.repeat(600)}</w:tbl>`), 'read'],
  ['a paragraph of 20 MB', () => body(`<w:p><w:r><w:t>${'一'.repeat(7_000_000)}</w:t></w:r></w:p>`), 'read'],
  ['elements without end', () => body('<w:p/>'.repeat(1_500_000)), /太大，没有读取/],
  [
    '20,000 short paragraphs',
    () => body('<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>'.repeat(20_000)),
    'read',
  ],
]

/** Reads with the built command line, held to the memory; how long it worked and what it held at most. */
function readWith(path: string, folder: string) {
  const peak = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + ' cpu ' + Math.round(process.cpuUsage().user / 1000) + '\\n'))`
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=250',
      '--import',
      `data:text/javascript,${encodeURIComponent(peak)}`,
      join(projectRoot, 'out/cli.js'),
      'read',
      path,
      '--out',
      join(folder, 'read.nianbao'),
    ],
    { encoding: 'utf8', timeout: 30_000 },
  )
  const [, kilobytes = 'NaN', cpu = 'NaN'] = /peak (\d+) cpu (\d+)/u.exec(stderr) ?? []
  return { status, words: stderr + stdout, bytes: Number(kilobytes) * 1024, cpu: Number(cpu) }
}

describe('a Word file that would burst the app', () => {
  it.each(files)('%s', (name, make, expected) => {
    const folder = testFolder()
    const path = join(folder, '去年.docx')
    const bytes = make()
    writeFileSync(path, bytes)
    const read = readWith(path, folder)
    console.log(`${name}: ${(read.bytes / 1e6).toFixed(0)} MB, ${read.cpu} ms`)
    expect(read.bytes).toBeLessThan(MOST_MEMORY)
    expect(read.cpu).toBeLessThan(MOST_TIME)
    if (expected === 'read') expect([0, 1]).toContain(read.status)
    else {
      expect(read.words).toMatch(expected)
      expect(existsSync(join(folder, 'read.nianbao'))).toBe(false)
    }
    expect(statSync(path).size).toBe(bytes.length)
    expect(readdirSync(folder).filter((file) => !/^(去年\.docx|read\.nianbao)$/u.test(file))).toEqual([])
  })

  it('of 500 MB is refused by its size alone', () => {
    const folder = testFolder()
    const path = join(folder, '去年.docx')
    writeFileSync(path, '')
    truncateSync(path, 500_000_000)
    const read = readWith(path, folder)
    expect(read.words).toMatch(/太大，没有读取/)
    expect(read.bytes).toBeLessThan(MOST_MEMORY)
    expect(read.cpu).toBeLessThan(MOST_TIME)
  })
})
