import type { Level, TextBlock, TextRun } from '../draft/draft'
import { cleanText } from './clean-text'
import { type Counts, chineseNumeral, countLevel, listMark, noCounts } from './marks'
import { runsText } from './plain-text'
import { plainRuns, sliceRuns } from './runs'

/**
 * Reads plain text as prose, a line a block. A line that carries a number is a heading, a run-in heading or a numbered
 * paragraph, and its number is then counted by the app instead; but only where the app would print that same number.
 * Any other number stays in the text as it was written: nothing is renumbered in silence.
 *
 * `counts`: what stands before the text, where it goes into the middle of a slot.
 */
export function proseFromText(text: string, counts: Counts = noCounts): TextBlock[] {
  return proseFromLines(cleanText(text).split('\n').map(plainRuns), counts)
}

/** The same for lines that already have runs; blank lines are dropped, spaces around a line too. */
export function proseFromLines(lines: TextRun[][], counts: Counts = noCounts): TextBlock[] {
  const blocks: TextBlock[] = []
  const written = lines.map(trimRuns).filter((line) => line.length > 0)
  let counted = counts
  for (let at = 0; at < written.length; ) {
    const items = listLength(written, at)
    if (items > 1) {
      const list = written.slice(at, at + items)
      blocks.push({
        kind: 'list',
        items: list.map((line, index) => sliceTrimmed(line, listMark(index).length)),
      })
      at += items
      continue
    }
    const line = written[at] ?? []
    const mark = readMark(runsText(line), counted)
    blocks.push(
      mark ? markedBlock(mark.level, sliceTrimmed(line, mark.length)) : { kind: 'paragraph', text: line },
    )
    if (mark) counted = countLevel(counted, mark.level)
    at += 1
  }
  return blocks
}

/** A number at the head of a line: its level and how many characters it takes. */
export interface WrittenMark {
  level: Level
  length: number
}

/** The number at the head of this text where it is the one the app would print next after these counts. */
export function readMark(text: string, counts: Counts): WrittenMark | undefined {
  const mark = writtenMark(text)
  if (mark === undefined) return undefined
  const next = (counts[mark.level - 1] ?? 0) + 1
  const printed = mark.level === 1 ? chineseNumeral(next) : String(next)
  return mark.number === printed ? { level: mark.level, length: mark.length } : undefined
}

/** Any number at the head of this text, （一）, 1. or 1、, （1）, in half- or full-width characters. */
export function writtenMark(text: string): (WrittenMark & { number: string }) | undefined {
  for (const { level, pattern } of markPatterns) {
    const match = pattern.exec(text)
    if (match?.[1] !== undefined) return { level, length: match[0].length, number: halfWidth(match[1]) }
  }
  return undefined
}

/** A point before a digit is a decimal point (1.5万), not the point of a number, unless a year follows (1.2025年…). */
const markPatterns: { level: Level; pattern: RegExp }[] = [
  { level: 1, pattern: /^[（(]([一二三四五六七八九十百零]+)[）)]/ },
  { level: 2, pattern: /^([0-9０-９]{1,3})(?:[.．](?:(?=[12][0-9]{3}年)|(?![0-9０-９]))|、)/ },
  { level: 3, pattern: /^[（(]([0-9０-９]{1,3})[）)]/ },
]

function halfWidth(digits: string): string {
  return digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** A numbered line as the block its length tells: up to one sentence is a heading, more runs on. */
export function markedBlock(level: Level, line: TextRun[]): TextBlock {
  const text = runsText(line)
  const heading = level === 1 ? runInHeadingLength(text) : undefined
  if (heading !== undefined) {
    return {
      kind: 'runInHeading',
      level,
      heading: sliceRuns(line, 0, heading),
      text: sliceRuns(line, heading),
    }
  }
  return { kind: isOneSentence(text) ? 'heading' : 'numbered', level, text: line }
}

/** Where the heading of a run-in heading ends: after …方面： or its first 。; undefined where no text follows it. */
export function runInHeadingLength(text: string): number | undefined {
  const aspect = /^[^。：]*方面：(?=.)/u.exec(text)
  if (aspect !== null) return aspect[0].length
  return isOneSentence(text) ? undefined : text.indexOf('。') + 1
}

function isOneSentence(text: string): boolean {
  return !text.replace(/[。”’」』）)\s]+$/u, '').includes('。')
}

/** How many lines from here on carry 一是, 二是, 三是 … in order. */
function listLength(lines: TextRun[][], from: number): number {
  let items = 0
  while (runsText(lines[from + items] ?? []).startsWith(listMark(items))) items += 1
  return items
}

function sliceTrimmed(runs: TextRun[], from: number): TextRun[] {
  return trimRuns(sliceRuns(runs, from))
}

function trimRuns(runs: TextRun[]): TextRun[] {
  const text = runsText(runs)
  const start = text.length - text.trimStart().length
  return sliceRuns(runs, start, Math.max(start, text.trimEnd().length))
}
