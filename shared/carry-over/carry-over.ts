import type { Draft, PreviousReport, Publisher, Scope } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import type { Format, LegalBasis } from '../format/format'
import { formatById, proposeFormat } from '../format/formats'
import { carryFigures } from './carry-figures'
import { keptLines } from './kept-lines'
import { moveYears, renewYears } from './last-text'
import { imagesOf, isContinued, previousReportOf } from './previous-report'

export interface CarryOverStart {
  /** The new report's year. */
  year: number
  /** Absent: the one in force for the year. */
  format?: Format
  /** Absent: as last year. */
  scope?: Scope
  publisher?: Publisher
  /** The file last year's draft was read from. */
  source?: PreviousReport['source']
}

/**
 * This year's first draft from last year's: organ, contact, website, titles and style are kept; year, period, format
 * and legal basis are renewed; the figures that follow are carried over and marked; the prose is kept beside the form
 * to be taken or left. Signature date, waivers and texts that name last year are left out, and that is said.
 */
export function carryOver(last: Draft, start: CarryOverStart): Draft {
  const format = start.format ?? proposeFormat(start.year)
  const lastFormat = formatById(last.format)
  const scope = start.scope ?? last.scope
  const publisher = start.publisher ?? last.publisher
  const bases = currentBases(publisher, last.year)
  const fresh = newDraft({ format, year: start.year, scope, publisher: { ...publisher, ...bases.kept } })
  const issuingLine = namesDate(last.issuingLine) ? undefined : last.issuingLine
  const draft: Draft = {
    ...fresh,
    title:
      last.title.kind === 'edited'
        ? { kind: 'edited', lines: last.title.lines.map((line) => moveYears(line, last.year, start.year)) }
        : last.title,
    ...(issuingLine !== undefined && { issuingLine }),
    chapterTitles: keptTitles(last, format),
    preamble:
      last.preamble.kind === 'edited'
        ? { kind: 'edited', text: renewPreamble(last, lastFormat, format, start.year) }
        : last.preamble,
    numbering: last.numbering,
    signature: last.signature.name === undefined ? {} : { name: last.signature.name },
    ...(last.style && { style: last.style }),
    ...(last.unusualRatio !== undefined && { unusualRatio: last.unusualRatio }),
    images: imagesOf(last),
  }
  const leftOut = [
    ...bases.leftOut,
    ...(issuingLine === last.issuingLine ? [] : [`标题下一行“${last.issuingLine}”写有日期，没有带入。`]),
    ...(last.signature.date === undefined ? [] : ['落款日期没有带入。']),
    ...notContinued(draft, last),
  ]
  const kept = keptLines(last, draft)
  const previous = {
    ...previousReportOf(last, start.source),
    ...(kept.length > 0 && { kept }),
    ...(leftOut.length > 0 && { leftOut }),
  }
  return carryFigures({ ...draft, previous }, format)
}

/** A report begun otherwise gets last year's beside it; what it holds stays as it is, and only blanks are carried into. */
export function lookBackOn(draft: Draft, last: Draft, source?: PreviousReport['source']): Draft {
  const format = formatById(draft.format)
  const images = { ...imagesOf(last), ...draft.images }
  const looking = { ...draft, previous: previousReportOf(last, source), images }
  return format ? carryFigures(looking, format) : looking
}

/** The year last year's draft leads to. */
export function nextYear(last: Draft): number {
  return last.year + 1
}

/** A local notice about last year's report is no basis of this one; what to cite instead only the clerk knows. */
function currentBases({ bases = [] }: Publisher, lastYear: number) {
  // The marks of a title would keep its year from being seen.
  const plain = (basis: string) => basis.replace(/[《》]/gu, '　')
  const names = (basis: string) => renewYears(plain(basis), lastYear) !== plain(basis)
  const kept = bases.filter((basis) => !names(basis))
  return {
    kept: bases.length > 0 ? { bases: kept } : {},
    leftOut: bases.filter(names).map((basis) => `本地依据“${basis}”写的是往年，没有带入。`),
  }
}

function notContinued(draft: Draft, last: Draft): string[] {
  if (isContinued(draft, last)) return []
  return [
    last.year === draft.year - 1
      ? '两份报告的口径不同，数字没有带入。'
      : `${last.year}年度不是${draft.year}年度的上一年，数字没有带入。`,
  ]
}

function namesDate(line: string | undefined): boolean {
  return line !== undefined && /\d{4}年|\d{1,2}月/u.test(line)
}

function keptTitles({ chapterTitles }: Draft, format: Format): Draft['chapterTitles'] {
  const known = new Set(format.chapters.map(({ id }) => id))
  return Object.fromEntries(Object.entries(chapterTitles).filter(([id]) => known.has(id)))
}

/** The clerk's own preamble with its years, its period and the notice of the format in force. */
function renewPreamble(last: Draft, lastFormat: Format | undefined, format: Format, year: number): string {
  const text = last.preamble.kind === 'edited' ? last.preamble.text : ''
  const moved = moveYears(text, last.year, year)
  return lastFormat ? renewBasis(moved, lastFormat.basis.notice, format.basis.notice) : moved
}

function renewBasis(text: string, old: LegalBasis, current: LegalBasis): string {
  return text.replaceAll(old.title, current.title).replaceAll(old.number, current.number)
}
