import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { projectRoot } from './launch'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Saves a picture of the window as out/shots/<name>.png and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const path = join(projectRoot, 'out/shots', `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path })
  return path
}

/**
 * What axe finds on this screen, one line per fault: rule, place and what is wrong. Empty when all is well.
 * axe is evaluated through the debugger, so the Content-Security-Policy stays as it is.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
    return axe.run()
  })
  return results.violations.flatMap((fault) =>
    fault.nodes.map((node) => `${fault.id} ${node.target.join(' ')}: ${node.failureSummary ?? fault.help}`),
  )
}
