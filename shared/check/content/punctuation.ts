import { messages } from './messages'
import { perLine } from './per-line'
import { findingAt, inLines, type ProseRule } from './prose-rule'

const HAN = String.raw`\p{Script=Han}`
/**
 * Half-width marks beside Chinese text, half-width brackets around it, a pair of two widths, and a mark doubled
 * (GB/T 15834—2011). Figures, times, addresses and foreign words keep their half-width marks.
 */
const FAULT = new RegExp(
  [
    String.raw`[,;:!?](?<=${HAN}.)(?=\s*(?:[\p{Script=Han}\d“《（A-Za-z]|$))`,
    String.raw`[,;:!?](?<=[\d%A-Za-z”》）].)(?=${HAN})`,
    String.raw`\.(?<=[\p{Script=Han}”》）].)(?=\s*(?:[\p{Script=Han}“《（]|$))`,
    String.raw`\([^()\n]{0,99}${HAN}[^()\n]{0,99}\)`,
    String.raw`（[^（）()\n]{0,199}\)|\([^（）()\n]{0,199}）`,
    `"(?:(?=${HAN})|(?<=${HAN}.))`,
    '[，。；：、][，。；：、]',
  ].join('|'),
  'gmu',
)

const faultsIn = perLine((line) =>
  [...line.matchAll(FAULT)].map((match) => ({ start: match.index, length: match[0].length })),
)

/** One finding for a slot, at the first place: it is a matter of form, not of content. */
export const punctuation: ProseRule = (prose, context) => {
  const faults = inLines(prose, faultsIn)
  const [first] = faults
  if (!first) return []
  const start = Math.max(first.start - 2, prose.text.lastIndexOf('\n', first.start) + 1)
  const end = first.start + first.length
  const words = prose.text.slice(start, end)
  const message = messages.punctuation(words, faults.length)
  return [findingAt(prose, context, { start, end }, { rule: 'N-4', severity: 'info', message })]
}
