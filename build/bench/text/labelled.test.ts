import { describe, expect, test } from 'vitest'
import { equationsOf } from '../../../shared/check/equations'
import { isTotal } from '../../../shared/draft/figures'
import { cellInfo } from '../../../shared/format/cells'
import { formatById } from '../../../shared/format/formats'
import { proseSlots } from '../../../shared/format/slots'
import { type CellNumbers, cellNumbers, evaluate } from './label-expression'
import {
  type Label,
  type LabelledReport,
  type Part,
  placeOf,
  readLabelledSet,
  type Sentence,
} from './labelled-set'

const parts: Part[] = ['building', 'measured']
const files = parts.flatMap((part) => readLabelledSet(part).map((file) => ({ ...file, part })))
const sentencesOf = (report: LabelledReport) => Object.values(report.texts).flat()
const isFreeOfError = (report: LabelledReport) =>
  sentencesOf(report).every(({ labels }) => labels.every(({ verdict }) => verdict !== 'contradicts'))
const isTrapped = ({ trap, labels }: Sentence) => trap !== undefined || labels.some((label) => label.trap)

function formatOf({ format }: LabelledReport) {
  const known = formatById(format)
  if (!known) throw new Error(`There is no format ${format}`)
  return known
}

/** The tables a label is held against; last year's are of the same format. */
function tablesOf(report: LabelledReport): { current: CellNumbers; previous?: CellNumbers } {
  const current = cellNumbers(formatOf(report), report.figures)
  return report.previous ? { current, previous: cellNumbers(formatOf(report), report.previous) } : { current }
}

/** Whether the label's number says the same as the number of the tables, read as README.md says. */
function saysTheSame({ quote, value, approximate, cells = '' }: Label, actual: number): boolean {
  if (approximate === 'over') {
    let place = 1
    while (value % (place * 10) === 0) place *= 10
    return value <= actual && actual < value + place
  }
  if (approximate === 'nearly') return 0.9 * value <= actual && actual < value
  if (approximate === 'about') return Math.abs(value - actual) <= 0.1 * actual
  const step = lastWrittenPlace(quote)
  if (step !== undefined) return Math.abs(value - actual) <= step / (cells.includes('.amount') ? 20_000 : 2)
  if (!cells.includes('/')) return value === actual
  const decimals = Math.max(decimalsOf(halfWidth(quote)), decimalsOf(String(value)))
  return Math.abs(value - actual) <= 0.5 * 10 ** -decimals + 1e-9
}

/** What the last decimal of 10.64万件 or 2.87亿元 stands for; 万元 is the tables' own unit and exact. */
function lastWrittenPlace(quote: string): number | undefined {
  const [, decimals, unit] = /\.(\d+)(万(?!元)|亿)/.exec(halfWidth(quote)) ?? []
  return decimals === undefined ? undefined : (unit === '亿' ? 1e8 : 1e4) / 10 ** decimals.length
}

