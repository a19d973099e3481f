import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { ask } from '../support/ask'
import { openPackagedDesk } from '../support/packaged-desk'

test('the page has no Node, evaluates no text, opens no window and stays where it is', async () => {
  const { page, browser } = await openPackagedDesk()
  const outcome = await page.evaluate(async () => {
    const evaluated = await new Promise((done) =>
      // In a task of its own: what the debugger runs is exempt from the policy.
      setTimeout(() => {
        try {
          done(new Function('return true')())
        } catch {
          done(false)
        }
      }),
    )
    const names = ['require', 'process', 'module', 'Buffer', 'electron']
    return {
      evaluated,
      names: names.filter((name) => name in globalThis),
      opened: window.open('https://example.com'),
    }
  })
  expect(outcome).toEqual({ evaluated: false, names: [], opened: null })
  for (const address of ['https://example.com', 'file:///etc/passwd', 'data:text/html,<h1>x'])
    await page.evaluate((to) => location.assign(to), address).catch(() => {})
  await page.waitForTimeout(300)
  expect(page.url()).toBe('app://desk/')
  expect(browser.contexts().flatMap((context) => context.pages())).toHaveLength(1)
})

test('nothing reaches a server, not even one of this machine', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('reached')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { page } = await openPackagedDesk()
  const reached = await page.evaluate(
    async (url) => {
      const tries = [fetch(url), fetch(url, { mode: 'no-cors' }), fetch('file:///etc/passwd')]
      const ended = await Promise.allSettled(tries)
      return ended.filter(({ status }) => status === 'fulfilled').length
    },
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  )
  server.close()
  expect(reached).toBe(0)
  expect(seen).toEqual([])
})

test('the main process refuses a path in place of a handle, and goes on', async () => {
  const { page } = await openPackagedDesk()
  const refused = await page.evaluate(() => {
    const { desk } = globalThis as unknown as { desk: { ask(...args: unknown[]): Promise<unknown> } }
    return desk.ask('draft:openRecent', { handle: '/etc/passwd' }).catch(String)
  })
  expect(refused).toMatch(/refused/)
  expect(await ask(page, 'recent:list', null)).toEqual([])
})
