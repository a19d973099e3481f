import { hasChange, type TrackedPart } from '../../shared/compare/track-reports'
import type { DocumentBlock } from '../../shared/compose/document'
import { texts } from './comparison.texts'
import { TrackedBlock } from './tracked-text'

/** The text of a part of the report in both years; what stayed is folded away. */
export function ComparedPart({ part, name }: { part: TrackedPart; name: string }) {
  const id = `compared-${part.id}`
  const stretches = stretchesOf(part.blocks.filter(isText))
  return (
    <section className="compared-part" aria-labelledby={id}>
      <h3 className="compared-part-name" id={id} tabIndex={-1}>
        {name}
      </h3>
      {stretches.every(({ isSame }) => isSame) ? <p className="field-hint">{texts.same}</p> : null}
      {stretches.map(({ isSame, blocks, start }) =>
        isSame ? (
          <details key={start} className="compared-same">
            <summary>{texts.sameParagraphs(blocks.length)}</summary>
            <Blocks blocks={blocks} />
          </details>
        ) : (
          <div key={start} className="compared-changed">
            <Blocks blocks={blocks} />
          </div>
        ),
      )}
    </section>
  )
}

function Blocks({ blocks }: { blocks: DocumentBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names, and the list is made anew as a whole
  return blocks.map((block, index) => <TrackedBlock key={index} block={block} />)
}

/** The official tables are told figure by figure, and a chapter's own heading by its name. */
function isText(block: DocumentBlock): boolean {
  if (block.kind === 'table') return block.table.id === undefined
  return block.kind !== 'heading' || block.level > 1 || hasChange(block)
}

interface Stretch {
  isSame: boolean
  /** Index of its first block. */
  start: number
  blocks: DocumentBlock[]
}

function stretchesOf(blocks: DocumentBlock[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, block] of blocks.entries()) {
    const isSame = !hasChange(block)
    const last = stretches.at(-1)
    if (last?.isSame === isSame) last.blocks.push(block)
    else stretches.push({ isSame, start: index, blocks: [block] })
  }
  return stretches
}
