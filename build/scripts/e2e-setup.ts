import { prepareWindow } from './prepare-window'

/** Vitest calls this before the end-to-end tests, and what it returns after them. */
export function setup(): Promise<() => void> {
  return prepareWindow()
}
