import type { Document, DocumentBlock } from '../../shared/compose/document'
import type { Format } from '../../shared/format/format'
import type { Step, Target } from '../desk/place'

/** The block of the document that shows what the caret is at, by its place. */
export function blockAt(
  { blocks }: Pick<Document, 'blocks'>,
  format: Format,
  step: Step,
  target: Target,
): number {
  const chapters = blocks.flatMap((block, index) => (isChapter(block) ? [index] : []))
  const chapter = format.chapters.findIndex(({ id }) => id === step)
  if (chapter === -1) return blockOutsideChapters(blocks, step, target)
  const heading = chapters[chapter] ?? 0
  const table = blocks.findIndex(
    ({ kind }, index) => kind === 'table' && index > heading && index < (chapters[chapter + 1] ?? Infinity),
  )
  if (table === -1) return heading
  if (target.kind === 'cell') return table
  return target.kind === 'slot' && target.slot.endsWith('.after') ? nextBlock(blocks, table) : heading
}

function blockOutsideChapters(blocks: DocumentBlock[], step: Step, target: Target): number {
  if (step === 'preamble')
    return Math.max(
      0,
      blocks.findIndex(({ kind }) => kind === 'paragraph'),
    )
  const isSignature = target.kind === 'field' && target.field.startsWith('signature')
  return isSignature
    ? Math.max(
        0,
        blocks.findIndex(({ kind }) => kind === 'signature'),
      )
    : 0
}

function nextBlock(blocks: DocumentBlock[], index: number): number {
  return Math.min(index + 1, blocks.length - 1)
}

function isChapter(block: DocumentBlock): boolean {
  return block.kind === 'heading' && block.level === 1
}

/** The first block that reads otherwise than before; undefined: none does. */
export function changedBlock(before: DocumentBlock[], after: DocumentBlock[]): number | undefined {
  const index = after.findIndex((block, place) => !isSame(before[place], block))
  if (index !== -1) return index
  return before.length > after.length ? after.length - 1 : undefined
}

function isSame(before: DocumentBlock | undefined, after: DocumentBlock): boolean {
  // Pictures are megabytes of text, and never change in place.
  if (before?.kind === 'image' && after.kind === 'image') return before.image === after.image
  return JSON.stringify(before) === JSON.stringify(after)
}
