import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '../../shared/draft/draft'
import { isTotal } from '../../shared/draft/figures'
import { parseDraft } from '../../shared/draft/parse-draft'
import { cellsOf } from '../../shared/format/cells'
import { formats } from '../../shared/format/formats'
import { fail, ok } from '../../shared/result'
import { cliInFolder } from '../e2e/support/cli-in-folder'
import { readWorkingCopy } from '../import/working-copy'
import { readCsv } from './csv'

const { folder, run } = cliInFolder()

function file(name: string, content: string): Promise<void> {
  return writeFile(join(folder(), name), content)
}

async function draftIn(name: string): Promise<Draft> {
  const parsed = parseDraft(await readFile(join(folder(), name), 'utf8'), name)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

describe('new', () => {
  it('makes an empty draft of the organ itself', async () => {
    expect(await run('new', '--format', '2021', '--year', '2025', '--out', '@a.nianbao')).toEqual({
      code: 0,
      data: '',
      notes: [],
    })
    expect(await draftIn('a.nianbao')).toMatchObject({
      format: '2021',
      year: 2025,
      scope: 'organ',
      figures: {},
    })
  })

  it('takes the publisher and the signing organ from a file', async () => {
    await file('p.json', '{"name": "某某街道办事处", "phone": "0469-4340205", "signature": "某某街道办事处"}')
    const command = ['new', '--format', '2019', '--year', '2020', '--scope', 'aggregate']
    expect((await run(...command, '--publisher', '@p.json', '--out', '@a.nianbao')).code).toBe(0)
    expect(await draftIn('a.nianbao')).toMatchObject({
      scope: 'aggregate',
      publisher: { name: '某某街道办事处', kind: 'street', phone: '0469-4340205' },
      signature: { name: '某某街道办事处' },
    })
  })

  it.each([
    [['--year', '2025', '--out', '@a'], '缺少选项 --format'],
    [['--format', '2031', '--year', '2025', '--out', '@a'], '没有“2031”这种报告格式，可用的有 2019、2021。'],
    [['--format', '2021', '--year', '25', '--out', '@a'], '“25”不是报告年度。'],
    [['--format', '2021', '--year', '2025'], '缺少选项 --out'],
    [['--format', '2021', '--year', '2025', '--scope', 'all', '--out', '@a'], '“all”不是报告口径'],
    [['--format', '2021', '--year', '2025', '--out', '@no/a'], '没有写入 @no/a：文件夹不存在。'],
    [['--format', '2021', '--year', '2025', '--colour', 'red', '--out', '@a'], '没有这个选项：--colour'],
    [['--format', '2021', '--year', '2025', '--from', '@b', '--out', '@a'], '找不到“b”'],
    [['--format', '2021', '--year', '2025', '--publisher', '@b', '--out', '@a'], '找不到文件：@b'],
  ])('%j is refused: %s', async (args, note) => {
    const { code, data, notes } = await run('new', ...args)
    expect({ code, data }).toEqual({ code: 2, data: '' })
    expect(notes.join('\n')).toContain(note)
    expect(await readdir(folder())).toEqual([])
  })

  it('never writes over a draft that is already there', async () => {
    await file('a.nianbao', '去年的草稿')
    const again = await run('new', '--format', '2021', '--year', '2025', '--out', '@a.nianbao')
    expect(again).toEqual({ code: 2, data: '', notes: ['已有同名文件，没有改动：@a.nianbao'] })
    expect(await readFile(join(folder(), 'a.nianbao'), 'utf8')).toBe('去年的草稿')
  })
})

describe('fill', () => {
  beforeEach(async () => {
    await run('new', '--format', '2021', '--year', '2025', '--out', '@a.nianbao')
  })

  it('sets figures and prose and leaves the rest as it was', async () => {
    await file('c.csv', '\ufeffaddress,value\r\nt3.granted.individual,57\r\nt2.fees.amount,"125,000元"\r\n')
    await file('1.txt', '一、总体要求\n（一）依法开展主动公开工作。全年公开信息。\n')
    await file('4.txt', '说明。')
    const filled = await run(
      ...[
        'fill',
        '@a.nianbao',
        '--figures',
        '@c.csv',
        '--prose',
        '1=@1.txt',
        '4.before=@4.txt',
        '--out',
        '@b.nianbao',
      ],
    )
    expect(filled).toEqual({ code: 0, data: '', notes: [] })
    const draft = await draftIn('b.nianbao')
    expect(draft.figures).toEqual({ 't2.fees.amount': '12.5', 't3.granted.individual': 57 })
    expect(Object.keys(draft.prose)).toEqual(['1', '4.before'])
    expect((await draftIn('a.nianbao')).figures).toEqual({})
  })

  it('may write over the draft it read; a blank value clears a cell, a total is kept as given', async () => {
    await file('c.csv', 'address,value\nt3.granted.individual,57\nt3.granted.total,65\n')
    await run('fill', '@a.nianbao', '--figures', '@c.csv', '--out', '@a.nianbao')
    await file('c.csv', 'address,value\nt3.granted.individual,\nt3.partial.individual,-\n')
    expect((await run('fill', '@a.nianbao', '--figures', '@c.csv', '--out', '@a.nianbao')).code).toBe(0)
    expect((await draftIn('a.nianbao')).figures).toEqual({ 't3.granted.total': 65 })
  })

  it('names every line it cannot take, and writes nothing', async () => {
    await file(
      'c.csv',
      [
        'address,value',
        't3.granted.individual,57',
        't3.nowhere.individual,1',
        't3.partial.individual,-3',
        't3.received.individual',
        't3.received.legal,1,234',
        '',
        't3.granted.individual,58',
        '__proto__,1',
      ].join('\n'),
    )
    const { code, notes } = await run('fill', '@a.nianbao', '--figures', '@c.csv', '--out', '@b.nianbao')
    expect(code).toBe(2)
    expect(notes).toEqual([
      '@c.csv 第 3 行：没有这一格：t3.nowhere.individual。',
      '@c.csv 第 4 行：表三（二）部分公开·自然人（t3.partial.individual）填“-3”，不能是负数。',
      '@c.csv 第 5 行：t3.received.individual 后面没有数值。',
      '@c.csv 第 6 行：一行只能有地址和数值两项，含逗号的数值要加引号。',
      '@c.csv 第 8 行：t3.granted.individual 出现了两次。',
      '@c.csv 第 9 行：没有这一格：__proto__。',
    ])
    expect(await readdir(folder())).not.toContain('b.nianbao')
  })

  it.each([
    [['--figures', '@none.csv'], '找不到文件：@none.csv'],
    [['--figures', '@headless.csv'], '@headless.csv 第 1 行应为表头 address,value。'],
    [['--figures', '@gbk.csv'], '不是 UTF-8 编码的文本：@gbk.csv'],
    [['--prose', '7=@headless.csv'], '没有“7”这一处正文，可用的有 1、2.before、2.after'],
    [['--prose', '总体情况.txt'], '“总体情况.txt”的写法应为 章号=文件'],
    [['--prose', '1=@headless.csv', '1=@headless.csv'], '正文 1 给了两次。'],
  ])('%j is refused: %s', async (args, note) => {
    await file('headless.csv', 't3.granted.individual,57\n')
    await writeFile(join(folder(), 'gbk.csv'), Buffer.from([0xb1, 0xed, 0xb8, 0xf1]))
    const { code, notes } = await run('fill', '@a.nianbao', ...args, '--out', '@b.nianbao')
    expect(code).toBe(2)
    expect(notes[0]).toContain(note)
    expect(await readdir(folder())).not.toContain('b.nianbao')
  })

  it('refuses a file that is no draft with the words of the window', async () => {
    await file('x.nianbao', '{"kind": "nianbao-draft", "version": 3}')
    const { code, notes } = await run('fill', '@x.nianbao', '--out', '@b.nianbao')
    expect(code).toBe(2)
    expect(notes).toEqual(['“x.nianbao”由更新版本的软件保存（第 3 版）。请升级后打开。原文件没有改动。'])
  })
})

describe('figures', () => {
  it.each(formats)('gives back every cell of the $id format that was filled in', async (format) => {
    const cells = cellsOf(format).map(({ cell, holds }, index) => [
      cell,
      holds === 'money' ? `${index}.5万元` : index + 1,
    ])
    const leaves = cells.filter(([cell]) => !isTotal(format, String(cell)))
    await run('new', '--format', format.id, '--year', '2025', '--out', '@a.nianbao')
    await file('c.csv', ['address,value', ...leaves.map((row) => row.join(','))].join('\n'))
    await run('fill', '@a.nianbao', '--figures', '@c.csv', '--out', '@a.nianbao')
    const json = JSON.parse((await run('figures', '@a.nianbao', '--json')).data)
    expect(Object.keys(json)).toEqual(cellsOf(format).map(({ cell }) => cell))
    expect(leaves.map(([cell]) => [cell, json[String(cell)]])).toEqual(leaves)
    const columns = ['individual', 'business', 'research', 'nonprofit', 'legal', 'otherOrg']
    const sum = columns.reduce((total, column) => total + json[`t3.granted.${column}`], 0)
    expect(json['t3.granted.total']).toBe(sum)

    const csv = readCsv((await run('figures', '@a.nianbao')).data)
    const rows = csv.ok ? csv.value.map(({ fields }) => fields) : []
    expect(rows[0]).toEqual(['address', 'value'])
    expect(rows.slice(1)).toEqual(Object.entries(json).map(([cell, value]) => [cell, String(value)]))
  })

  it('of several drafts name the unit and the year; a blank has no value', async () => {
    await file('p.json', '{"name": "某某局, 办公室"}')
    const command = ['new', '--format', '2021', '--year', '2025']
    await run(...command, '--publisher', '@p.json', '--out', '@a.nianbao')
    await run(...command, '--out', '@b.nianbao')
    const { code, data } = await run('figures', '@a.nianbao', '@b.nianbao')
    expect(code).toBe(0)
    expect(data.split('\n').slice(0, 2)).toEqual([
      'unit,year,address,value',
      '"某某局, 办公室",2025,t2.regulations.issued,',
    ])
    const [first] = JSON.parse((await run('figures', '@a.nianbao', '@b.nianbao', '--json')).data)
    expect(first).toMatchObject({
      unit: '某某局, 办公室',
      year: 2025,
      figures: { 't2.regulations.issued': null },
    })
  })
})

describe('check', () => {
  beforeEach(async () => {
    await run('new', '--format', '2021', '--year', '2025', '--out', '@a.nianbao')
    await file('c.csv', 'address,value\nt4.review.upheld,2\nt4.review.total,3\n')
    await run('fill', '@a.nianbao', '--figures', '@c.csv', '--out', '@wrong.nianbao')
  })

  it('prints a line for each finding and ends with 1 when there is an error', async () => {
    const { code, data } = await run('check', '@wrong.nianbao')
    expect(code).toBe(1)
    expect(data.split('\n')).toContain('错误 T4-1 表四·行政复议·总计：填 3，四类结果合计 2。')
  })

  it('says below a sum that does not hold which cells are suspected, most likely first', async () => {
    await file('c.csv', 'address,value\nt4.review.upheld,12\nt4.review.corrected,5\nt4.review.total,26\n')
    await run('fill', '@a.nianbao', '--figures', '@c.csv', '--out', '@swapped.nianbao')
    const lines = (await run('check', '@swapped.nianbao')).data.split('\n')
    const at = lines.indexOf('错误 T4-1 表四·行政复议·总计：填 26，四类结果合计 17。')
    expect(lines.slice(at + 1, at + 3)).toEqual([
      '  可能是表四·行政复议·结果维持：12，应为 21，疑似数位颠倒。另有 4 种可能，仅凭算术分不清，请核对。',
      expect.stringMatching(/^ {2}也可能是表四·行政复议·.+，应为 \d+/),
    ])
  })

  it('ends with 0 when there are only reminders', async () => {
    const { code, data } = await run('check', '@a.nianbao')
    expect(code).toBe(0)
    expect(data).toContain('提醒 P-13 第一章“总体情况”没有文字。\n')
  })

  it('ends with 0 when the error is kept on purpose', async () => {
    const draft = await draftIn('wrong.nianbao')
    const cells = ['total', 'upheld', 'corrected', 'other', 'pending'].map((column) => `t4.review.${column}`)
    const waived = { ...draft, waivers: [{ finding: `T4-1@${cells.join(',')}`, reason: '以法院统计为准' }] }
    await file('waived.nianbao', JSON.stringify(waived))
    const { code, data } = await run('check', '@waived.nianbao')
    expect(code).toBe(0)
    expect(data).toContain('四类结果合计 2。（已保留：以法院统计为准）\n')
  })

  it('prints findings as JSON, over several files with their names', async () => {
    const one = JSON.parse((await run('check', '@wrong.nianbao', '--json')).data)
    expect(one.find(({ rule }: { rule: string }) => rule === 'T4-1')).toEqual({
      rule: 'T4-1',
      severity: 'error',
      chapter: '4',
      cells: ['total', 'upheld', 'corrected', 'other', 'pending'].map((column) => `t4.review.${column}`),
      message: '表四·行政复议·总计：填 3，四类结果合计 2。',
      found: '3',
      expected: '2',
      fixes: expect.arrayContaining([
        { certain: false, cells: [{ cell: 't4.review.upheld', from: '2', to: '3' }] },
        { certain: false, cells: [{ cell: 't4.review.total', from: '3', to: '2' }] },
      ]),
      suspicion: expect.stringContaining('仅凭算术分不清'),
    })
    const several = await run('check', '@a.nianbao', '@wrong.nianbao', '--json')
    expect(several.code).toBe(1)
    expect(JSON.parse(several.data).map(({ file }: { file: string }) => file)).toEqual([
      join(folder(), 'a.nianbao'),
      join(folder(), 'wrong.nianbao'),
    ])
  })

  it('ends with 2 when a file cannot be used, and still checks the others', async () => {
    const { code, data, notes } = await run('check', '@none.nianbao', '@wrong.nianbao')
    expect(code).toBe(2)
    expect(notes[0]).toContain('找不到“none.nianbao”')
    expect(data).toContain('T4-1')
  })
})

describe('export', () => {
  beforeEach(async () => {
    await run('new', '--format', '2021', '--year', '2025', '--out', '@a.nianbao')
  })

  it('writes a Word file beside no other and prints its path', async () => {
    const { code, data, notes } = await run('export', '@a.nianbao', '--to', 'docx', '--out', '@out/deep')
    expect({ code, data, notes }).toEqual({
      code: 0,
      data: `${join(folder(), 'out/deep/a.docx')}\n`,
      notes: [],
    })
    expect(await readdir(join(folder(), 'out/deep'))).toEqual(['a.docx'])
    const bytes = await readFile(join(folder(), 'out/deep/a.docx'))
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  })

  it('writes what it can and names what it cannot', async () => {
    const { code, data, notes } = await run(
      'export',
      '@a.nianbao',
      '--to',
      'pdf,docx',
      '--out',
      '@out',
      '--json',
    )
    expect(code).toBe(2)
    expect(JSON.parse(data)).toEqual([{ format: 'docx', path: join(folder(), 'out/a.docx') }])
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain('没有导出 pdf：找不到生成 PDF 要用的 Electron')
  })

  it('writes the web page and the tables with the same name', async () => {
    const { code } = await run('export', '@a.nianbao', '--to', 'html,xlsx', '--out', '@out')
    expect(code).toBe(0)
    expect(await readdir(join(folder(), 'out'))).toEqual(['a.html', 'a.xlsx'])
    expect(await readFile(join(folder(), 'out/a.html'), 'utf8')).toContain('<h2 id=')
  })

  it('puts the draft into the Word file only when asked to, and the same one comes out again', async () => {
    const draft = await readFile(join(folder(), 'a.nianbao'), 'utf8')
    await run('export', '@a.nianbao', '--to', 'docx', '--out', '@out')
    expect(readWorkingCopy(await readFile(join(folder(), 'out/a.docx')))).toEqual(fail({ kind: 'noDraft' }))
    await run('export', '@a.nianbao', '--to', 'docx', '--out', '@out', '--working-copy')
    const read = readWorkingCopy(await readFile(join(folder(), 'out/a.docx')))
    expect(read).toEqual(ok({ draftText: draft.trim(), isTextChanged: false }))
  })

  it('lays the report out by the office’s style', async () => {
    await file('style.json', '{"linePitch": 28, "pageNumber": {"before": "-", "after": "-"}}')
    await run('export', '@a.nianbao', '--to', 'docx', '--out', '@out', '--style', '@style.json')
    const parts = unzipSync(await readFile(join(folder(), 'out/a.docx')))
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('w:linePitch="560"')
  })

  it.each([
    [['@a.nianbao', '--to', 'pdf', '--out', '@out', '--working-copy'], '--working-copy 只用于 docx'],
    [['@a.nianbao', '--to', 'docx', '--out', '@out', '--style', '@a.nianbao'], '版式中有不认识的内容“kind”'],
    [['@a.nianbao', '--to', 'docx', '--out', '@out', '--style', '@none.json'], '找不到文件：@none.json'],
    [['@a.nianbao', '--to', 'doc', '--out', '@out'], '没有“doc”这种导出格式'],
    [['@a.nianbao', '@b/a.nianbao', '--to', 'docx', '--out', '@out'], '同名'],
    [['@a.nianbao', '@none.nianbao', '--to', 'docx', '--out', '@out'], '找不到“none.nianbao”'],
    [['--to', 'docx', '--out', '@out'], '缺少草稿文件'],
    [['@a.nianbao', '--to', 'docx', '--out', '@a.nianbao'], '@a.nianbao'],
  ])('%j is refused, nothing is written: %s', async (args, note) => {
    const { code, notes } = await run('export', ...args)
    expect(code).toBe(2)
    expect(notes.join('\n')).toContain(note)
    expect(await readdir(folder())).toEqual(['a.nianbao'])
  })
})

describe('anything else', () => {
  it.each([[[]], [['draw']], [['read', 'x.docx']], [['rollup']]])('%j is refused', async (args) => {
    const { code, data, notes } = await run(...args)
    expect({ code, data }).toEqual({ code: 2, data: '' })
    expect(notes.length).toBeGreaterThan(0)
  })

  it('--help prints how to use it', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, notes: [] })
  })
})
