import type { Draft } from '../draft/draft'
import type { Format } from '../format/format'
import { applyEdits } from './apply-edits'
import { cellEdits } from './cell-edits'
import type { FileEditList } from './edit'
import type { FileText } from './file-text'
import { textEdits } from './prose-edits'
import { reportLines } from './report-lines'

/** Every change between a draft and the Word file that was exported from it. */
export function findEdits(base: Draft, format: Format, file: FileText): FileEditList {
  const cells = cellEdits(base, format, file.figures)
  const text = textEdits(base, format, file.lines, applyEdits(base, base, cells.edits, format))
  return {
    edits: [...(text ?? []), ...cells.edits],
    notes: [
      ...(text ? lostHeadings(base, format, file) : ['文件的文字与草稿差别太大，没有逐段比较。']),
      ...cells.notes,
      ...(file.pictures === picturesOf(base) ? [] : ['文件里的图片有增减，请在编写台里改。']),
    ],
  }
}

function lostHeadings(base: Draft, format: Format, { lines }: FileText): string[] {
  const texts = new Set(lines.map((line) => (line.kind === 'text' ? line.text.replace(/\s+/gu, '') : '')))
  const isSame = texts.size === 0
  return reportLines(base, format).flatMap(({ place, mark, text }) => {
    if (isSame || place.kind !== 'chapterTitle') return []
    const isThere = [...texts].some((one) => one.startsWith(mark) || one.includes(text.replace(/\s+/gu, '')))
    return isThere ? [] : [`文件里没有“${mark}${text}”这一章的标题，标题照旧保留。`]
  })
}

function picturesOf({ prose, images }: Draft): number {
  return Object.values(prose)
    .flat()
    .filter((block) => block.kind === 'image' && Object.hasOwn(images, block.image)).length
}
