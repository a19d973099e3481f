import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formats } from '../../shared/format/formats'
import { pythonWithDocx } from './support/python'

const cli = join(import.meta.dirname, '../../out/cli.js')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the built command line as a process of its own, in the test's folder. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** What a reader that is not this app finds in the cells of a Word file's tables. */
function tablesOf(file: string): string[][][] {
  const python = pythonWithDocx()
  if (!python) throw new Error('No python3 with python-docx: apt-get install python3-docx')
  const script = [
    'import docx, json, sys',
    'tables = docx.Document(sys.argv[1]).tables',
    'print(json.dumps([[[cell.text for cell in row.cells] for row in table.rows] for table in tables]))',
  ].join('\n')
  const { stdout } = spawnSync(python, ['-c', script, file], { cwd: folder, encoding: 'utf8' })
  return JSON.parse(stdout)
}

describe.each(formats)('the command line, $id format', ({ id, years }) => {
  const draft = `${id}.nianbao`

  it('takes a report from nothing to a Word file', () => {
    writeFileSync(join(folder, 'publisher.json'), '{"name": "某某区人民政府办公室", "postcode": "155130"}')
    writeFileSync(
      join(folder, 'cells.csv'),
      '\ufeffaddress,value\nt3.granted.individual,4321\nt3.granted.legal,３件\n',
    )
    writeFileSync(join(folder, 'one.txt'), '（一）依法开展主动公开工作。全年公开信息。\n')
    const start = [
      'new',
      '--format',
      id,
      '--year',
      String(years.from),
      '--publisher',
      'publisher.json',
      '--out',
      draft,
    ]
    expect(run(...start)).toEqual({ status: 0, stdout: '', stderr: '' })
    const fill = ['fill', draft, '--figures', 'cells.csv', '--prose', '1=one.txt', '--out', draft]
    expect(run(...fill)).toEqual({ status: 0, stdout: '', stderr: '' })

    const figures = JSON.parse(run('figures', draft, '--json').stdout)
    expect(figures['t3.granted.total']).toBe(4324)

    const checked = run('check', draft)
    expect(checked.status).toBe(1)
    expect(checked.stdout).toContain('自然人一列不平：第一项加第二项为 0，第三项加第四项为 4321。')

    expect(run('export', draft, '--to', 'docx', '--out', 'out')).toEqual({
      status: 0,
      stdout: `${join('out', `${id}.docx`)}\n`,
      stderr: '',
    })
    const granted = tablesOf(join('out', `${id}.docx`))
      .flat()
      .find((row) => row.includes('（一）予以公开'))
    expect(granted?.slice(-7)).toEqual(['4321', '', '', '', '3', '', '4324'])
  })

  it('refuses bad input on standard error with exit code 2', () => {
    writeFileSync(join(folder, 'bad.csv'), 'address,value\nt3.granted.individual,约5\n')
    const refused = run('fill', draft, '--figures', 'bad.csv', '--out', 'bad.nianbao')
    expect(refused).toEqual({
      status: 2,
      stdout: '',
      stderr: 'bad.csv 第 2 行：表三（一）予以公开·自然人（t3.granted.individual）填“约5”，要填数字。\n',
    })
    expect(run('check', 'bad.nianbao').status).toBe(2)
  })
})

it('ends quietly when the reader of its output leaves early', () => {
  const script = `"${process.execPath}" "${cli}" figures ${formats[0]?.id}.nianbao | head -n 1`
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: 'address,value\n', stderr: '' })
})
