import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { resolveChanges } from '../../electron/e2e/support/libre-office'
import { eachOpenXmlFindings } from '../../electron/e2e/support/open-xml'
import { sampleDrafts } from '../../electron/e2e/support/sample-drafts'
import { foundReport, type ShownReport, shownReport } from '../../electron/e2e/support/shown-report'
import { readWithPython } from '../../electron/e2e/support/word-readers'
import { arbitraryReport } from '../../electron/export/arbitrary-report'
import { renderTracked } from '../../electron/export/render-comparison'
import { carryOver } from '../../shared/carry-over/carry-over'
import { lastText } from '../../shared/carry-over/last-text'
import { arbitraryPair } from '../../shared/compare/pair-arbitrary'
import { lastDraft } from '../../shared/compare/track-reports'
import { compose } from '../../shared/compose/compose'
import type { Draft } from '../../shared/draft/draft'
import { arbitraryDraft } from '../../shared/draft/draft-arbitrary'
import { formatById } from '../../shared/format/formats'

export interface TrackedPair {
  name: string
  draft: Draft
}

/**
 * Each sample carried on to the next year with its text as a basis, and random drafts worked on from random ones; one
 * in twenty-five of these is as long as a real report, which LibreOffice takes a minute for.
 */
export function trackedPairs(count: number, seed: number): TrackedPair[] {
  const pairs = (arbitraryOf: typeof arbitraryReport) =>
    arbitraryPair((id, year) => arbitraryOf(formatOf(id)).map((draft) => ({ ...draft, year })))
  const long = fc.sample(pairs(arbitraryReport), { numRuns: Math.ceil(count / 25), seed })
  const short = fc.sample(pairs(arbitraryDraft), { numRuns: count - long.length, seed })
  return [
    ...sampleDrafts.map(({ name, draft }) => ({ name, draft: nextOf(draft) })),
    ...[...short, ...long].map((draft, index) => ({ name: `random-${index}`, draft })),
  ]
}

/**
 * Writes each pair as a Word file with tracked changes, has LibreOffice accept and reject them all, and looks whether
 * that gives this year's and last year's report, and the Open XML SDK whether the file is as Word expects it.
 *
 * @returns what was otherwise, one line each; nothing if all is well
 */
export async function checkTrackedChanges(pairs: TrackedPair[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tracked-changes-'))
  try {
    const files = await Promise.all(pairs.map((pair) => write(pair, folder)))
    const resolved = await resolveChanges(
      files.map(({ path }) => path),
      folder,
    )
    const [accepted, rejected] = [readWithPython(resolved.accepted), readWithPython(resolved.rejected)]
    const findings = await eachOpenXmlFindings(
      files.length,
      async (index) => files[index]?.bytes ?? new Uint8Array(),
    )
    const lines: string[] = []
    for (const [index, { name, draft }] of pairs.entries()) {
      const last = lastDraft(draft)
      if (!last) throw new Error(`${name} has nothing to compare with.`)
      lines.push(
        ...differences(`${name}, all accepted`, accepted[index], draft),
        ...differences(`${name}, all rejected`, rejected[index], last),
      )
      lines.push(...(findings[index] ?? []).map((finding) => `${name}: ${finding}`))
    }
    return lines
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function write({ name, draft }: TrackedPair, folder: string) {
  const bytes = await renderTracked(draft)
  if (!bytes) throw new Error(`${name} has nothing to compare with.`)
  const path = join(folder, `${name}.docx`)
  writeFileSync(path, bytes)
  return { path, bytes }
}

function differences(
  what: string,
  read: Parameters<typeof foundReport>[0] | undefined,
  draft: Draft,
): string[] {
  const found = read && withoutPlaceholders(foundReport(read))
  const expected = shownReport(compose(draft, formatOf(draft.format)))
  if (!found) return [`${what}: not read`]
  return (['paragraphs', 'tables'] as const).flatMap((part) => firstDifference(what, found, expected, part))
}

/** LibreOffice keeps a tracked row of empty cells by a zero-width joiner, which nobody sees. */
function withoutPlaceholders({ paragraphs, tables }: ShownReport): ShownReport {
  const shown = (text: string) => (text === '\u200d' ? '' : text)
  return { paragraphs, tables: tables.map((rows) => rows.map((row) => row.map(shown))) }
}

function firstDifference(
  what: string,
  found: ShownReport,
  expected: ShownReport,
  part: keyof ShownReport,
): string[] {
  const length = Math.max(found[part].length, expected[part].length)
  for (let at = 0; at < length; at++) {
    const [one, other] = [JSON.stringify(found[part][at]), JSON.stringify(expected[part][at])]
    if (one !== other) return [`${what}: ${part} ${at} is ${one}, not ${other}`]
  }
  return []
}

function nextOf(last: Draft): Draft {
  const draft = carryOver(last, { year: last.year + 1 })
  const slots = Object.keys(last.prose)
  return { ...draft, prose: Object.fromEntries(slots.map((slot) => [slot, lastText(draft, slot, 'basis')])) }
}

function formatOf(id: string) {
  const format = formatById(id)
  if (!format) throw new Error(`No format ${id}`)
  return format
}
