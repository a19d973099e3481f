import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../support/drafts'
import { program, rootSwitches } from '../support/packaged-desk'

/** Runs a command of the packaged app as a script on a server does: without any screen. */
function run(folder: string, ...args: string[]) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(program, [...rootSwitches, ...args], {
    cwd: folder,
    encoding: 'utf8',
    // The clerk's own profile must stay as it is.
    env: { ...env, XDG_CONFIG_HOME: join(folder, 'config') },
  })
  // What Chromium says of a machine without a message bus is none of ours.
  const own = stderr.split('\n').filter((line) => line !== '' && !/^\[[\d:/.]+:ERROR:/.test(line))
  return { status, stdout, stderr: own }
}

test('takes a report from nothing to Word, PDF, web page and Excel without a screen', () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'publisher.json'), '{"name": "某某区人民政府办公室"}')
  writeFileSync(join(folder, 'cells.csv'), 'address,value\nt3.granted.individual,4321\n')
  const begin = [
    'new',
    '--format',
    '2021',
    '--year',
    '2025',
    '--publisher',
    'publisher.json',
    '--out',
    '1.nianbao',
  ]
  expect(run(folder, ...begin)).toEqual({ status: 0, stdout: '', stderr: [] })
  const fill = ['fill', '1.nianbao', '--figures', 'cells.csv', '--out', '2.nianbao']
  expect(run(folder, ...fill)).toEqual({ status: 0, stdout: '', stderr: [] })
  expect(JSON.parse(run(folder, 'figures', '2.nianbao', '--json').stdout)['t3.granted.total']).toBe(4321)
  expect(run(folder, 'check', '2.nianbao').status).toBe(1)

  const written = ['docx', 'pdf', 'html', 'xlsx'].map((format) => join('out', `2.${format}`))
  expect(run(folder, 'export', '2.nianbao', '--to', 'docx,pdf,html,xlsx', '--out', 'out')).toEqual({
    status: 0,
    stdout: `${written.join('\n')}\n`,
    stderr: [],
  })
  expect(readFileSync(join(folder, 'out/2.pdf')).subarray(0, 5).toString()).toBe('%PDF-')

  expect(run(folder, 'check', 'none.nianbao')).toMatchObject({ status: 2, stdout: '' })
  expect(run(folder, 'check', 'none.nianbao').stderr.join()).toContain('none.nianbao')
  expect(existsSync(join(folder, 'config/年报编写台/window.json'))).toBe(false)
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('nianbao-command-'))).toEqual([])
})
