import { check } from '../../../shared/check/check'
import type { Finding } from '../../../shared/check/finding'
import { readFigures } from '../../../shared/check/text/read-figures'
import type { Draft, Entry, TextBlock } from '../../../shared/draft/draft'
import { isTotal } from '../../../shared/draft/figures'
import { newDraft } from '../../../shared/draft/new-draft'
import { cellsOf } from '../../../shared/format/cells'
import type { Format } from '../../../shared/format/format'
import { formatById } from '../../../shared/format/formats'
import { slotText } from '../../../shared/prose/plain-text'
import { type LabelledFile, type LabelledReport, placeOf, type Sentence, type Verdict } from './labelled-set'

/** What became of the labels of some reports. */
export interface Score {
  reports: number
  sentences: number
  contradictions: number
  found: number
  /** Findings of 不符, right and wrong. */
  findings: number
  falseAlarms: number
  /** Figures called 请核对. */
  asked: number
  /** Labels called 相符 by the set and by the recogniser. */
  agreeing: number
  agreed: number
  /** False alarms and misses by rule: numbers only. */
  alarmsByRule: Record<string, number>
  missedByRule: Record<string, number>
  /** One line for everything that was read otherwise than labelled; for the building part only. */
  lines: string[]
}

interface Placed {
  slot: string
  start: number
  end: number
}

interface PlacedLabel extends Placed {
  verdict: Verdict
  rule: string
  words: string
}

/** P-10 and above are about what is missing, not about figures. */
const TEXT_RULES = /^P-[1-9]$/

/** Runs the whole check over labelled reports and holds its findings of rules P-1 to P-9 against the labels. */
export function scoreOf(files: LabelledFile[]): Score {
  const scores = files.map(({ id, report }) => scoreReport(id, report))
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0)
  return {
    reports: files.length,
    sentences: sum((score) => score.sentences),
    contradictions: sum((score) => score.contradictions),
    found: sum((score) => score.found),
    findings: sum((score) => score.findings),
    falseAlarms: sum((score) => score.falseAlarms),
    asked: sum((score) => score.asked),
    agreeing: sum((score) => score.agreeing),
    agreed: sum((score) => score.agreed),
    alarmsByRule: addUp(scores.map(({ alarmsByRule }) => alarmsByRule)),
    missedByRule: addUp(scores.map(({ missedByRule }) => missedByRule)),
    lines: scores.flatMap(({ lines }) => lines),
  }
}

function addUp(counts: Record<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const [rule, count] of counts.flatMap(Object.entries<number>)) total[rule] = (total[rule] ?? 0) + count
  return total
}

function scoreReport(id: string, report: LabelledReport): Score {
  const format = formatById(report.format)
  if (!format) throw new Error(`There is no format ${report.format}`)
  const draft = draftOf(report, format)
  const labels = labelsOf(report)
  const findings = check(draft, format).filter(
    ({ rule, severity }) => TEXT_RULES.test(rule) && severity === 'warning',
  )
  const alarms = findings.filter(
    (finding) =>
      finding.text && !labels.some((label) => label.verdict === 'contradicts' && meets(label, finding)),
  )
  const wrong = labels.filter(({ verdict }) => verdict === 'contradicts')
  const missed = wrong.filter((label) => !findings.some((finding) => meets(label, finding)))
  const figures = readFigures(draft, format)
  const agreeing = labels.filter(({ verdict }) => verdict === 'agrees')
  const agreed = agreeing.filter((label) =>
    figures.some((figure) => figure.verdict === 'agrees' && overlaps(label, figure)),
  )
  return {
    reports: 1,
    sentences: Object.values(report.texts).flat().length,
    contradictions: wrong.length,
    found: wrong.length - missed.length,
    findings: findings.length,
    falseAlarms: alarms.length,
    asked: figures.filter(({ verdict }) => verdict === 'ask').length,
    agreeing: agreeing.length,
    agreed: agreed.length,
    alarmsByRule: addUp(alarms.map(({ rule }) => ({ [rule]: 1 }))),
    missedByRule: addUp(missed.map(({ rule }) => ({ [rule]: 1 }))),
    lines: [
      ...alarms.map(
        (finding) => `${id} false alarm ${finding.rule} “${finding.text?.quote}” ${finding.message}`,
      ),
      ...missed.map((label) => `${id} missed ${label.words}`),
      ...agreeing.filter((label) => !agreed.includes(label)).map((label) => `${id} not tied ${label.words}`),
    ],
  }
}

/** The labelled report as a draft: every cell filled, sentences joined to paragraphs. */
export function draftOf(report: LabelledReport, format: Format): Draft {
  const { name, publisherKind: kind, shortName, year, scope } = report
  const draft = newDraft({ format, year, scope, publisher: { name, kind, shortName } })
  const prose = Object.fromEntries(
    Object.entries(report.texts).map(([slot, sentences]) => [slot, blocksOf(sentences)]),
  )
  const filled = { ...draft, prose, figures: filledOf(report.figures, format) }
  if (!report.previous) return filled
  const previous = {
    year: year - 1,
    format: report.format,
    figures: filledOf(report.previous, format),
    scope,
    publisher: name,
    numbering: draft.numbering,
    prose: {},
  }
  return { ...filled, previous }
}

function filledOf(figures: Record<string, Entry>, format: Format): Record<string, Entry> {
  const zeros = cellsOf(format).filter(({ cell }) => !isTotal(format, cell))
  return { ...Object.fromEntries(zeros.map(({ cell }): [string, Entry] => [cell, 0])), ...figures }
}

function paragraphsOf(sentences: Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = []
  for (const sentence of sentences) {
    const last = paragraphs.at(-1)
    if (last && !sentence.newParagraph) last.push(sentence)
    else paragraphs.push([sentence])
  }
  return paragraphs
}

function blocksOf(sentences: Sentence[]): TextBlock[] {
  return paragraphsOf(sentences).map((paragraph) => ({
    kind: 'paragraph',
    text: [{ kind: 'text', text: paragraph.map(({ text }) => text).join('') }],
  }))
}

function labelsOf({ texts }: LabelledReport): PlacedLabel[] {
  return Object.entries(texts).flatMap(([slot, sentences]) => {
    const whole = slotText(blocksOf(sentences), 'dot')
    let at = 0
    return sentences.flatMap((sentence) => {
      const from = whole.indexOf(sentence.text, at)
      at = from + sentence.text.length
      return sentence.labels.map((label): PlacedLabel => {
        const start = from + placeOf(sentence.text, label)
        const words = `“${label.quote}” ${label.verdict} ${label.cells ?? ''} ${label.expected ?? ''} in ${sentence.text}`
        return {
          slot,
          start,
          end: start + label.quote.length,
          verdict: label.verdict,
          rule: label.rule ?? '',
          words,
        }
      })
    })
  })
}

function meets(label: Placed, { text }: Finding): boolean {
  return text !== undefined && overlaps(label, text)
}

function overlaps(one: Placed, other: Placed): boolean {
  return one.slot === other.slot && one.start < other.end && other.start < one.end
}
