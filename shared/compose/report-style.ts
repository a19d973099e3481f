import { gb9704, type Style, type TextStyle } from './style'
import { type StyleVariant, styleWith } from './style-variant'

/**
 * The style a report is laid out in: the standard's, over it what the office has set for all its reports, over that
 * what is the report's own. A font of the office's that is missing on a computer is stood in for by the standard's
 * font of the same text, and by what stands in for that.
 */
export function reportStyle(...variants: (StyleVariant | undefined)[]): Style {
  const style = styleWith(gb9704, ...variants)
  const standIns = { ...style.standIns }
  const substitutes = { ...style.substitutes }
  for (const { own, standard } of chosenFonts(style)) {
    standIns[own] ??= [standard, ...(style.standIns[standard] ?? [])].filter((name) => name !== own)
    const substitute = style.substitutes[standard]
    if (substitute !== undefined && substitute !== own) substitutes[own] ??= substitute
  }
  return { ...style, standIns, substitutes }
}

/** The fonts that are not the standard's, each with the one whose place it takes. */
function chosenFonts(style: Style): { own: string; standard: string }[] {
  const texts = Object.keys(gb9704.text) as (keyof Style['text'])[]
  const pairs: [TextStyle, TextStyle][] = [
    ...texts.map((text): [TextStyle, TextStyle] => [style.text[text], gb9704.text[text]]),
    [style.table.text, gb9704.table.text],
  ]
  return pairs
    .flatMap(([own, standard]) => [
      { own: own.font, standard: standard.font },
      { own: own.latinFont, standard: standard.latinFont },
    ])
    .filter(({ own, standard }) => own !== standard)
}
