import type { PagePrinter } from '../print/print-page'
import { checkCommand } from './check'
import type { Command, Streams } from './command'
import { type CommandName, commandNames } from './command-names'
import { exportCommand } from './export'
import { figuresCommand } from './figures'
import { fillCommand } from './fill'
import { newCommand } from './new'
import { readCommand } from './read'
import { Refused } from './refused'
import { rollupCommand } from './rollup'

const commands: Record<CommandName, Command> = {
  new: newCommand,
  fill: fillCommand,
  figures: figuresCommand,
  check: checkCommand,
  export: exportCommand,
  read: readCommand,
  rollup: rollupCommand,
}

const usage = [
  '用法：',
  '  new --format 2021 --year 2025 [--scope aggregate] [--from LAST.nianbao] [--publisher PUBLISHER.json] --out F',
  '  fill F [--figures CELLS.csv] [--prose 1=TEXT.txt …] --out G',
  '  figures F… [--json]',
  '  check F… [--previous LAST.nianbao]… [--json]',
  '  export F… --to docx,pdf,html,xlsx --out DIR [--working-copy] [--style STYLE.json] [--json]',
  '  read REPORT.docx --out F [--json]',
  '  rollup UNIT… --into DISTRICT.nianbao --out F [--json]',
]

/**
 * Runs one command of the command line (design.md section 4) and returns its exit code. `print` makes PDF pages: in
 * the app its own process, else an Electron started for it.
 */
export async function runCli(args: string[], streams: Streams, print: PagePrinter): Promise<number> {
  const [name, ...rest] = args
  if (name === '--help' || name === '-h') {
    streams.data(`${usage.join('\n')}\n`)
    return 0
  }
  const command = commandNames.find((known) => known === name)
  try {
    if (!command) throw new Refused([name === undefined ? '缺少命令' : `没有“${name}”这个命令`, ...usage])
    return await commands[command](rest, streams, print)
  } catch (error) {
    // Exit code 1 says something about a report; a fault of the program itself must never pass for that.
    const lines =
      error instanceof Refused ? error.lines : [`程序出错：${error instanceof Error ? error.stack : error}`]
    for (const line of lines) streams.note(line)
    return 2
  }
}
