import type { Finding } from './finding'

/**
 * What a waiver remembers a finding by: its rule and its place. The numbers are left out, so that a finding once
 * kept stays kept when the check runs again.
 */
export function fingerprint({ rule, chapter, cells, field, text }: Finding): string {
  const place = cells.length > 0 ? cells.join(',') : (field ?? `${chapter}:${text?.quote ?? ''}`)
  return `${rule}@${place}`
}
