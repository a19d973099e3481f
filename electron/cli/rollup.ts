import { basename } from 'node:path'
import { check } from '../../shared/check/check'
import { writeDraft } from '../../shared/draft/write-draft'
import {
  type RolledUp,
  rollUp,
  type UnitFile,
  type UnitOutcome,
  unitName,
} from '../../shared/roll-up/roll-up'
import type { Command, Streams } from './command'
import { formatOf } from './format-of'
import { readDraft, readStampedDraft } from './input'
import { readOptions, required } from './options'
import { refuse } from './refused'
import { takeNewTarget, writeTarget } from './target'

/**
 * `rollup UNIT… --into DISTRICT.nianbao --out F [--json]`: the units' figures added up into the district's draft. Exit
 * code 1: something is doubtful, missing, left out, has errors of its own, or stands in the district's draft already.
 */
export const rollupCommand: Command = async (args, streams) => {
  const { values, positionals: files } = readOptions(args, {
    into: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  })
  if (files.length === 0) refuse('缺少单位的草稿文件')
  const into = required(values.into, '--into')
  const target = await takeNewTarget(required(values.out, '--out'))
  const district = await readDraft(into)
  if (district.scope !== 'aggregate') refuse(`${into} 的口径是本机关，不是汇总，不能汇入各单位的数。`)
  const units = await Promise.all(files.map(readUnit))
  const rolled = rollUp(district, formatOf(district), units)
  const errorsIn = ({ file, unit }: UnitOutcome) =>
    Math.max(0, ...units.filter((one) => one.name === file && unitName(one) === unit).map(errorsOf))
  await writeTarget(target, writeDraft(rolled.draft))
  if (values.json) streams.data(json(rolled, basename(into), district.publisher.name))
  else print(rolled, streams)
  for (const unit of rolled.units) {
    if (unit.leftOut !== undefined) streams.note(`没有计入 ${unit.file}（${unit.unit}）：${unit.leftOut}。`)
    else if (errorsIn(unit) > 0)
      streams.note(`已计入 ${unit.file}（${unit.unit}），但它自己有 ${errorsIn(unit)} 处错误。`)
  }
  return isWhole(rolled) && rolled.units.every((unit) => errorsIn(unit) === 0) ? 0 : 1
}

async function readUnit(path: string): Promise<UnitFile> {
  const { draft, stamp } = await readStampedDraft(path)
  return { name: basename(path), hash: stamp, draft }
}

function errorsOf({ draft }: UnitFile): number {
  return check(draft, formatOf(draft)).filter(({ severity, waived }) => severity === 'error' && !waived)
    .length
}

function isWhole({ units, kept }: RolledUp): boolean {
  return (
    kept.length === 0 &&
    units.every(
      ({ doubtful, missing, leftOut }) =>
        doubtful.length === 0 && missing.length === 0 && leftOut === undefined,
    )
  )
}

/** The three lists of each unit; last the district's own figures that were left as they stand. */
function json({ units, kept }: RolledUp, into: string, name: string): string {
  const own = kept.length > 0 ? [{ file: into, unit: name, taken: [], doubtful: kept, missing: [] }] : []
  return `${JSON.stringify([...units, ...own], null, 2)}\n`
}

function print({ units, kept }: RolledUp, streams: Streams): void {
  for (const { file, unit, taken, doubtful, missing, leftOut } of units) {
    if (leftOut !== undefined) continue
    streams.data(
      `${file}（${unit}）：计入 ${taken.length} 格，存疑 ${doubtful.length} 格，空白 ${missing.length} 格。\n`,
    )
    for (const { address, text, reason } of doubtful) streams.data(`存疑 ${address}“${text}”：${reason}。\n`)
  }
  for (const { address, text, reason } of kept) streams.data(`保留 ${address}“${text}”：${reason}。\n`)
}
