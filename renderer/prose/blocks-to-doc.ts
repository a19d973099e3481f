import { type Attrs, Fragment, type Mark, type Node } from 'prosemirror-model'
import type { Block, FigureRun, Run } from '../../shared/draft/draft'
import { proseSchema } from './schema'
import { framedNodes } from './table-frame'

const { nodes, marks } = proseSchema

/** The blocks as the editor holds them; never empty, so that there is always a place to write. */
export function blocksToDoc(blocks: Block[]): Node {
  const framed = framedNodes(blocks.flatMap(blockNodes))
  return nodes.doc.create(null, framed.length > 0 ? framed : nodes.paragraph.create())
}

/** The editor's nodes for one block: a list is a node for each item. */
export function blockNodes(block: Block): Node[] {
  switch (block.kind) {
    case 'paragraph':
      return [nodes.paragraph.create(null, textNodes(block.text))]
    case 'heading':
    case 'numbered':
      return [nodes[block.kind].create({ level: block.level }, textNodes(block.text))]
    case 'runInHeading': {
      const heading = textNodes(block.heading).map((node) =>
        node.mark(marks.lead.create().addToSet(node.marks)),
      )
      return [nodes.runInHeading.create({ level: block.level }, [...heading, ...textNodes(block.text)])]
    }
    case 'list':
      return block.items.map((item, index) => nodes.listItem.create({ starts: index === 0 }, textNodes(item)))
    case 'image':
      return [
        nodes.image.create({ image: block.image }, block.caption ? proseSchema.text(block.caption) : null),
      ]
    case 'table':
      return tableNode(block.rows, block.header)
  }
}

/** Rows of unequal length are filled up with empty cells; a table without cells is none. */
function tableNode(rows: Run[][][], header: boolean): Node[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (columns === 0) return []
  const lines = rows.map((row, index) => {
    const cell = header && index === 0 ? nodes.table_header : nodes.table_cell
    const cells = Array.from({ length: columns }, (_, column) =>
      cell.create(null, nodes.cellText.create(null, textNodes(row[column] ?? []))),
    )
    return nodes.table_row.create(null, cells)
  })
  return [nodes.table.create(null, Fragment.from(lines))]
}

function textNodes(runs: Run[]): Node[] {
  return runs.flatMap((run) => {
    if (run.kind === 'figure') return nodes.figure.create(figureAttrs(run), null, looksOf(run))
    return run.text === '' ? [] : proseSchema.text(run.text, looksOf(run))
  })
}

function figureAttrs({ value, style }: FigureRun): Attrs {
  return { value, style }
}

function looksOf(run: Run): Mark[] {
  const carried = run.kind === 'text' && run.carried
  return [...(run.bold ? [marks.bold.create()] : []), ...(carried ? [marks.carried.create()] : [])]
}
