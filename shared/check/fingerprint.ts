import type { Finding } from './finding'

/**
 * What a waiver remembers a finding by: its rule and its place, so that a finding once kept stays kept when the check
 * runs again. Numbers are left out; but what is missing has no place of its own and is told apart by what was expected.
 */
export function fingerprint({ rule, chapter, cells, field, text, expected }: Finding): string {
  if (cells.length > 0) return `${rule}@${cells.join(',')}`
  if (field !== undefined) return `${rule}@${field === 'chapterTitle.own' ? `${chapter}.${field}` : field}`
  if (text) return `${rule}@${text.slot}:${text.quote}${text.occurrence ? `#${text.occurrence}` : ''}`
  return `${rule}@${chapter}:${expected ?? ''}`
}
