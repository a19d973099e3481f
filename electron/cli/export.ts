import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseStyleVariant } from '../../shared/compose/parse-style-variant'
import type { StyleVariant } from '../../shared/compose/style-variant'
import type { Draft } from '../../shared/draft/draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { type ExportFormat, exportFormats } from '../../shared/ipc'
import { type RenderError, renderReport } from '../export/render-report'
import type { Command, Streams } from './command'
import { readDraft, readTextFile } from './input'
import { readOptions, required } from './options'
import { refuse } from './refused'
import { type Target, takeTarget, writeTarget } from './target'

interface Output {
  format: ExportFormat
  target: Target
  bytes: Uint8Array
}

/**
 * `export F… --to docx,pdf,html,xlsx --out DIR [--working-copy] [--style STYLE.json] [--json]`: prints the path of
 * every file written. Nothing is written before every report is made. A format that cannot be made here is named and
 * the others are written all the same (exit code 2). With `--working-copy` the Word file carries its draft inside;
 * `--style` names an office's style, the file that the window keeps as `style.json`.
 */
export const exportCommand: Command = async (args, streams, print) => {
  const { values, positionals: files } = readOptions(args, {
    to: { type: 'string' },
    out: { type: 'string' },
    'working-copy': { type: 'boolean' },
    style: { type: 'string' },
    json: { type: 'boolean' },
  })
  if (files.length === 0) refuse('缺少草稿文件')
  const chosen = readFormats(required(values.to, '--to'))
  const folder = required(values.out, '--out')
  const isWorkingCopy = values['working-copy'] === true
  if (isWorkingCopy && !chosen.includes('docx')) refuse('--working-copy 只用于 docx。')
  const office = values.style === undefined ? {} : { office: await readStyle(values.style) }
  const outputs: Output[] = []
  const problems = new Set<string>()
  for (const [name, file] of reportNames(files)) {
    const report = await exportReport(file, join(folder, name), chosen, (draft) =>
      renderReport(draft, chosen, print, {
        ...office,
        ...(isWorkingCopy && { workingCopy: writeDraft(draft) }),
      }),
    )
    outputs.push(...report.outputs)
    for (const error of report.errors) problems.add(problemOf(error))
  }
  if (outputs.length > 0) await makeFolder(folder)
  for (const { target, bytes } of outputs) await writeTarget(target, bytes)
  printPaths(outputs, values.json === true, streams)
  for (const problem of problems) streams.note(problem)
  return problems.size > 0 ? 2 : 0
}

function readFormats(list: string): ExportFormat[] {
  const names = new Set(list.split(',').map((name) => name.trim()))
  return [...names].map((name) => {
    const format = exportFormats.find((known) => known === name)
    return format ?? refuse(`没有“${name}”这种导出格式，可用的有 ${exportFormats.join('、')}。`)
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

async function exportReport(
  file: string,
  path: string,
  chosen: ExportFormat[],
  render: (draft: Draft) => ReturnType<typeof renderReport>,
): Promise<{ outputs: Output[]; errors: RenderError[] }> {
  const targets = new Map<ExportFormat, Target>()
  for (const format of chosen) targets.set(format, await takeTarget(`${path}.${format}`))
  const rendered = await render(await readDraft(file))
  return {
    outputs: rendered.flatMap((result): Output[] => {
      const target = result.ok ? targets.get(result.value.format) : undefined
      return result.ok && target ? [{ ...result.value, target }] : []
    }),
    errors: rendered.flatMap((result) => (result.ok ? [] : [result.error])),
  }
}

async function readStyle(path: string): Promise<StyleVariant> {
  const parsed = parseStyleVariant(await readTextFile(path))
  return parsed.ok ? parsed.value : refuse(`${path}：${parsed.error}。`)
}

function problemOf({ format, reason }: RenderError): string {
  return `没有导出 ${format}：${reasons[reason]}`
}

const reasons: Record<RenderError['reason'], string> = {
  noElectron:
    '找不到生成 PDF 要用的 Electron，先运行一次 npm start 或 npm run demo，或者用 ELECTRON_OVERRIDE_DIST_PATH 指明它的位置。',
  tooSlow: '生成 PDF 的时间太长，已经停止。',
  notPrinted: '生成 PDF 时出错。',
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch {
    refuse(`不能建立文件夹：${folder}`)
  }
}

function printPaths(outputs: Output[], asJson: boolean, streams: Streams): void {
  const written = outputs.map(({ format, target }) => ({ format, path: target.path }))
  if (asJson) streams.data(`${JSON.stringify(written, null, 2)}\n`)
  else for (const { path } of written) streams.data(`${path}\n`)
}
