import type { DocumentBlock } from '../../../shared/compose/document'
import type { Style } from '../../../shared/compose/style'

export type Orientation = 'portrait' | 'landscape'

/** Blocks that follow each other on pages of one orientation. */
export interface PageRun {
  orientation: Orientation
  blocks: DocumentBlock[]
}

/** A table the style wants on its side has a landscape page of its own; the heading right above it goes along. */
export function pageRuns(blocks: DocumentBlock[], { table: { landscape } }: Style): PageRun[] {
  const runs: PageRun[] = [{ orientation: 'portrait', blocks: [] }]
  for (const block of blocks) {
    const last = runs.at(-1)?.blocks ?? []
    const isTurned = block.kind === 'table' && landscape.tables.some((id) => id === block.table.id)
    if (!isTurned) last.push(block)
    else {
      const heading = last.at(-1)?.kind === 'heading' ? last.splice(-1) : []
      runs.push(
        { orientation: 'landscape', blocks: [...heading, block] },
        { orientation: 'portrait', blocks: [] },
      )
    }
  }
  const filled = runs.filter((run) => run.blocks.length > 0)
  return filled.length > 0 ? filled : runs
}
