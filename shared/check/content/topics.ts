import type { TextBlock } from '../../draft/draft'
import type { Format, TopicRule } from '../../format/format'
import { proseSlots } from '../../format/slots'
import type { PrintedDraft } from '../../linked/printed-prose'
import type { Finding } from '../finding'
import { slotProse } from './slot-prose'

/** What the format says the prose must speak of and does not (P-10, P-13, P-14). Empty chapters are reported as such. */
export function missingTopics(
  format: Format,
  { prose, publisher, numbering }: Pick<PrintedDraft, 'prose' | 'publisher' | 'numbering'>,
): Finding[] {
  return (format.topics ?? []).flatMap((rule): Finding[] => {
    if (rule.kinds && !rule.kinds.includes(publisher.kind)) return []
    const slots = proseSlots(format).filter(({ chapter }) => chapter.id === rule.chapter)
    const covered = (of: typeof slots) =>
      new Set(of.flatMap(({ slot }) => coveredIn(prose[slot] ?? [], rule, numbering)))
    if (slots.every(({ slot }) => slotProse(slot, prose[slot] ?? [], numbering).text.trim() === '')) return []
    const spokenOf = covered(rule.within === 'report' ? proseSlots(format) : slots)
    const missing = rule.topics.map(({ name }) => name).filter((name) => !spokenOf.has(name))
    if (missing.length === 0) return []
    const expected = missing.join('、')
    const message = rule.message.replace('{topics}', expected)
    return [{ rule: rule.rule, severity: 'warning', chapter: rule.chapter, cells: [], message, expected }]
  })
}

const cache = new WeakMap<TextBlock[], Map<TopicRule, string[]>>()

/** The names of the topics these blocks speak of. */
function coveredIn(blocks: TextBlock[], rule: TopicRule, numbering: PrintedDraft['numbering']): string[] {
  const known = cache.get(blocks) ?? new Map<TopicRule, string[]>()
  cache.set(blocks, known)
  const covered = known.get(rule)
  if (covered) return covered
  const { text } = slotProse('', blocks, numbering)
  const names = rule.topics
    .filter(({ words }) => words.some((word) => text.includes(word)))
    .map(({ name }) => name)
  known.set(rule, names)
  return names
}
