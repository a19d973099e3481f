import type { Fragment, Node } from 'prosemirror-model'
import type { Block, Run, TextRun } from '../../shared/draft/draft'
import { runOf } from './figure-view'
import { proseSchema } from './schema'

const { marks, nodes } = proseSchema

/** The prose as it is stored: the app's own blocks. Empty paragraphs print nothing and are left out. */
export function docToBlocks(doc: Node): Block[] {
  return contentToBlocks(doc.content)
}

/** The blocks of some of a document's nodes, such as those before the caret. */
export function contentToBlocks(content: Fragment): Block[] {
  const blocks: Block[] = []
  content.forEach((node) => {
    if (node.type !== nodes.listItem) {
      blocks.push(...storedBlock(node))
      return
    }
    const list = blocks.at(-1)
    if (list?.kind === 'list' && !node.attrs.starts) list.items.push(runsOf(node.content))
    else blocks.push({ kind: 'list', items: [runsOf(node.content)] })
  })
  return blocks
}

function storedBlock(node: Node): Block[] {
  switch (node.type) {
    case nodes.heading:
      return [{ kind: 'heading', level: node.attrs.level, text: runsOf(node.content) }]
    case nodes.numbered:
      return [{ kind: 'numbered', level: node.attrs.level, text: runsOf(node.content) }]
    case nodes.runInHeading: {
      const lead = leadSize(node)
      const heading = runsOf(node.content.cut(0, lead))
      return [
        { kind: 'runInHeading', level: node.attrs.level, heading, text: runsOf(node.content.cut(lead)) },
      ]
    }
    case nodes.image: {
      const caption = node.textContent
      return [{ kind: 'image', image: node.attrs.image, ...(caption === '' ? {} : { caption }) }]
    }
    case nodes.table:
      return [{ kind: 'table', header: hasHeader(node), rows: tableRows(node) }]
    default:
      return node.content.size > 0 ? [{ kind: 'paragraph', text: runsOf(node.content) }] : []
  }
}

/** How far the heading reaches into a run-in heading. */
export function leadSize(node: Node): number {
  let size = 0
  for (const child of node.children) {
    if (!marks.lead.isInSet(child.marks)) break
    size += child.nodeSize
  }
  return size
}

/** Whether the table's first row is its header. */
export function hasHeader(table: Node): boolean {
  return table.firstChild?.firstChild?.type === nodes.table_header
}

function tableRows(table: Node): Run[][][] {
  return table.children.map((row) => row.children.map((cell) => runsOf(cell.firstChild?.content)))
}

function runsOf(content: Fragment | undefined): Run[] {
  const runs: Run[] = []
  content?.forEach((node) => {
    const { text = '', marks: looks } = node
    const bold = marks.bold.isInSet(looks) && { bold: true as const }
    if (node.type === nodes.figure) {
      runs.push({ kind: 'figure', ...runOf(node), ...bold })
      return
    }
    const carried = marks.carried.isInSet(looks) && { carried: true as const }
    const run: TextRun = { kind: 'text', text, ...bold, ...carried }
    const last = runs.at(-1)
    if (last?.kind === 'text' && last.bold === run.bold && last.carried === run.carried) last.text += text
    else runs.push(run)
  })
  return runs
}
