import { existsSync, readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

// What a clerk sees and does, for tests that walk through the window.

export const organ = '某某区人民政府办公室'

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** A figure of a table, by the name screen readers give it. */
export const cell = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

/** The finished file of an export: there, and a zip archive as Word files are. */
export async function isWholeZip(path: string): Promise<boolean> {
  await expect.poll(() => existsSync(path), { timeout: 15_000 }).toBe(true)
  return readFileSync(path).subarray(0, 2).toString() === 'PK'
}
