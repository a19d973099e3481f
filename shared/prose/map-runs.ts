import type { BlockOf, Run, TextRun } from '../draft/draft'

/** The blocks with every stretch of their text replaced; captions and what holds no runs stay. */
export function mapRuns<From extends Run, To extends Run>(
  blocks: BlockOf<From>[],
  change: (runs: From[]) => To[],
): BlockOf<To>[] {
  return blocks.map((block) => changeRuns(block, change))
}

function changeRuns<From extends Run, To extends Run>(
  block: BlockOf<From>,
  change: (runs: From[]) => To[],
): BlockOf<To> {
  switch (block.kind) {
    case 'heading':
    case 'numbered':
    case 'paragraph':
      return { ...block, text: change(block.text) }
    case 'runInHeading':
      return { ...block, heading: change(block.heading), text: change(block.text) }
    case 'list':
      return { ...block, items: block.items.map(change) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(change)) }
    case 'image':
      return block
  }
}

/** The runs of a block line by line, as slotLines counts its lines; a caption has none. */
export function lineRuns<R extends Run>(block: BlockOf<R>): (R | TextRun)[][] {
  switch (block.kind) {
    case 'heading':
    case 'numbered':
    case 'paragraph':
      return [block.text]
    case 'runInHeading':
      return [[...block.heading, ...block.text]]
    case 'list':
      return block.items
    case 'table':
      return block.rows.map((row) =>
        row.flatMap((cell, index): (R | TextRun)[] =>
          index === 0 ? cell : [{ kind: 'text', text: '\t' }, ...cell],
        ),
      )
    case 'image':
      return [[]]
  }
}
