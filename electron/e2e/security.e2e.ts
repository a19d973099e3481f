import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Desk as Bridge } from '../../shared/ipc'
import { ask } from './support/ask'
import { draftOf } from './support/drafts'
import { type Desk, launch, projectRoot } from './support/launch'

// One window for all: nothing tried here may change it.
let desk: Desk
beforeAll(async () => {
  desk = await launch()
})
afterAll(async () => {
  await desk.kill()
  desk.removeProfile()
})

const preloadPath = join(projectRoot, 'out/preload.cjs')

/** What the page gets to hear from its bridge, an error's message included. */
async function reply(page: Page, ...request: unknown[]): Promise<unknown> {
  return page.evaluate(async (args) => {
    const { desk } = globalThis as unknown as { desk: { ask(...args: unknown[]): Promise<unknown> } }
    try {
      return { reply: await desk.ask(...args) }
    } catch (error) {
      return { error: String(error) }
    }
  }, request)
}

/** A server of this machine that counts who comes. */
async function countingServer() {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('reached')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  }
}

async function windowsOpen({ app }: Desk): Promise<string[]> {
  return app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  )
}

describe('the page', () => {
  test('has no Node, no Electron, and of the app one bridge of two functions', async () => {
    const { page } = desk
    const has = await page.evaluate(() => {
      const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', '__dirname']
      const { desk } = globalThis as unknown as { desk: Bridge }
      return { names: names.filter((name) => name in globalThis), bridge: Object.keys(desk).sort() }
    })
    expect(has).toEqual({ names: [], bridge: ['ask', 'on'] })
  })

  test('runs isolated and sandboxed, with every safeguard on', async () => {
    const { app } = desk
    const preferences = await app.evaluate(({ BrowserWindow, session }) => {
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      const all = contents.getLastWebPreferences()
      const on = ['contextIsolation', 'sandbox', 'webSecurity']
      const off = ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webviewTag']
      const worse = ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures']
      const spellcheck = session.defaultSession.isSpellCheckerEnabled()
      return {
        notOn: on.filter((name) => all[name] !== true),
        notOff: [...off, ...worse].filter((name) => Boolean(all[name])),
        spellcheck,
      }
    })
    expect(preferences).toEqual({ notOn: [], notOff: [], spellcheck: false })
  })

  test('may not evaluate text, run an inline script or style, or frame anything', async () => {
    const { page } = desk
    const outcome = await page.evaluate(async () => {
      const blocked: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
      const script = document.createElement('script')
      const foreign = document.createElement('script')
      foreign.src = 'https://example.com/x.js'
      script.textContent = 'globalThis.ran = true'
      const style = document.createElement('style')
      style.textContent = 'body { display: none }'
      const frame = document.createElement('iframe')
      frame.src = 'app://desk/index.html'
      const picture = document.createElement('img')
      picture.src = 'https://example.com/x.png'
      document.body.append(script, foreign, style, frame, picture)
      // In a task of its own: what the debugger runs is exempt from the policy.
      const evaluated = await new Promise((done) =>
        setTimeout(() => {
          try {
            done(new Function('return true')())
          } catch {
            done(false)
          }
        }),
      )
      await new Promise((settled) => setTimeout(settled, 300))
      for (const element of [script, foreign, style, frame, picture]) element.remove()
      return { evaluated, ran: 'ran' in globalThis, blocked: [...new Set(blocked)].sort() }
    })
    expect(outcome).toEqual({
      evaluated: false,
      ran: false,
      blocked: ['frame-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-elem'],
    })
  })

  test('gets none of the permissions of the web', async () => {
    const { page } = desk
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']
      const state = async (name: string) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return state
      }
      const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      )
      return { media, notification: Notification.permission, states: await Promise.all(names.map(state)) }
    })
    expect(states).toEqual({ media: 'denied', notification: 'denied', states: Array(6).fill('denied') })
  })
})

