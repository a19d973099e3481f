import type { Draft } from './draft'

/** Places that are changed one by one; everything else is one place as a whole. */
const collections = ['publisher', 'prose', 'figures', 'chapterTitles', 'signature'] as const

/**
 * Two drafts that grew from one, `base`, as one draft with the changes of both: figure by figure, the prose of each
 * slot as a whole. undefined where both changed a place in different ways: only a person can say which is right; and
 * where the report became one of another year, format or scope.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Draft | undefined {
  const isSameReport = ({ format, year, scope }: Draft) =>
    format === base.format && year === base.year && scope === base.scope
  if (!isSameReport(mine) || !isSameReport(theirs)) return undefined
  const top = mergeMaps(without(base), without(mine), without(theirs))
  if (top === undefined) return undefined
  const parts: Partial<Record<string, object>> = {}
  for (const name of collections) {
    const part = mergeMaps({ ...base[name] }, { ...mine[name] }, { ...theirs[name] })
    if (part === undefined) return undefined
    parts[name] = part
  }
  // No picture is left out: prose that stays may show it.
  return { ...top, ...parts, images: { ...theirs.images, ...mine.images } } as unknown as Draft
}

type Values = Record<string, unknown>

function without({ publisher, prose, figures, chapterTitles, signature, images, ...rest }: Draft): Values {
  return rest
}

function mergeMaps(base: Values, mine: Values, theirs: Values): Values | undefined {
  const merged: Values = {}
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, here, there] = [base[key], mine[key], theirs[key]]
    const isMine = isSame(was, there) || isSame(here, there)
    if (!isMine && !isSame(was, here)) return undefined
    const value = isMine ? here : there
    if (value !== undefined) merged[key] = value
  }
  return merged
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
