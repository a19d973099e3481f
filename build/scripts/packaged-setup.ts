import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'
import { prepareWindow } from './prepare-window'

/** Vitest calls this before the tests of the packaged app, and what it returns after them. */
export function setup(): Promise<() => void> {
  if (!existsSync(join(root, 'dist/linux-unpacked/nianbao-desk')))
    throw new Error('There is no packaged app: npm run test:packaged makes one first.')
  return prepareWindow()
}
