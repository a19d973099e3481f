import type { Style } from '../compose/style'
import { fontChoices, fontsOf } from './fonts'

/** A font the style names and this computer lacks. */
export interface MissingFont {
  font: string
  /** The font our own pages are set in instead; undefined: whatever the system chooses. */
  standIn?: string
}

/** The fonts a style names that are not installed, Chinese ones first as the style has them. */
export function missingFonts(style: Style, installed: Iterable<string>): MissingFont[] {
  const known = new Set([...installed].map((name) => name.toLowerCase()))
  const isInstalled = (names: string[]) => names.some((name) => known.has(name.toLowerCase()))
  return fontsOf(style).flatMap((font): MissingFont[] => {
    const [itself, ...others] = fontChoices(font, style)
    if (itself && isInstalled(itself.names)) return []
    const standIn = others.find(({ names }) => isInstalled(names))?.font
    return [{ font, ...(standIn !== undefined && { standIn }) }]
  })
}
