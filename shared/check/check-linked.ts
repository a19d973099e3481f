import type { Draft } from '../draft/draft'
import type { Format } from '../format/format'
import { proseSlots } from '../format/slots'
import type { Trouble } from '../linked/evaluate'
import { figureName } from '../linked/figure-name'
import { linkedFigures } from '../linked/linked-figures'
import { printedBlocks } from '../linked/printed-prose'
import { tableValues } from '../linked/table-values'
import { placeIn, slotProse } from './content/slot-prose'
import type { Finding } from './finding'
import { linkedCell, linkedTroubles, linkedWithoutNumber } from './messages'

/** Linked figures without a number to show (L-1): what stands in their place must not go out unseen. */
export function checkLinked(draft: Draft, format: Format): Finding[] {
  const values = tableValues(draft, format)
  return proseSlots(format).flatMap(({ slot, chapter }) => {
    const blocks = draft.prose[slot]
    if (!blocks) return []
    return linkedFigures(blocks, draft.numbering, values).flatMap((figure): Finding[] => {
      const { run, start, end, text, trouble } = figure
      if (!trouble) return []
      const prose = slotProse(slot, printedBlocks(blocks, values), draft.numbering)
      const message = linkedWithoutNumber(figureName(run.value, values.info), reasonOf(trouble))
      const place = placeIn(prose, start, end)
      return [
        {
          rule: 'L-1',
          severity: 'warning',
          chapter: chapter.id,
          cells: [],
          text: place,
          message,
          found: text,
        },
      ]
    })
  })

  function reasonOf(trouble: Trouble): string {
    if (trouble.kind !== 'blank' && trouble.kind !== 'unknownCell') return linkedTroubles[trouble.kind]
    const name = values.info(trouble.cell)?.name ?? trouble.cell
    return linkedCell(`${trouble.previous ? '上年' : ''}${name}`, trouble.kind)
  }
}
