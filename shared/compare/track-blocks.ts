import type { Change, DocumentBlock } from '../compose/document'
import { align, type Pair } from './align'
import { likeness } from './likeness'
import { runsText, trackRuns } from './track-runs'
import { trackTable } from './track-table'

/** Last year's blocks and this year's as one list: what was removed and what was added, marked as such. */
export function trackBlocks(last: DocumentBlock[], now: DocumentBlock[], by: string): DocumentBlock[] {
  return align(last, now, blockLikeness).flatMap((pair) => trackPair(pair, by))
}

function trackPair(pair: Pair<DocumentBlock>, by: string): DocumentBlock[] {
  switch (pair.kind) {
    case 'both':
      return trackBlock(pair.last, pair.now, by)
    case 'removed':
      return [changedBlock(pair.last, { kind: 'removed', by })]
    case 'added':
      return [changedBlock(pair.now, { kind: 'added', by })]
  }
}

/** The block as one that was added or removed as a whole; of a table all its rows. */
export function changedBlock(block: DocumentBlock, change: Change): DocumentBlock {
  if (block.kind !== 'table') return { ...block, change }
  const rowChanges = block.table.rows.map(() => change)
  return { ...block, table: { ...block.table, rowChanges }, change }
}

/** Only blocks of one kind and level become one another. */
function blockLikeness(last: DocumentBlock, now: DocumentBlock): number {
  if (last.kind === 'table' && now.kind === 'table') return tableLikeness(last, now)
  if (last.kind === 'image' && now.kind === 'image')
    return last.image.data === now.image.data && last.alt === now.alt ? 1 : 0
  if ('level' in last && 'level' in now && last.level !== now.level) return 0
  if (last.kind !== now.kind) return 0
  const [before, after] = [blockText(last), blockText(now)]
  if (hasRuns(last)) return likeness(before, after)
  return before === after ? 1 : 0
}

type Table = DocumentBlock & { kind: 'table' }

/** An official table is the other year's of the same id; a table of the clerk's own is known by what stands in it. */
function tableLikeness({ table: last }: Table, { table: now }: Table): number {
  if (last.id !== now.id) return 0
  if (last.id !== undefined) return 0.9
  return likeness(tableText(last), tableText(now))
}

function tableText({ rows }: Table['table']): string {
  return rows.map((row) => row.map(({ runs }) => runsText(runs)).join('\t')).join('\n')
}

function trackBlock(last: DocumentBlock, now: DocumentBlock, by: string): DocumentBlock[] {
  if (last.kind === 'runInHeading' && now.kind === 'runInHeading') {
    const heading = trackRuns(last.heading, now.heading, by)
    return [{ ...now, heading, runs: trackRuns(last.runs, now.runs, by) }]
  }
  if (hasRuns(last) && hasRuns(now)) return [{ ...now, runs: trackRuns(last.runs, now.runs, by) }]
  if (last.kind === 'table' && now.kind === 'table') {
    const table = trackTable(last.table, now.table, by)
    if (table) return [{ kind: 'table', table }]
    return [changedBlock(last, { kind: 'removed', by }), changedBlock(now, { kind: 'added', by })]
  }
  return [now]
}

function hasRuns(
  block: DocumentBlock,
): block is DocumentBlock & { kind: 'heading' | 'paragraph' | 'runInHeading' } {
  return block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'runInHeading'
}

/** What tells a block from another of its kind. */
function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'title':
      return block.lines.join('\n')
    case 'issuingLine':
    case 'caption':
      return block.text
    case 'heading':
    case 'paragraph':
      return runsText(block.runs)
    case 'runInHeading':
      return runsText([...block.heading, ...block.runs])
    case 'signature':
      return [block.name ?? '', block.date ?? ''].join('\n')
    case 'image':
    case 'table':
      return ''
  }
}
