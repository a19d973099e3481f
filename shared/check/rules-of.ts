import notes from '../../templates/rules.json'
import type { Format } from '../format/format'

/** Rules that are the same in every format, as they are written in code and not in its data. */
const IN_CODE =
  'T2-2 T3-4 P-1 P-2 P-3 P-4 P-5 P-6 P-7 P-8 P-9 P-12 X-3 X-4 C-1 C-2 N-1 N-2 N-3 N-4 N-5 B-1 B-2 B-3 B-4 B-5'.split(
    ' ',
  )

/** Every rule a report of the format is held against, in the order of the notes; one without a note comes last. */
export function rulesOf(format: Format): string[] {
  const order = Object.keys(notes)
  const place = (rule: string) => (order.includes(rule) ? order.indexOf(rule) : order.length)
  return [...new Set([...ofFormat(format), ...IN_CODE])].sort((one, other) => place(one) - place(other))
}

/** Rules that say nothing where there is no report of the year before. */
export function needsLastYear(
  { continuity = [], unusualChange, reappearance }: Format,
  rule: string,
): boolean {
  return [
    'T2-2',
    'X-4',
    'C-2',
    ...continuity.map(({ id }) => id),
    unusualChange?.rule,
    unusualChange?.unitRule,
    reappearance?.rule,
  ].includes(rule)
}

function ofFormat(format: Format): string[] {
  const {
    rules,
    continuity = [],
    unusualChange,
    reappearance,
    topics = [],
    outdated = [],
    hints = [],
  } = format
  return [
    ...[...rules, ...continuity].map(({ id }) => id),
    ...(unusualChange ? [unusualChange.rule, unusualChange.unitRule] : []),
    ...(reappearance ? [reappearance.rule] : []),
    ...[...topics, ...outdated, ...hints].map(({ rule }) => rule),
    ...format.chapters.flatMap(({ whenEmpty, emptyWords }) =>
      [whenEmpty, emptyWords].flatMap((one) => one?.rule ?? []),
    ),
  ]
}
