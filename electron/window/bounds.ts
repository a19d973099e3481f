import { readFileSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'

/** Where the window stood when it was last closed. */
export interface Placement {
  bounds: Rectangle
  maximized: boolean
}

export const usualSize = { width: 1280, height: 800 }
export const smallestSize = { width: 1024, height: 700 }

/** What was kept in `store`; undefined where that is nothing usable. */
export function readPlacement(store: string): Placement | undefined {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(store, 'utf8'))
    const { x, y, width, height } = bounds
    return [x, y, width, height].every(Number.isSafeInteger) && typeof maximized === 'boolean'
      ? { bounds: { x, y, width, height }, maximized }
      : undefined
  } catch {
    return undefined
  }
}

/** Losing this costs a clerk one drag of the mouse: no failure to tell her about. */
export function keepPlacement(store: string, placement: Placement): void {
  try {
    writeFileSync(store, `${JSON.stringify(placement)}\n`)
  } catch {}
}

/**
 * Where the window may open: where it last stood, as long as its title bar can still be reached on one of the
 * screens (work areas, the main one first), else in the usual size in the middle of the main screen. Never larger
 * than the screen: at 150 % scaling a small one has less room than the usual size.
 */
export function placeWindow(kept: Placement | undefined, screens: Rectangle[]): Partial<Rectangle> {
  const home = kept && screens.find((screen) => holdsTitleBar(screen, kept.bounds))
  if (kept && home) return { x: kept.bounds.x, y: kept.bounds.y, ...fitted(kept.bounds, home) }
  const [main] = screens
  return main ? fitted(usualSize, main) : usualSize
}

/** The smallest size the window may be given on a screen. */
export function smallestOn(screen: Rectangle): { width: number; height: number } {
  return fitted(smallestSize, screen)
}

function fitted(size: { width: number; height: number }, screen: Rectangle) {
  return { width: Math.min(size.width, screen.width), height: Math.min(size.height, screen.height) }
}

/** At least 100 × 30 of the bar can be grasped. */
function holdsTitleBar(screen: Rectangle, { x, y, width }: Rectangle): boolean {
  const visible = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return visible >= 100 && y >= screen.y && y <= screen.y + screen.height - 30
}