const decimalsOf = (text: string) => /\d\.(\d+)/.exec(text)?.[1]?.length ?? 0
const halfWidth = (text: string) =>
  text.replace(/[０-９．，％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/** The number a quote of Arabic digits shows, read apart from the label's value; undefined for other quotes. */
function digitsOf(quote: string): number | undefined {
  const [, digits, unit] = /^([\d,]+(?:\.\d+)?)余?(万|亿)?/.exec(halfWidth(quote)) ?? []
  if (digits === undefined) return undefined
  return Number(digits.replaceAll(',', '')) * { '': 1, 万: 1e4, 亿: 1e8 }[(unit ?? '') as '' | '万' | '亿']
}

/** The sentence with every labelled or excepted place blanked out. */
function unexplained({ text, labels, notFigures = [] }: Sentence): string {
  const marked = labels.map((label) => ({ at: placeOf(text, label), length: label.quote.length }))
  for (const phrase of notFigures)
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      marked.push({ at, length: phrase.length })
  const characters = text.split('')
  for (const { at, length } of marked) characters.fill('□', at, at + length)
  return characters.join('')
}

describe.each(files)('$part/$id', ({ report }) => {
  const format = formatOf(report)

  test('is of a year of its format and uses its cells, totals left to their sums', () => {
    expect(report.year).toBeGreaterThanOrEqual(format.years.from)
    expect(report.year).toBeLessThanOrEqual(format.years.to ?? report.year)
    const listed = [...Object.keys(report.figures), ...Object.keys(report.previous ?? {})]
    expect(listed.filter((cell) => !cellInfo(format, cell) || isTotal(format, cell))).toEqual([])
    const slots = proseSlots(format).map(({ slot }) => slot)
    expect(Object.keys(report.texts).filter((slot) => !slots.includes(slot))).toEqual([])
  })

  test('has tables in which every sum holds', () => {
    for (const numbers of Object.values(tablesOf(report))) {
      const side = (cells: string[]) =>
        cells.reduce((sum, cell) => sum + (numbers.get(cell) ?? Number.NaN), 0)
      for (const { rule, line, left, right } of equationsOf(format))
        expect(`${rule.id} ${line} ${side(left)}`).toBe(`${rule.id} ${line} ${side(right)}`)
    }
  })

  test('has every quote where its label says, and no two labels at one place', () => {
    for (const { text, labels } of sentencesOf(report)) {
      const places = labels.map((label) => ({ at: placeOf(text, label), length: label.quote.length }))
      places.sort((one, other) => one.at - other.at)
      let end = 0
      for (const { at, length } of places) {
        expect(at, text).toBeGreaterThanOrEqual(end)
        end = at + length
      }
    }
  })

  test('labels every digit or says that it is no figure', () => {
    for (const sentence of sentencesOf(report)) {
      expect(unexplained(sentence)).not.toMatch(/[\d０-９]|[零一二三四五六七八九十百千万两]件|百分之/)
      for (const phrase of sentence.notFigures ?? []) expect(sentence.text).toContain(phrase)
    }
  })

  test('gives every quote in digits the value it shows', () => {
    for (const { quote, value, cells } of sentencesOf(report).flatMap(({ labels }) => labels)) {
      const shown = digitsOf(quote)
      if (shown === undefined) continue
      const inSentence = cells?.includes('.amount') && quote.endsWith('元') ? value * 10_000 : value
      expect(Math.abs(Math.abs(inSentence) - shown), quote).toBeLessThan(0.001)
    }
  })

  test('agrees and contradicts as its tables say', () => {
    const { current, previous } = tablesOf(report)
    for (const sentence of sentencesOf(report))
      for (const label of sentence.labels) {
        if (label.cells === undefined) continue
        const actual = evaluate(label.cells, current, previous)
        const context = `${sentence.text} — ${label.quote}: ${label.cells} is ${actual}`
        expect(saysTheSame(label, actual), context).toBe(label.verdict === 'agrees')
        if (label.verdict !== 'contradicts') continue
        const decimals = Math.max(decimalsOf(halfWidth(label.quote)), decimalsOf(String(label.value)))
        expect(label.expected, context).toContain(
          label.cells.includes('/') ? Math.abs(actual).toFixed(decimals) : String(Math.abs(actual)),
        )
      }
  })

  test('calls no received figure wrong that is right in the other reading', () => {
    const { current } = tablesOf(report)
    for (const label of sentencesOf(report).flatMap(({ labels }) => labels)) {
      const received = /^t3\.received\.\w+$/.exec(label.cells ?? '')?.[0]
      if (label.verdict !== 'contradicts' || !received) continue
      const both = evaluate(`${received}+${received.replace('received', 'broughtForward')}`, current)
      expect(saysTheSame(label, both), label.quote).toBe(false)
    }
  })
})

describe('the set', () => {
  const all = files.flatMap(({ report, part }) =>
    sentencesOf(report).map((sentence) => ({ sentence, part, free: isFreeOfError(report) })),
  )
  const share = (part: Part, which: (one: (typeof all)[number]) => boolean) => {
    const ofPart = all.filter((one) => one.part === part)
    return ofPart.filter(which).length / ofPart.length
  }

  test('has 34 to 40 reports and at least 320 sentences', () => {
    expect(files.length).toBeGreaterThanOrEqual(34)
    expect(files.length).toBeLessThanOrEqual(40)
    expect(all.length).toBeGreaterThanOrEqual(320)
  })

  test('has no sentence twice and no report in both parts', () => {
    const texts = all.map(({ sentence }) => sentence.text)
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
    expect(new Set(files.map(({ report }) => report.name)).size).toBe(files.length)
  })

  test.each(parts)(
    '%s is about half, a third of it in reports free of error, a fifth of it traps',
    (part) => {
      const size = all.filter((one) => one.part === part).length / all.length
      expect(size).toBeGreaterThan(0.42)
      expect(size).toBeLessThan(0.58)
      expect(share(part, ({ free }) => free)).toBeGreaterThanOrEqual(1 / 3)
      expect(share(part, ({ sentence }) => isTrapped(sentence))).toBeGreaterThanOrEqual(1 / 5)
    },
  )

  test.each(parts)('%s has at least 40 contradictions, and figures of every verdict', (part) => {
    const labels = all.filter((one) => one.part === part).flatMap(({ sentence }) => sentence.labels)
    const count = (verdict: Label['verdict']) => labels.filter((label) => label.verdict === verdict).length
    expect(count('contradicts')).toBeGreaterThanOrEqual(40)
    expect(count('agrees')).toBeGreaterThanOrEqual(200)
    expect(count('unlinked')).toBeGreaterThanOrEqual(40)
    expect(count('ask')).toBeGreaterThanOrEqual(4)
  })
})
