import { cellInfo, cellsOf } from '../format/cells'
import { formatById } from '../format/formats'
import { printedProseOf } from '../linked/printed-prose'
import { slotText } from '../prose/plain-text'
import type { Draft } from './draft'
import { placeName } from './place-name'
import { entryText } from './read-entry'

/** One place where two drafts of a report do not say the same; '' is nothing there. */
export interface Difference {
  /** As the clerk knows it: 表三（一）予以公开·总计, 第 5 章正文第 2 段. */
  place: string
  one: string
  other: string
}

/** Every place where two drafts differ, in the order of the report: basic information, prose, figures, the rest. */
export function draftDifferences(one: Draft, other: Draft): Difference[] {
  return [
    ...plainDifferences(one, other),
    ...proseDifferences(one, other),
    ...figureDifferences(one, other),
    ...countDifferences('保留说明', one.waivers, other.waivers, '条'),
    ...countDifferences('图片', one.images, other.images, '张'),
    ...keysOf(one, other)
      .filter((key) => !compared.has(key))
      .flatMap((key) => restDifferences(key, one, other)),
  ]
}

/** What is told piece by piece; of everything else only that it differs. */
const compared = new Set([
  ...['kind', 'version', 'year', 'format', 'scope', 'publisher', 'title', 'issuingLine', 'chapterTitles'],
  ...['preamble', 'numbering', 'signature', 'prose', 'figures', 'waivers', 'images'],
])

function restDifferences(key: string, one: Draft, other: Draft): Difference[] {
  const words = (draft: Draft) => (key in draft ? '有，内容不同' : '')
  const text = (draft: Draft) => JSON.stringify(Object.entries(draft).find(([name]) => name === key)?.[1])
  return text(one) === text(other) ? [] : [{ place: placeName([key]), one: words(one), other: words(other) }]
}

/** Values that are one text each, by the keys that lead to them. */
function plainDifferences(one: Draft, other: Draft): Difference[] {
  const [here, there] = [plainTexts(one), plainTexts(other)]
  return keysOf(here, there).flatMap((place) => differing(place, here[place], there[place]))
}

/** What a choice is called where the draft holds a word of the program. */
const choices: Record<string, string> = {
  organ: '本机关',
  aggregate: '本机关和所属各单位',
  government: '政府',
  department: '部门',
  town: '乡镇',
  street: '街道',
  organFirst: '机关在前',
  yearFirst: '年度在前',
  long: '完整标题',
  dot: '1.',
  comma: '1、',
}

function plainTexts(draft: Draft): Record<string, string> {
  const { publisher, title, preamble, signature, chapterTitles } = draft
  const { website, bases, kind: _kind, ...fields } = publisher
  const texts: [string[], string][] = [
    [['year'], String(draft.year)],
    [['format'], draft.format],
    [['scope'], choices[draft.scope] ?? ''],
    ...Object.entries(fields).map(([key, text]): [string[], string] => [['publisher', key], text]),
    [['publisher', 'kind'], choices[publisher.kind] ?? ''],
    [['publisher', 'bases'], (bases ?? []).join('\n')],
    [['publisher', 'website'], [website?.name, website?.column, website?.url].filter(Boolean).join(' ')],
    [['title'], title.kind === 'edited' ? title.lines.join('\n') : (choices[title.kind] ?? '')],
    [['issuingLine'], draft.issuingLine ?? ''],
    ...Object.entries(chapterTitles).map(([id, own]): [string[], string] => [
      ['chapterTitles', id],
      own.kind === 'own' ? own.text : (choices[own.kind] ?? ''),
    ]),
    [['preamble'], preamble.kind === 'edited' ? preamble.text : ''],
    [['numbering'], choices[draft.numbering] ?? ''],
    [['signature', 'name'], signature.name ?? ''],
    [['signature', 'date'], signature.date ?? ''],
  ]
  return Object.fromEntries(texts.map(([path, text]) => [placeName(path), text]))
}

function proseDifferences(one: Draft, other: Draft): Difference[] {
  const [mine, theirs] = [printedProseOf(one), printedProseOf(other)]
  return keysOf(one.prose, other.prose).flatMap((slot) => {
    const [here, there] = [one.prose[slot] ?? [], other.prose[slot] ?? []]
    if (JSON.stringify(here) === JSON.stringify(there) && one.numbering === other.numbering) return []
    const lines = lineDifferences(
      slot,
      linesOf(slotText(mine[slot] ?? [], one.numbering)),
      linesOf(slotText(theirs[slot] ?? [], other.numbering)),
    )
    // The words are the same: a picture, a table's frame, bold type or what a figure follows is not.
    if (lines.length === 0 && JSON.stringify(here) !== JSON.stringify(there))
      return [
        { place: placeName(['prose', slot]), one: '字形、图片或随表数字', other: '字形、图片或随表数字' },
      ]
    return lines
  })
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

/** Equal lines at both ends are left out; what lies between is compared line by line. */
function lineDifferences(slot: string, here: string[], there: string[]): Difference[] {
  const shorter = Math.min(here.length, there.length)
  let head = 0
  while (head < shorter && here[head] === there[head]) head++
  let tail = 0
  while (tail < shorter - head && here.at(-1 - tail) === there.at(-1 - tail)) tail++
  const length = Math.max(here.length, there.length) - tail - head
  const [mine, theirs] = [here.slice(head, here.length - tail), there.slice(head, there.length - tail)]
  return Array.from({ length }, (_, index) =>
    differing(placeName(['prose', slot, String(head + index)]), mine[index], theirs[index]),
  ).flat()
}

function figureDifferences(one: Draft, other: Draft): Difference[] {
  const texts = ({ format: id, figures }: Draft): Record<string, string> => {
    const format = formatById(id)
    if (!format) return {}
    return Object.fromEntries(
      cellsOf(format).flatMap(({ cell, holds }) => {
        const entry = figures[cell]
        return entry === undefined ? [] : [[cell, entryText(holds, entry)]]
      }),
    )
  }
  const name = (cell: string) =>
    [one, other].map(({ format: id }) => cellName(id, cell)).find((found) => found !== undefined) ?? cell
  const [here, there] = [texts(one), texts(other)]
  return keysOf(here, there).flatMap((cell) => differing(name(cell), here[cell], there[cell]))
}

function cellName(id: string, cell: string): string | undefined {
  const format = formatById(id)
  return format && cellInfo(format, cell)?.name
}

function countDifferences(place: string, here: object, there: object, counter: string): Difference[] {
  if (JSON.stringify(here) === JSON.stringify(there)) return []
  const words = (of: object) => `${Object.keys(of).length} ${counter}`
  return [{ place, one: words(here), other: words(there) }]
}

function differing(place: string, one = '', other = ''): Difference[] {
  return one === other ? [] : [{ place, one, other }]
}

function keysOf(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
}
