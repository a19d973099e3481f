import { chineseNumeral } from '../../shared/prose/marks'
import { child, childValue, type XmlNode } from './xml-tree'

interface ListLevel {
  start: number
  format: string
  /** %1 stands for the number of the first level. */
  text: string
}

/** Counts the paragraphs Word numbers by itself. */
export interface ListNumbers {
  /** The number of the next paragraph of this list and level, as printed; '' for a bullet or no number. */
  next(list: string, level: number): string
}

/** @param numbering root of word/numbering.xml */
export function listNumbers(numbering: XmlNode | undefined): ListNumbers {
  const definitions = listDefinitions(numbering)
  const counts = new Map<string, number[]>()
  return {
    next(list, level) {
      const definition = definitions.get(list)
      const own = definition?.levels[level]
      if (!definition || !own || own.format === 'bullet') return ''
      const counted = counts.get(definition.counter) ?? []
      counts.set(definition.counter, counted)
      counted[level] = (counted[level] ?? own.start - 1) + 1
      counted.length = level + 1
      return own.text.replace(/%(\d)/gu, (_match, digit: string) => {
        const at = Number(digit) - 1
        const { start = 1, format = 'decimal' } = definition.levels[at] ?? {}
        return numeral(format, counted[at] ?? start)
      })
    },
  }
}

interface ListDefinition {
  /** Lists of one abstract definition count on together, unless one starts anew. */
  counter: string
  levels: (ListLevel | undefined)[]
}

function listDefinitions(numbering: XmlNode | undefined): Map<string, ListDefinition> {
  const children = numbering?.children ?? []
  const abstract = new Map(
    children
      .filter(({ name }) => name === 'abstractNum')
      .map((node) => [node.attributes.abstractNumId ?? '', levelsOf(node)]),
  )
  return new Map(
    children
      .filter(({ name }) => name === 'num')
      .map((node): [string, ListDefinition] => {
        const id = node.attributes.numId ?? ''
        const base = childValue(node, 'abstractNumId') ?? ''
        const overrides = node.children.filter(({ name }) => name === 'lvlOverride')
        const levels = [...(abstract.get(base) ?? [])]
        for (const override of overrides) {
          const at = Number(override.attributes.ilvl)
          const known = levelsOf(override)[at] ?? levels[at]
          const start = Number(childValue(override, 'startOverride') ?? known?.start)
          if (known) levels[at] = { ...known, start }
        }
        return [id, { counter: overrides.length > 0 ? `num ${id}` : base, levels }]
      }),
  )
}

function levelsOf(node: XmlNode): (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = []
  for (const level of node.children.filter(({ name }) => name === 'lvl')) {
    const at = Number(level.attributes.ilvl)
    if (!(at >= 0 && at <= 8)) continue
    levels[at] = {
      start: Number(childValue(level, 'start') ?? 1),
      format: childValue(level, 'numFmt') ?? 'decimal',
      text: child(level, 'lvlText')?.attributes.val ?? '',
    }
  }
  return levels
}

function numeral(format: string, count: number): string {
  if (format === 'none') return ''
  if (/^(chinese|taiwanese|ideographTraditional|japaneseCounting|ideographDigital)/u.test(format))
    return chineseNumeral(count)
  return String(count)
}
