import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  oneof,
  option,
  record,
  string,
  tuple,
} from 'fast-check'
import type { StyleVariant } from '../compose/style-variant'
import { type CellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import { proseSlots } from '../format/slots'
import { arbitraryFigureRun } from '../linked/figure-arbitrary'
import type {
  Block,
  CarriedFigure,
  ChapterTitle,
  Draft,
  EarlierFigures,
  Entry,
  ImageData,
  Level,
  PreviousReport,
  ProseChoice,
  Publisher,
  ReportFrame,
  Run,
  TextRun,
} from './draft'
import { isTotal } from './figures'

/** Property tests only. Text a clerk might type, paste or import: mostly Chinese, at times anything at all. */
export const arbitraryText: Arbitrary<string> = oneof(
  {
    weight: 5,
    arbitrary: string({
      unit: constantFrom(...'年度政府信息公开工作，。《》〔〕“”2025一是件 '),
      maxLength: 40,
    }),
  },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: constantFrom('<b>&amp;</b>', '\ud83d', '😀', 'a\u0000b\tc\nd', '{name}', '__proto__'),
  },
)

/** Images of one white pixel: their content does not matter to a draft. */
const image: ImageData = {
  type: 'image/png',
  width: 1,
  height: 1,
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
}

/** A valid draft of the format: every block kind, most figures filled in and not 0, some blank, a few refused. */
export function arbitraryDraft(format: Format): Arbitrary<Draft> {
  return array(string({ unit: constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }), {
    minLength: 1,
    maxLength: 3,
  }).chain((hashes) =>
    record({
      kind: constant('nianbao-draft'),
      version: constant(1),
      format: constant(format.id),
      year: integer({ min: format.years.from, max: format.years.to ?? 2099 }),
      scope: constantFrom('organ', 'aggregate'),
      publisher: arbitraryPublisher,
      title: oneof(
        constant({ kind: 'organFirst' } as const),
        constant({ kind: 'yearFirst' } as const),
        array(arbitraryText, { maxLength: 4 }).map((lines) => ({ kind: 'edited' as const, lines })),
      ),
      issuingLine: arbitraryText,
      chapterTitles: arbitraryChapterTitles(format),
      preamble: oneof(
        constant({ kind: 'generated' } as const),
        arbitraryText.map((text) => ({ kind: 'edited' as const, text })),
      ),
      numbering: constantFrom('dot', 'comma'),
      prose: arbitraryProse(format, hashes),
      figures: arbitraryFigures(format),
      signature: record(
        { name: arbitraryText, date: constantFrom('2026-01-20', '2021-12-01') },
        { requiredKeys: [] },
      ),
      style: option(arbitraryStyle, { nil: undefined }),
      waivers: array(record({ finding: arbitraryText, reason: arbitraryText }), { maxLength: 3 }),
      images: constant(Object.fromEntries(hashes.map((hash) => [hash, image]))),
      lastYear: option(arbitraryLastYear(format, hashes), { freq: 1, nil: {} }),
    }).map(({ issuingLine, style, lastYear, ...draft }) => ({
      ...draft,
      ...(issuingLine !== '' && { issuingLine }),
      ...(style && { style }),
      ...lastYear,
    })),
  )
}

const arbitraryStyle: Arbitrary<StyleVariant> = record<StyleVariant>(
  {
    linePitch: constantFrom(28, 28.95, 30),
    pageNumber: constant({ before: '-', after: '-' }),
    text: constant({ body: { font: '仿宋', size: 15.5 } }),
    table: record({ landscape: constantFrom({ tables: ['t3'] }, { tables: [] }) }),
  },
  { requiredKeys: [] },
)

/** What a draft carried over from last year's keeps of it. */
function arbitraryLastYear(format: Format, hashes: string[]) {
  const cell = constantFrom(...cellsOf(format).map((info) => info.cell))
  const slot = constantFrom(...proseSlots(format).map((info) => info.slot))
  const figures = { year: integer({ min: 2019, max: 2099 }), format: constant(format.id) }
  const few = dictionary(cell, integer({ min: 0, max: 99 }), { noNullPrototype: true })
  return record({
    carried: dictionary(
      cell,
      record<CarriedFigure>(
        {
          year: figures.year,
          from: array(cell, { minLength: 1, maxLength: 2 }),
          value: integer(),
          confirmed: constant(true),
        },
        { requiredKeys: ['year', 'from', 'value'] },
      ),
      { noNullPrototype: true },
    ),
    previous: record<PreviousReport>(
      {
        ...figures,
        scope: constantFrom('organ', 'aggregate'),
        publisher: arbitraryText,
        numbering: constantFrom('dot', 'comma'),
        figures: arbitraryFigures(format),
        prose: arbitraryProse(format, hashes),
        frame: record<ReportFrame>(
          {
            title: array(arbitraryText, { maxLength: 2 }),
            issuingLine: arbitraryText,
            preamble: arbitraryText,
            chapterTitles: constant({ 1: '总体情况' }),
            signature: constantFrom({}, { name: '甲机关', date: '2026-01-20' }),
          },
          { requiredKeys: ['title', 'preamble', 'chapterTitles', 'signature'] },
        ),
        source: record({ name: arbitraryText, hash: constantFrom(...hashes) }),
        earlier: array(
          record<EarlierFigures>(
            {
              ...figures,
              figures: few,
              source: record({ name: arbitraryText, hash: constantFrom(...hashes) }),
            },
            { requiredKeys: ['year', 'format', 'figures'] },
          ),
          { maxLength: 4 },
        ),
        kept: array(arbitraryText, { maxLength: 2 }),
        leftOut: array(arbitraryText, { maxLength: 2 }),
      },
      { requiredKeys: ['year', 'format', 'scope', 'publisher', 'numbering', 'figures', 'prose'] },
    ),
    proseChoices: dictionary(slot, constantFrom<ProseChoice[]>('taken', 'basis', 'left'), {
      noNullPrototype: true,
    }),
    rollUp: record({
      units: array(
        record({
          name: arbitraryText,
          source: record({ name: arbitraryText, hash: constantFrom(...hashes) }),
          figures: few,
        }),
        { maxLength: 2 },
      ),
    }),
    unusualRatio: constantFrom(2, 5.5),
  })
}

