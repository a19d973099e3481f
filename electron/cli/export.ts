import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { compose } from '../../shared/compose/compose'
import type { Document } from '../../shared/compose/document'
import { gb9704 } from '../../shared/compose/style'
import type { ExportFormat } from '../../shared/ipc'
import type { Command, Streams } from './command'
import { formatOf } from './format-of'
import { readDraft } from './input'
import { readOptions, required } from './options'
import { refuse } from './refused'
import { type Target, takeTarget, writeTarget } from './target'

const formats: ExportFormat[] = ['docx', 'pdf', 'html', 'xlsx']

/** How each format is made from a composed report; a format without one cannot be made yet. */
const renderers = new Map<ExportFormat, (document: Document) => Promise<Uint8Array>>([
  [
    'docx',
    async (document) => {
      // Only an export needs the Word library; every other command starts without it.
      const { exportDocx } = await import('../export/docx')
      return exportDocx(document, gb9704)
    },
  ],
])

interface Output {
  format: ExportFormat
  target: Target
  bytes: Uint8Array
}

/**
 * `export F… --to docx,pdf,html,xlsx --out DIR [--json]`: prints the path of every file written. Nothing is written
 * before every report is made. A format that cannot be made here is named and the others are written all the same
 * (exit code 2).
 */
export const exportCommand: Command = async (args, streams) => {
  const { values, positionals: files } = readOptions(args, {
    to: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  })
  if (files.length === 0) refuse('缺少草稿文件')
  const chosen = readFormats(required(values.to, '--to'))
  const folder = required(values.out, '--out')
  const possible = chosen.filter((format) => renderers.has(format))
  const outputs: Output[] = []
  for (const [name, file] of reportNames(files))
    outputs.push(...(await exportReport(file, join(folder, name), possible)))
  if (outputs.length > 0) await makeFolder(folder)
  for (const { target, bytes } of outputs) await writeTarget(target, bytes)
  print(outputs, values.json === true, streams)
  const missing = chosen.filter((format) => !renderers.has(format))
  for (const format of missing) streams.note(`本版还不能导出 ${format}。`)
  return missing.length > 0 ? 2 : 0
}

function readFormats(list: string): ExportFormat[] {
  const names = new Set(list.split(',').map((name) => name.trim()))
  return [...names].map((name) => {
    const format = formats.find((known) => known === name)
    return format ?? refuse(`没有“${name}”这种导出格式，可用的有 ${formats.join('、')}。`)
  })
}

/** A report goes by its draft's name; two of one name would overwrite each other. */
function reportNames(files: string[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const file of files) {
    const name = basename(file).replace(/\.nianbao$/i, '')
    if (names.has(name)) refuse(`${names.get(name)} 和 ${file} 同名，请分开导出。`)
    names.set(name, file)
  }
  return names
}

async function exportReport(file: string, path: string, chosen: ExportFormat[]): Promise<Output[]> {
  const targets = await Promise.all(
    chosen.map(async (format) => ({ format, target: await takeTarget(`${path}.${format}`) })),
  )
  const draft = await readDraft(file)
  const document = compose(draft, formatOf(draft))
  return Promise.all(
    targets.map(async ({ format, target }) => {
      const render = renderers.get(format)
      if (!render) throw new Error(`No renderer for ${format}`)
      return { format, target, bytes: await render(document) }
    }),
  )
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch {
    refuse(`不能建立文件夹：${folder}`)
  }
}

function print(outputs: Output[], asJson: boolean, streams: Streams): void {
  const written = outputs.map(({ format, target }) => ({ format, path: target.path }))
  if (asJson) streams.data(`${JSON.stringify(written, null, 2)}\n`)
  else for (const { path } of written) streams.data(`${path}\n`)
}
