import type { Page } from 'playwright-core'

/** Opens a sample from the home screen as a clerk does and waits for its first step. */
export async function openSample(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('button', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor()
}

/** The rail's steps from top to bottom, by their accessible names. */
export async function stepNames(page: Page): Promise<string[]> {
  return page.locator('nav .rail-step .rail-name').allTextContents()
}

/** Goes to a step by the rail. */
export async function goToStep(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click()
  await page.locator('nav [aria-current=step]').filter({ hasText: name }).waitFor()
}