const arbitraryPublisher: Arbitrary<Publisher> = record<Publisher>(
  {
    name: arbitraryText,
    title: arbitraryText,
    shortName: arbitraryText,
    kind: constantFrom('government', 'department', 'town', 'street'),
    aggregates: arbitraryText,
    bases: array(arbitraryText, { maxLength: 3 }),
    address: arbitraryText,
    postcode: arbitraryText,
    phone: arbitraryText,
    email: arbitraryText,
    website: record({ name: arbitraryText, column: arbitraryText, url: arbitraryText }, { requiredKeys: [] }),
  },
  { requiredKeys: ['name', 'kind'] },
)

function arbitraryChapterTitles(format: Format): Arbitrary<Record<string, ChapterTitle>> {
  return dictionary(
    constantFrom(...format.chapters.map(({ id }) => id)),
    oneof(
      constant({ kind: 'long' } as const),
      arbitraryText.map((text) => ({ kind: 'own' as const, text })),
    ),
    { noNullPrototype: true },
  )
}

function arbitraryProse(format: Format, hashes: string[]): Arbitrary<Record<string, Block[]>> {
  return dictionary(
    constantFrom(...proseSlots(format).map(({ slot }) => slot)),
    array(arbitraryBlock(format, hashes), { maxLength: 8 }),
    { noNullPrototype: true },
  )
}

const arbitraryTextRun: Arbitrary<TextRun> = record<TextRun>(
  { kind: constant('text'), text: arbitraryText, bold: constant(true), carried: constant(true) },
  { requiredKeys: ['kind', 'text'] },
)
const level = constantFrom<Level[]>(1, 2, 3)

/** Every kind of block; images are among the hashes given. */
function arbitraryBlock(format: Format, hashes: string[]): Arbitrary<Block> {
  const figure = arbitraryFigureRun(cellsOf(format).map(({ cell }) => cell))
  const arbitraryRuns = array<Run>(
    oneof({ weight: 5, arbitrary: arbitraryTextRun }, { weight: 1, arbitrary: figure }),
    { maxLength: 4 },
  )
  const images = record<Block & { kind: 'image' }>(
    { kind: constant('image'), image: constantFrom(...hashes), caption: arbitraryText },
    { requiredKeys: ['kind', 'image'] },
  )
  return oneof(
    record({ kind: constantFrom('heading' as const, 'numbered' as const), level, text: arbitraryRuns }),
    record({ kind: constant('runInHeading' as const), level, heading: arbitraryRuns, text: arbitraryRuns }),
    record({ kind: constant('paragraph' as const), text: arbitraryRuns }),
    record({ kind: constant('list' as const), items: array(arbitraryRuns, { maxLength: 5 }) }),
    record({
      kind: constant('table' as const),
      header: boolean(),
      rows: array(array(arbitraryRuns, { maxLength: 4 }), { maxLength: 4 }),
    }),
    ...(hashes.length > 0 ? [images] : []),
  )
}

function arbitraryFigures(format: Format): Arbitrary<Record<string, Entry>> {
  const entries = cellsOf(format).map((info) =>
    option(arbitraryEntry(info), { freq: isTotal(format, info.cell) ? 1 : 9, nil: undefined }).map(
      (entry): [string, Entry][] => (entry === undefined ? [] : [[info.cell, entry]]),
    ),
  )
  return tuple(...entries).map((lists) => Object.fromEntries(lists.flat()))
}

function arbitraryEntry({ holds }: CellInfo): Arbitrary<Entry> {
  const refused = constantFrom('约5', '-3', '1.5', '－', '五')
  return oneof({ weight: 40, arbitrary: arbitraryValue(holds) }, { weight: 1, arbitrary: refused })
}

function arbitraryValue(holds: CellInfo['holds']): Arbitrary<Entry> {
  switch (holds) {
    case 'count':
      return integer({ min: 1, max: 9999 })
    case 'change':
      return integer({ min: -99, max: 99 })
    case 'amount':
      return integer({ min: 1, max: 9_999_999 }).map((hundredths) => (hundredths / 100).toFixed(2))
    case 'money':
      return integer({ min: 1, max: 9_999_999 }).map((hundredths) => `${(hundredths / 100).toFixed(2)}万元`)
  }
}
