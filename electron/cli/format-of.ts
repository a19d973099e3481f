import type { Draft } from '../../shared/draft/draft'
import type { Format } from '../../shared/format/format'
import { formatById } from '../../shared/format/formats'

/** The format of a draft that was read from a file; reading refuses any other. */
export function formatOf(draft: Draft): Format {
  const format = formatById(draft.format)
  if (!format) throw new Error(`No format ${draft.format}`)
  return format
}
