import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { fail } from '../../../shared/result'
import { runCli } from '../../cli/run-cli'

/** A folder of its own for each test of the file, and the command line in it. */
export function cliInFolder() {
  let path = ''

  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'nianbao-cli-'))
  })

  afterEach(async () => {
    await rm(path, { recursive: true, force: true })
  })

  /** Runs a command line whose words that begin with @ are files in the test's folder. */
  async function run(...words: string[]) {
    const said = { data: '', notes: [] as string[] }
    const args = words.map((word) => word.replace('@', `${path}/`))
    const streams = {
      data: (text: string) => {
        said.data += text
      },
      note: (line: string) => said.notes.push(line.replaceAll(`${path}/`, '@')),
    }
    const code = await runCli(args, streams, async () => fail({ kind: 'noElectron' }))
    return { code, ...said }
  }

  return { folder: () => path, run }
}
