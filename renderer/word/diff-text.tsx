import type { DiffPart } from '../../shared/compare/text-diff'
import { MarkedParts } from '../shell/marked-parts'

/** A text with what was taken out of it and what was written into it. */
export function DiffText({ parts, blank = '' }: { parts: DiffPart[]; blank?: string }) {
  return <p className="edit-text">{parts.length === 0 ? blank : <MarkedParts parts={parts} />}</p>
}
