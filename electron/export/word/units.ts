import type { Style } from '../../../shared/compose/style'

/** A twip is a twentieth of a point; Word counts the page in them. */
export function twipsOfPoints(points: number): number {
  return Math.round(points * 20)
}

export function twipsOfMillimetres(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

/** Font sizes are counted in half-points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2)
}

/** The page in twips. The left margin takes what rounding leaves over, so that the type area is exact. */
export function pageTwips({ page }: Style) {
  const width = twipsOfMillimetres(page.width)
  const right = twipsOfMillimetres(page.margin.right)
  const textWidth = twipsOfMillimetres(page.width - page.margin.left - page.margin.right)
  const textHeight = twipsOfMillimetres(page.height - page.margin.top - page.margin.bottom)
  return {
    width,
    height: twipsOfMillimetres(page.height),
    textWidth,
    textHeight,
    left: width - right - textWidth,
    right,
    top: twipsOfMillimetres(page.margin.top),
    bottom: twipsOfMillimetres(page.margin.bottom),
    footer: twipsOfMillimetres(page.footer),
  }
}

/** From one character to the next on a full line, in twips. */
export function characterPitch(style: Style): number {
  return pageTwips(style).textWidth / style.charactersPerLine
}
