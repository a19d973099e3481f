import type { Style } from './style'

type Part<T> = T extends unknown[] ? T : T extends object ? { [Key in keyof T]?: Part<T[Key]> } : T

/**
 * What an office sets otherwise than the standard: any part of a style but the paper, which is always A4, and what the
 * app knows about fonts. `templates/style.schema.json` describes the same shape.
 */
export type StyleVariant = Part<
  Omit<Style, 'kind' | 'id' | 'name' | 'page' | 'standIns' | 'otherNames'> & {
    page: Omit<Style['page'], 'width' | 'height'>
  }
>

/** The style with the variants laid over it, one after another; what a variant leaves out stays as it was. */
export function styleWith(style: Style, ...variants: (StyleVariant | undefined)[]): Style {
  return variants.reduce((merged: Style, variant) => laidOver(merged, variant) as Style, style)
}

function laidOver(below: unknown, above: unknown): unknown {
  if (above === undefined) return below
  if (!isRecord(below) || !isRecord(above)) return above
  const changed = Object.entries(above).map(([key, value]) => [
    key,
    laidOver(Object.hasOwn(below, key) ? below[key] : undefined, value),
  ])
  return { ...below, ...Object.fromEntries(changed) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
