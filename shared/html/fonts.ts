import type { Style, TextStyle } from '../compose/style'

/** Every font the style names, each once, Chinese ones and those of digits. */
export function fontsOf(style: Style): string[] {
  const texts = [...Object.values(style.text), style.table.text]
  return [...new Set(texts.flatMap(({ font, latinFont }) => [font, latinFont]))]
}

/** The names of a font, then of what stands in for it, in the order in which a page asks for them. */
export function fontChoices(font: string, style: Style): { font: string; names: string[] }[] {
  return [font, ...(style.standIns[font] ?? [])].map((choice) => ({
    font: choice,
    names: [choice, ...(style.otherNames[choice] ?? [])],
  }))
}

/** A CSS font list for a text: digits and Latin letters from one font, everything else from the Chinese one. */
export function fontFamily({ font, latinFont }: TextStyle, style: Style): string {
  const latin = latinFont === font ? [] : [latinFace(latinFont)]
  const names = fontChoices(font, style).flatMap((choice) => choice.names)
  return [...[...latin, ...names].map(cssString), 'serif'].join(', ')
}

/**
 * The fonts of digits and Latin letters as faces that hold nothing else: a Latin font in front of the list would
 * also give “ ” — … · , which belong to the Chinese text, its own narrow shapes.
 */
export function latinFaces(style: Style): string {
  const texts = [...Object.values(style.text), style.table.text]
  const fonts = new Set(texts.flatMap(({ font, latinFont }) => (latinFont === font ? [] : [latinFont])))
  return [...fonts]
    .flatMap((font) => [latinFaceRule(font, style), latinFaceRule(font, style, ' Bold')])
    .join('\n')
}

function latinFaceRule(font: string, style: Style, bold: '' | ' Bold' = ''): string {
  const names = fontChoices(font, style).flatMap((choice) => choice.names)
  const sources = names.map((name) => `local(${cssString(name + bold)})`).join(', ')
  const weight = bold ? 'bold' : 'normal'
  return `@font-face { font-family: ${cssString(latinFace(font))}; font-weight: ${weight}; src: ${sources}; unicode-range: U+20-7E, U+A0-A6, U+A9-B6, U+B8-24F; }`
}

function latinFace(font: string): string {
  return `Latin ${font}`
}

/** A name as a CSS string; what could end the string or the style element is escaped. */
export function cssString(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{N} _\-—.]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  )
  return `"${safe}"`
}
