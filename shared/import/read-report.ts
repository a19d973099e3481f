import type { Block, ChapterTitle, Draft, ImageData } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import type { Format } from '../format/format'
import { formats, proposeFormat } from '../format/formats'
import { fail, ok, type Result } from '../result'
import { type FoundChapter, findChapters } from './find-chapters'
import type { ImportedReport } from './import-report'
import { type ReadFigures, readFigures } from './read-figures'
import { readOpening, readPreamble, readPublisher, readTitle, readYear } from './read-opening'
import { readProse } from './read-prose'
import { readSignature } from './read-signature'
import { secondReport } from './second-report'
import { paragraphText, type WordBlock, type WordDocument, type WordTable } from './word-document'

/** Pictures of the report by the path of their part, each with its name in a draft. */
export type ReportPictures = Map<string, { hash: string; image: ImageData }>

/** Years a report may be about: the regulation that asks for it is of 2008. */
const YEARS = { first: 2008, last: 2100 }

/**
 * Understands a Word file as a report. `noReport`: neither a chapter nor a table of the form was found.
 *
 * @param today local date, ISO: the year before is assumed where the report names none
 * @param year the year it is about where the clerk names it
 */
export function readReport(
  document: WordDocument,
  pictures: ReportPictures,
  today: string,
  year?: number,
): Result<ImportedReport, 'noReport'> {
  const end = secondReport(document.blocks, proposeFormat(YEARS.last))
  const isSecond = end < document.blocks.length
  const first = document.blocks.slice(0, end)
  return readOne({ ...document, blocks: first }, pictures, today, year, isSecond)
}

function readOne(
  document: WordDocument,
  pictures: ReportPictures,
  today: string,
  year: number | undefined,
  isSecond: boolean,
): Result<ImportedReport, 'noReport'> {
  const chapters = findChapters(document.blocks, proposeFormat(YEARS.last))
  const [first] = chapters
  const opening = readOpening(
    document.blocks.slice(0, first?.at ?? 0).flatMap((block) =>
      block.kind === 'paragraph'
        ? [
            {
              lines: paragraphText(block).split('\n'),
              ...(block.style !== undefined && { style: block.style }),
            },
          ]
        : [],
    ),
  )
  const named = year ?? readYear(opening)
  const isNamed = named !== undefined && named >= YEARS.first && named <= YEARS.last
  const about = isNamed ? named : Number(today.slice(0, 4)) - 1
  const format = isNamed ? proposeFormat(about) : formatByTables(document.blocks, about)
  const figures = readFigures(document.blocks, format, isNamed ? about : undefined)
  if (chapters.length < 2 && figures.tables.size === 0) return fail('noReport')

  const publisher = readPublisher(opening, document.author)
  const draft = newDraft({
    format,
    year: about,
    scope: publisher.aggregates ? 'aggregate' : 'organ',
    publisher,
  })
  const organs = [publisher.name, publisher.title ?? ''].filter((name) => name !== '')
  const { signature, blocks } = readSignature(document.blocks, organs)
  const { prose, images, lost } = readChapters(blocks, chapters, format, figures, pictures)
  return ok({
    draft: {
      ...draft,
      title: readTitle(opening.title, { year: about, publisher }),
      ...(opening.issuingLine !== undefined && { issuingLine: opening.issuingLine }),
      chapterTitles: chapterTitles(chapters),
      preamble: readPreamble(opening.preamble, { year: about, publisher }, format),
      numbering: usualNumbering(blocks),
      prose,
      figures: figures.figures,
      signature,
      images,
    },
    taken: figures.taken,
    values: figures.values,
    doubtful: figures.doubtful,
    missing: figures.missing,
    blank: figures.blank,
    ...(!isNamed && { isYearAssumed: true as const }),
    notes: notesOf(document, {
      isNamed,
      year: about,
      lost,
      chapters,
      format,
      hasTitle: opening.title.length > 0,
      isSecond,
    }),
  })
}

/** Without a year the tables tell the format: the one in which most is found for certain. */
function formatByTables(blocks: WordBlock[], year: number): Format {
  const counted = formats.map((format) => ({ format, taken: readFigures(blocks, format).taken.length }))
  const usual = proposeFormat(year)
  return counted.reduce(
    (best, one) => (one.taken > best.taken ? one : best),
    counted.find(({ format }) => format === usual) ?? { format: usual, taken: 0 },
  ).format
}