describe('nothing leaves the machine', () => {
  test('the page reaches no server, not even one of this machine', async () => {
    const { page } = desk
    const server = await countingServer()
    const reached = await page.evaluate(async (url) => {
      const tries: Record<string, () => Promise<unknown>> = {
        fetch: () => fetch(url),
        noCors: () => fetch(url, { mode: 'no-cors' }),
        https: () => fetch('https://example.com'),
        file: () => fetch('file:///etc/passwd'),
        socket: () =>
          new Promise((open, closed) => {
            const socket = new WebSocket(url.replace('http', 'ws'))
            socket.onopen = open
            socket.onerror = closed
          }),
        beacon: async () => {
          navigator.sendBeacon(url)
          throw new Error('Only the server can tell.')
        },
      }
      const outcomes: string[] = []
      for (const [name, attempt] of Object.entries(tries))
        await attempt().then(
          () => outcomes.push(name),
          () => {},
        )
      return outcomes
    }, server.url)
    expect(reached).toEqual([])
    expect(server.seen).toEqual([])
    server.close()
  })

  test('nor does the session behind it, with no policy in the way', async () => {
    const { app } = desk
    const server = await countingServer()
    const outcome = await app.evaluate(async ({ session, net }, url) => {
      const tries = [net.fetch(url), session.defaultSession.fetch(url)]
      return Promise.all(
        tries.map((attempt) =>
          attempt.then(
            () => 'reached',
            () => 'refused',
          ),
        ),
      )
    }, server.url)
    expect(outcome).toEqual(['refused', 'refused'])
    expect(server.seen).toEqual([])
    server.close()
  })
})

describe('the window stays on its page', () => {
  test.each([
    ['to the web', 'https://example.com/?next=app://desk/'],
    ['to a file', 'file:///etc/passwd'],
    ['to another host of ours', 'app://other/index.html'],
    ['to a script', 'javascript:document.title="ran"'],
    ['to a page of its own making', 'data:text/html,<h1>x'],
  ])('when it is sent %s', async (_where, address) => {
    await desk.page
      .evaluate((to) => {
        location.assign(to)
      }, address)
      .catch(() => {})
    await desk.page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    await desk.page.waitForTimeout(300)
    expect(await windowsOpen(desk)).toEqual(['app://desk/'])
    expect(await desk.page.title()).not.toBe('ran')
  })

  test.each(['https://example.com', 'app://desk/index.html', 'about:blank'])(
    'and opens no other for %s',
    async (address) => {
      const opened = await desk.page.evaluate((to) => window.open(to) !== null, address)
      expect(opened).toBe(false)
      expect(await windowsOpen(desk)).toEqual(['app://desk/'])
    },
  )

  test('and no webview is attached', async () => {
    const { app, page } = desk
    await page.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'app://desk/index.html')
      view.setAttribute('allowpopups', '')
      document.body.append(view)
    })
    await page.waitForTimeout(300)
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
    await page.evaluate(() => document.querySelector('webview')?.remove())
  })

  test('and a form posts nothing', async () => {
    await desk.page.evaluate(() => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = 'https://example.com'
      document.body.append(form)
      form.submit()
    })
    await desk.page.waitForTimeout(300)
    expect(await windowsOpen(desk)).toEqual(['app://desk/'])
  })
})

describe('app://desk serves the window’s own files', () => {
  test('with the policy on every answer, and nothing else', async () => {
    const { app } = desk
    const answers = await app.evaluate(async ({ net }) => {
      const addresses = [
        'app://desk/index.html',
        'app://desk/nothing.js',
        'app://desk/../main.js',
        'app://desk/..%2fmain.js',
        'app://desk/%2e%2e%2f%2e%2e%2fpackage.json',
        'app://desk/..%5cmain.js',
        'app://other/index.html',
      ]
      const get = async (address: string) => {
        const answer = await net.fetch(address)
        return [answer.status, answer.headers.get('content-security-policy')?.includes("default-src 'none'")]
      }
      const posted = await net.fetch('app://desk/index.html', { method: 'POST', body: 'x' })
      return [...(await Promise.all(addresses.map(get))), [posted.status, true]]
    })
    expect(answers).toEqual([[200, true], ...Array(7).fill([404, true])])
  })
})

