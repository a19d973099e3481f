import { child, childValue, type XmlNode } from './xml-tree'

/** What a paragraph style says about the paragraph's place in the document. */
export interface ParagraphStyle {
  outline?: number
  numbering?: { list: string; level: number }
}

/** The styles of a document by id, each with what it takes over from the one it is based on. */
export function paragraphStyles(styles: XmlNode | undefined): Map<string, ParagraphStyle> {
  const nodes = new Map(
    (styles?.children ?? [])
      .filter(({ name, attributes }) => name === 'style' && attributes.styleId !== undefined)
      .map((node) => [node.attributes.styleId ?? '', node]),
  )
  return new Map([...nodes].map(([id]) => [id, styleOf(id, nodes)]))
}

/** A chain longer than this goes in a circle. */
const LONGEST_CHAIN = 12

function styleOf(id: string, nodes: Map<string, XmlNode>, depth = 0): ParagraphStyle {
  const node = nodes.get(id)
  if (!node || depth > LONGEST_CHAIN) return {}
  const based = childValue(node, 'basedOn')
  const inherited = based === undefined ? {} : styleOf(based, nodes, depth + 1)
  return { ...inherited, ...ownProperties(child(node, 'pPr')) }
}

/** Outline level and numbering that stand in a paragraph's or a style's properties. */
export function ownProperties(properties: XmlNode | undefined): ParagraphStyle {
  const outline = Number(childValue(properties, 'outlineLvl') ?? Number.NaN)
  const list = child(properties, 'numPr')
  const id = childValue(list, 'numId')
  return {
    ...(Number.isInteger(outline) && { outline }),
    ...(id !== undefined && { numbering: { list: id, level: Number(childValue(list, 'ilvl') ?? 0) } }),
  }
}
