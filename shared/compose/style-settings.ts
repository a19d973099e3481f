import { gb9704, type Style, type TextStyle } from './style'
import { type StyleVariant, styleWith } from './style-variant'

/** The fonts an office chooses, each for all the texts that the standard sets in one. */
export const fontSettings = [
  'title',
  'heading1',
  'heading2',
  'body',
  'digits',
  'table',
  'pageNumber',
] as const

export type FontSetting = (typeof fontSettings)[number]

type FontKey = 'font' | 'latinFont'
type TextKey = keyof Style['text']

/** What is set in each; the table's text is none of the others'. Digits of a heading are its own font's. */
const places: Record<FontSetting, { texts: TextKey[]; table?: true; keys: FontKey[] }> = {
  title: { texts: ['title'], keys: ['font', 'latinFont'] },
  heading1: { texts: ['heading1'], keys: ['font', 'latinFont'] },
  heading2: { texts: ['heading2'], keys: ['font', 'latinFont'] },
  body: { texts: ['body', 'heading3', 'heading4', 'caption'], keys: ['font'] },
  digits: {
    texts: ['body', 'heading3', 'heading4', 'caption', 'issuingLine'],
    table: true,
    keys: ['latinFont'],
  },
  table: { texts: [], table: true, keys: ['font'] },
  pageNumber: { texts: ['pageNumber'], keys: ['font', 'latinFont'] },
}

/** The font of a setting as a style has it. */
export function fontIn(style: Style, setting: FontSetting): string {
  const { texts, keys } = places[setting]
  const [text] = texts
  return (text === undefined ? style.table.text : style.text[text])[keys[0] ?? 'font']
}

/** The variant with another font; '' is the standard's. */
export function withFont(variant: StyleVariant, setting: FontSetting, font: string): StyleVariant {
  const { texts, table, keys } = places[setting]
  const chosen = font === '' ? fontIn(gb9704, setting) : font
  const look: Partial<TextStyle> = Object.fromEntries(keys.map((key) => [key, chosen]))
  return changed(variant, {
    text: Object.fromEntries(texts.map((text) => [text, look])),
    ...(table && { table: { text: look } }),
  })
}

/** The variant with another pitch from line to line, in points. */
export function withLinePitch(variant: StyleVariant, linePitch: number): StyleVariant {
  return changed(variant, { linePitch })
}

/** The variant with something else around the page number. */
export function withPageNumber(variant: StyleVariant, pageNumber: Style['pageNumber']): StyleVariant {
  return changed(variant, { pageNumber })
}

/** How many lines a full page of text has. */
export function linesPerPage({ page, linePitch }: Style): number {
  const height = ((page.height - page.margin.top - page.margin.bottom) / 25.4) * 72
  return Math.floor(height / linePitch)
}

/** What is as the standard has it is not said: where the standard's numbers move, the office's follow. */
function changed(variant: StyleVariant, change: StyleVariant): StyleVariant {
  return (difference(gb9704, styleWith(gb9704, variant, change)) ?? {}) as StyleVariant
}

/** undefined: they are the same. A list counts as a whole. */
function difference(standard: unknown, own: unknown): unknown {
  if (!isRecord(standard) || !isRecord(own))
    return JSON.stringify(standard) === JSON.stringify(own) ? undefined : own
  const entries = Object.entries(own).flatMap(([key, value]) => {
    const differs = difference(standard[key], value)
    return differs === undefined ? [] : [[key, differs]]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
