import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An element by its local name; text only where a reader of the tree asked for it. */
export interface XmlNode {
  name: string
  /** Attributes by local name. */
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

/** XML that goes beyond what any report needs: refused, not read. */
export class XmlTooLarge extends Error {}

/** A thousand pages; what is larger would take more time and memory than a report is worth. */
const MOST_NODES = 400_000
const DEEPEST = 400
/** Bytes handed to the parser at a time. */
const CHUNK = 65_536

/**
 * The tree of an Office file's part. Elements named in `skipped` are left out with all they hold. Nothing is fetched and
 * no entity is expanded: throws on a document type, on XML that is not well formed and on too much of it.
 */
export function readXml(bytes: Uint8Array, skipped: ReadonlySet<string>): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let skipping = 0
  let count = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => {
    throw new Error('An Office file has no document type.')
  })
  parser.on('opentag', (tag) => {
    if (skipping > 0 || skipped.has(tag.local)) {
      skipping++
      if (skipping > DEEPEST) throw new XmlTooLarge()
      return
    }
    count++
    if (count > MOST_NODES || open.length > DEEPEST) throw new XmlTooLarge()
    const node = { name: tag.local, attributes: attributesOf(tag), children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (skipping === 0 && node) node.text += text
  })
  parser.on('cdata', (text) => {
    const node = open.at(-1)
    if (skipping === 0 && node) node.text += text
  })
  parser.on('closetag', () => {
    if (skipping > 0) skipping--
    else open.pop()
  })
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  for (let at = 0; at < bytes.length; at += CHUNK)
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
  parser.write(decoder.decode()).close()
  return root.children[0] ?? root
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

const none: Record<string, string> = Object.freeze({})

function attributesOf({ attributes }: SaxesTagNS): Record<string, string> {
  let found: Record<string, string> | undefined
  for (const { local, value, prefix } of Object.values(attributes)) {
    if (prefix === 'xmlns' || local === 'xmlns') continue
    found ??= {}
    found[local] = value
  }
  return found ?? none
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name)
}

/** The value of the usual element of WordprocessingML; undefined: there is none. */
export function childValue(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes.val
}

/** An on-off property: there and not switched off (ECMA-376, 17.17.4). */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = child(node, name)
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes.val ?? '')
}
