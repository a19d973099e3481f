import type { Draft } from '../../draft/draft'
import type { Finding } from '../finding'
import { messages } from './messages'
import { findingAt, MOST, type ProseRule } from './prose-rule'

const rule = 'X-3'

/** A government's own report must not speak as the district's: text and tables have one scope (domain.md 0, point 5). */
export const scopeWords: ProseRule = (prose, context) => {
  const { scope, publisher } = context.draft
  if (scope !== 'organ' || publisher.kind !== 'government') return []
  return [...prose.text.matchAll(AGGREGATES)]
    .slice(0, MOST)
    .map((match) =>
      findingAt(
        prose,
        context,
        { start: match.index, end: match.index + match[0].length },
        { rule, severity: 'warning', message: messages.scopeWords(match[0]) },
      ),
    )
}

export function scopeField({ scope, publisher }: Pick<Draft, 'scope' | 'publisher'>): Finding[] {
  if (scope !== 'organ' || !publisher.aggregates?.trim()) return []
  const field = 'publisher.aggregates'
  const found = publisher.aggregates
  const message = messages.scopeField
  return [{ rule, severity: 'warning', chapter: 'basics', cells: [], field, message, found }]
}

const AGGREGATES =
  /(?:汇总|综合)了?[^，。；\n]{0,16}(?:部门|乡镇|街道|单位)[^，。；\n]{0,16}(?:数据|情况|编制)|数据汇总[^，。；\n]{0,16}(?:部门|乡镇|街道)/gu