function chapterTitles(chapters: FoundChapter[]): Record<string, ChapterTitle> {
  return Object.fromEntries(
    chapters.flatMap(({ chapter, title }): [string, ChapterTitle][] => {
      if (title === chapter.title || title === '') return []
      return [[chapter.id, title === chapter.longTitle ? { kind: 'long' } : { kind: 'own', text: title }]]
    }),
  )
}

function readChapters(
  blocks: WordBlock[],
  chapters: FoundChapter[],
  format: Format,
  { tables }: ReadFigures,
  pictures: ReportPictures,
): { prose: Record<string, Block[]>; images: Record<string, ImageData>; lost: number } {
  const prose: Record<string, Block[]> = {}
  const images: Record<string, ImageData> = {}
  let lost = 0
  const image = (path: string) => {
    const picture = pictures.get(path)
    if (picture) images[picture.hash] = picture.image
    else lost += 1
    return picture?.hash
  }
  chapters.forEach(({ chapter, at }, index) => {
    const own = blocks.slice(at + 1, chapters[index + 1]?.at ?? blocks.length)
    const [before, after] = aroundTables(own, tables)
    const known = format.chapters.find(({ id }) => id === chapter.id)
    const slots: [string, WordBlock[]][] =
      known?.body.kind === 'table'
        ? [
            [`${chapter.id}.before`, before],
            [`${chapter.id}.after`, after],
          ]
        : [[chapter.id, [...before, ...after]]]
    for (const [slot, part] of slots) {
      const read = readProse(part, image)
      if (read.length > 0) prose[slot] = read
    }
  })
  return { prose, images, lost }
}

/** What stands before the first and after the last piece of an official table; between pieces stands nothing of use. */
function aroundTables(blocks: WordBlock[], tables: Map<WordTable, string>): [WordBlock[], WordBlock[]] {
  const isOfficial = (block: WordBlock) => block.kind === 'table' && holdsOfficial(block, tables)
  const first = blocks.findIndex(isOfficial)
  if (first < 0) return [blocks, []]
  return [blocks.slice(0, first), blocks.slice(first).filter((block) => !isOfficial(block))]
}

function holdsOfficial(table: WordTable, tables: Map<WordTable, string>): boolean {
  return (
    tables.has(table) ||
    table.rows.some(({ cells }) =>
      cells.some((cell) =>
        cell.blocks.some((block) => block.kind === 'table' && holdsOfficial(block, tables)),
      ),
    )
  )
}

/** How most paragraphs of the second level are numbered. */
function usualNumbering(blocks: WordBlock[]): Draft['numbering'] {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [(block.number ?? '') + paragraphText(block)] : [],
  )
  const commas = texts.filter((text) => /^\s*\d{1,2}、/u.test(text)).length
  const dots = texts.filter((text) => /^\s*\d{1,2}[.．](?!\d)/u.test(text)).length
  return commas > dots ? 'comma' : 'dot'
}

function notesOf(
  { notes }: WordDocument,
  found: {
    isNamed: boolean
    year: number
    lost: number
    chapters: FoundChapter[]
    format: Format
    hasTitle: boolean
    isSecond: boolean
  },
): string[] {
  const absent = found.format.chapters.filter(
    ({ id }) => !found.chapters.some(({ chapter }) => chapter.id === id),
  )
  return [
    ...(found.isNamed ? [] : [`没有找到报告的年度，暂按${found.year}年，请核对。`]),
    ...(found.hasTitle ? [] : ['没有找到标题。']),
    ...absent.map(({ number, title }) => `没有找到“${number}、${title}”这一章。`),
    ...(notes.includes('tracked') ? ['文件里有修订痕迹，按接受全部修订读取。'] : []),
    ...(notes.includes('struck') ? ['文件里有画了删除线的文字，没有读取。'] : []),
    ...(found.isSecond ? ['文件里像有两份报告，只读了前一份。'] : []),
    ...(notes.includes('revisedCells') ? ['表格单元格有修订痕迹，请核对那几行的数。'] : []),
    ...(found.lost > 0 ? [`有${found.lost}张图片没有带过来，请重新插入。`] : []),
  ]
}