describe('the main process refuses', () => {
  test.each([
    ['a channel there is none of', ['shell:open', '/bin/sh']],
    ['a path in place of a handle', ['draft:openRecent', { handle: '/etc/passwd' }]],
    ['a path smuggled in beside', ['report:reveal', { handle: 'x'.repeat(36), path: '/etc' }]],
    ['a draft that is none', ['draft:saveAs', { draft: 'text', suggestedName: '' }]],
    ['nothing at all', []],
  ])('%s, and goes on', async (_what, request) => {
    expect(await reply(desk.page, ...request)).toEqual({ error: expect.stringMatching(/refused/) })
    expect(await ask(desk.page, 'recent:list', null)).toEqual([])
  })

  test('handles it never gave out', async () => {
    const { page } = desk
    const handle = '01234567-89ab-cdef-0123-456789abcdef'
    expect(await ask(page, 'draft:openRecent', { handle })).toMatchObject({
      ok: false,
      error: { kind: 'missing' },
    })
    expect(await reply(page, 'draft:save', { handle, draft: draftOf('某某镇') })).toEqual({
      error: expect.stringMatching(/failed/),
    })
    expect(await ask(page, 'report:reveal', { handle })).toBeNull()
    expect(await ask(page, 'draft:openSample', { id: '../../../etc/passwd' })).toMatchObject({ ok: false })
  })

  test('to name a path in an error', async () => {
    const { page } = desk
    const handle = '01234567-89ab-cdef-0123-456789abcdef'
    expect(JSON.stringify(await reply(page, 'draft:save', { handle, draft: draftOf('某某镇') }))).not.toMatch(
      /[\\/]/,
    )
  })

  test('a page other than its own', async () => {
    const { app } = desk
    const outcome = await app.evaluate(async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload } })
      await stranger.loadURL('data:text/html,<p>stranger')
      const said = await stranger.webContents.executeJavaScript(
        'desk.ask("recent:list", null).then(() => "answered", (error) => String(error))',
      )
      stranger.destroy()
      return said as string
    }, preloadPath)
    expect(outcome).toMatch(/refused/)
  })

  test('a request nested beyond measure or too large to be a picture', async () => {
    const { page } = desk
    const outcome = await page.evaluate(async () => {
      const { desk } = globalThis as unknown as { desk: { ask(...args: unknown[]): Promise<unknown> } }
      let nested: unknown = null
      for (let depth = 0; depth < 100_000; depth++) nested = [nested]
      const told = (request: () => Promise<unknown>) =>
        Promise.resolve()
          .then(request)
          .then(
            (reply) => reply,
            () => 'refused',
          )
      return [
        await told(() => desk.ask('draft:openRecent', nested)),
        await told(() => desk.ask('image:take', { bytes: new Uint8Array(60_000_000) })),
        await told(() => desk.ask('recent:list', null)),
      ]
    })
    expect(outcome).toEqual(['refused', { ok: false, error: { kind: 'tooLarge' } }, []])
  })

  test('a frame inside its page', async () => {
    const { app, page } = desk
    const asking = `(async () => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<p>inner'
      const loaded = new Promise((done) => { frame.onload = done })
      document.body.append(frame)
      await loaded
      const { desk } = frame.contentWindow
      if (!desk) return 'no bridge'
      return desk.ask('recent:list', null).then(() => 'answered', (error) => String(error))
    })()`
    expect(await page.evaluate(asking)).toBe('no bridge')
    const outcome = await app.evaluate(
      async ({ BrowserWindow }, [preload, script]) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, nodeIntegrationInSubFrames: true },
        })
        await window.loadURL('app://desk/index.html')
        const said = await window.webContents.executeJavaScript(script)
        window.destroy()
        return said as string
      },
      [preloadPath, asking] as const,
    )
    expect(outcome).toMatch(/refused/)
  })
})
