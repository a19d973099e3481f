import { preambleText } from '../../shared/compose/preamble'
import { printedLines } from '../../shared/compose/printed-text'
import { titleOnOneLine } from '../../shared/compose/title'
import type { Draft } from '../../shared/draft/draft'
import { computeFigures } from '../../shared/draft/figures'
import type { Format } from '../../shared/format/format'
import { proseSlots } from '../../shared/format/slots'
import { printedDraft } from '../../shared/linked/printed-prose'
import { slotText } from '../../shared/prose/plain-text'

/** Tests only. What a reader of the report sees of a draft: what must be the same after it was read back. */
export function seen(draft: Draft, format: Format) {
  const { name, address, postcode, phone, email } = draft.publisher
  return {
    format: format.id,
    title: titleOnOneLine(draft).replace(/\s+/gu, ''),
    year: draft.year,
    publisher: name,
    contact: { address, postcode, phone, email },
    preamble: printedLines(preambleText(draft, format)).join('\n'),
    prose: Object.fromEntries(
      proseSlots(format).map(({ slot }) => [
        slot,
        slotText(printedDraft(draft, format).prose[slot] ?? [], draft.numbering),
      ]),
    ),
    figures: shownFigures(draft, format),
    signature: draft.signature,
  }
}

/** Every cell as `figures` prints it, blank ones left out. */
export function shownFigures(draft: Draft, format: Format): Record<string, string> {
  return Object.fromEntries(
    [...computeFigures(format, draft.figures)].flatMap(([cell, value]) =>
      value.kind === 'blank' ? [] : [[cell, value.text]],
    ),
  )
}
