import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../shared/draft/draft'
import { draftOf, testFolder, writeDraftFile } from './support/drafts'
import type { Desk } from './support/launch'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

// The tables as a clerk's hands meet them: real keys, a real clipboard, the real window.

let desk: Desk
let page: Page
let file: string

/** Opens a draft with these figures at chapter 三. */
async function openTable3(figures: Record<string, Entry> = {}): Promise<void> {
  const draft = { ...draftOf('某某区人民政府办公室'), figures }
  file = writeDraftFile(testFolder(), '年报.nianbao', draft)
  desk = await openDesk({ args: [file] })
  page = desk.page
  await goToChapter('三')
}

async function goToChapter(number: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`${number}、`) })
    .click()
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: `${number}、` })
    .waitFor()
}

const field = (address: string) => page.locator(`input[data-cell="${address}"]`)
const value = (address: string) => field(address).inputValue()
const summary = () => page.locator('.figure-table [role="status"]').textContent()

/** The address of the figure that has the caret. */
function focused(): Promise<string | undefined> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement.dataset.cell : undefined,
  )
}

/** Presses keys one after the other; a text in quotes is typed. */
async function press(keys: string): Promise<void> {
  for (const key of keys.split(' ')) {
    if (key.startsWith('"')) await page.keyboard.type(key.slice(1, -1))
    else await page.keyboard.press(key)
  }
}

function copyText(text: string): Promise<void> {
  return desk.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), text)
}

/** As a browser or Word does: the next Ctrl+C in the window takes this page instead of what is selected. */
async function copyHtml(html: string): Promise<void> {
  await page.evaluate((html) => {
    const take = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/html', html)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('copy', take, { capture: true, once: true })
  }, html)
  await page.keyboard.press('Control+c')
}

describe('keys', () => {
  test('lead from figure to figure as in a spreadsheet', async () => {
    await openTable3()
    await field('t3.received.individual').click()
    const path: [string, string][] = [
      ['"57" ArrowRight', 't3.received.business'],
      ['"3" Enter', 't3.broughtForward.business'],
      ['Shift+Enter', 't3.received.business'],
      ['Tab Tab', 't3.received.nonprofit'],
      ['Shift+Tab', 't3.received.research'],
      ['End', 't3.received.total'],
      ['Home', 't3.received.individual'],
      ['ArrowUp ArrowLeft', 't3.received.individual'],
      ['Control+End', 't3.carriedForward.total'],
      ['ArrowDown ArrowRight Enter', 't3.carriedForward.total'],
      ['Control+Home ArrowDown ArrowRight', 't3.broughtForward.business'],
    ]
    for (const [keys, address] of path) {
      await press(keys)
      expect(await focused(), keys).toBe(address)
    }
    expect([await value('t3.received.individual'), await value('t3.received.total')]).toEqual(['57', '60'])
    expect(desk.errors).toEqual([])
  })

  test('typing replaces, F2 and a double click go on writing, Escape takes back, Delete clears', async () => {
    await openTable3({ 't3.received.individual': 57 })
    const first = 't3.received.individual'
    await field(first).click()
    await press('F2 ArrowLeft "9"')
    expect(await value(first)).toBe('597')
    await press('Escape')
    expect(await value(first)).toBe('57')
    await press('"6"')
    expect(await value(first)).toBe('6')
    await press('Escape')
    await field(first).dblclick()
    await press('"1" Enter')
    expect(await value(first)).toBe('571')
    await press('ArrowUp Delete')
    expect([await value(first), await value('t3.received.total')]).toEqual(['', ''])
    await press('Control+z')
    expect(await value(first)).toBe('571')
  })

  test('the caret stays in sight, below the head and beside the labels that stay', async () => {
    await openTable3()
    await field('t3.received.individual').click()
    await press('Control+End')
    expect(await isUncovered('t3.carriedForward.total')).toBe(true)
    for (let row = 0; row < 20; row += 1) await press('ArrowUp')
    expect(await focused()).toBe('t3.refused.1.total')
    expect(await isUncovered('t3.refused.1.total')).toBe(true)
  })
})

describe('the window', () => {
  test('at 1280 × 800 Table 3 needs no scrolling sideways, with and without figures', async () => {
    await openTable3({ 't3.granted.individual': 57, 't3.granted.total': 65 })
    await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
    )
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1280)
    for (const box of ['.figure-table', 'main']) {
      const widths = await page.locator(box).evaluate((element) => [element.scrollWidth, element.clientWidth])
      expect(widths[0], box).toBe(widths[1])
    }
    expect(await page.locator('.figure-table.scrolls').count()).toBe(0)
  })

  test('much narrower, the table scrolls within itself and its labels stay', async () => {
    await openTable3()
    await desk.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setMinimumSize(400, 400)
      window?.setContentSize(560, 600)
    })
    const region = page.getByRole('region', { name: /可左右滚动/ })
    await region.waitFor()
    await field('t3.received.individual').click()
    await press('Control+End')
    expect(await region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    expect(await isUncovered('t3.carriedForward.total')).toBe(true)
    const label = page.getByRole('rowheader', { name: '四、结转下年度继续办理' })
    expect((await label.boundingBox())?.x).toBeCloseTo((await region.boundingBox())?.x ?? Number.NaN, 0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

describe('what is wrong', () => {
  test('a wrong total appears beside the right one, its parts light up, and it goes when it is put right', async () => {
    await openTable3({ 't3.granted.individual': 50, 't3.granted.business': 6 })
    const total = field('t3.granted.total')
    await total.click()
    await press('"65"')
    const expected = page.getByText('≠ 56')
    await expected.waitFor()
    expect(await total.getAttribute('aria-invalid')).toBe('true')
    await press('Home')
    expect(await page.locator('.figure-related').count()).toBe(7)
    await screenshot(page, 'table-wrong-total')
    expect(await accessibilityFaults(page)).toEqual([])
    await press('"59"')
    await expected.waitFor({ state: 'detached' })
    expect(await total.getAttribute('aria-invalid')).toBeNull()
  })

  test.each([
    ['abc', '要填数字'],
    ['六十', '要用阿拉伯数字'],
    ['-5', '不能是负数'],
    ['1.5', '要填整数'],
    ['😀', '要填数字'],
    ['9'.repeat(150), '数字太大'],
  ])('%s in a cell is kept, marked when it is left, and says why', async (text, reason) => {
    await openTable3()
    const first = field('t3.received.individual')
    await first.click()
    await page.keyboard.insertText(text)
    expect(await first.getAttribute('aria-invalid')).toBeNull()
    await press('Enter')
    expect(await first.getAttribute('aria-invalid')).toBe('true')
    expect(await first.inputValue()).toBe(text)
    expect(await page.locator('.figure-table-note').textContent()).toContain(reason)
    expect(await summary()).toContain(reason)
    await first.click()
    await press('"5" Enter')
    expect(await first.getAttribute('aria-invalid')).toBeNull()
    expect(desk.errors).toEqual([])
  })
})

test('Ctrl+S saves what is only half written, too', async () => {
  await openTable3()
  await field('t3.received.individual').click()
  await press('"12a" Control+s')
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('"t3.received.individual": "12a"')
})

describe('the clipboard', () => {
  test('a block of Excel goes in at once and comes out at once', async () => {
    await openTable3()
    await copyText('1,234\t５\t—\r\n"六\n十"\t-3\t7 件\r\n')
    await field('t3.granted.individual').click()
    await press('Control+v')
    await expect.poll(summary).toBe('已粘贴 6 格，其中 2 格没有认出')
    expect(await figures('t3.granted', 't3.partial')).toEqual(['1234', '5', '', '六 十', '-3', '7'])
    await press('Control+z')
    await expect.poll(() => figures('t3.granted', 't3.partial')).toEqual(['', '', '', '', '', ''])
    await press('Control+y')
    await expect.poll(() => value('t3.partial.research')).toBe('7')
  })

  test('a range goes out as rows and tabs', async () => {
    await openTable3({ 't3.granted.individual': 57, 't3.partial.business': 3 })
    await field('t3.granted.individual').click()
    await press('Shift+ArrowRight Shift+ArrowDown Control+c')
    expect(await desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('57\t\r\n\t3')
  })

  test('the whole table of a web page finds its place by its labels', async () => {
    await openTable3({ 't3.received.individual': 57, 't3.other.3.legal': 3, 't3.total.total': 60 })
    const html = await page.locator('table').evaluate((table) => {
      const copy = table.cloneNode(true) as HTMLTableElement
      for (const input of copy.querySelectorAll('input')) {
        input.closest('td')?.replaceChildren(input.value)
      }
      return copy.outerHTML
    })
    await press('Control+a Delete')
    await field('t3.declined.2.research').click()
    await press('Control+a Delete')
    expect(await value('t3.received.individual')).toBe('')
    await copyHtml(html)
    await press('Control+v')
    await expect.poll(summary).toBe('已粘贴 175 格')
    expect(await value('t3.received.individual')).toBe('57')
    expect(await value('t3.other.3.legal')).toBe('3')
  })

  test.each([
    ['a number of 400 digits', '9', 400, /超过 200 字/],
    ['5 MB of one word', 'a', 5_000_000, /超过 200 字/],
    ['5 MB of rows', '7\n', 2_500_000, /超出表格/],
    ['5 MB of columns', '7\t', 2_500_000, /超出表格/],
    ['halves of surrogate pairs and control characters', '\ud83d\u0007', 3, /没有认出/],
  ])('%s does no harm', async (_, unit, times, message) => {
    await openTable3({ 't3.received.individual': 57 })
    await desk.app.evaluate(({ clipboard }, [text, count]) => clipboard.writeText(text.repeat(count)), [
      unit,
      times,
    ] as const)
    await field('t3.granted.individual').click()
    const started = performance.now()
    await press('Control+v')
    await expect.poll(summary).toMatch(message)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(await value('t3.received.individual')).toBe('57')
    await press('ArrowUp "8" Enter')
    expect(await value('t3.broughtForward.individual')).toBe('8')
    expect(desk.errors).toEqual([])
  })
})

/** Six figures: the first three columns of two rows. */
function figures(...rowAddresses: string[]): Promise<string[]> {
  const columns = ['individual', 'business', 'research']
  return Promise.all(rowAddresses.flatMap((row) => columns.map((column) => value(`${row}.${column}`))))
}

/** Whether the clerk sees the whole figure: nothing lies over any of its corners. */
function isUncovered(address: string): Promise<boolean> {
  return field(address).evaluate((input) => {
    const { left, right, top, bottom } = input.getBoundingClientRect()
    const corners = [left + 2, right - 2].flatMap((x) => [top + 2, bottom - 2].map((y) => [x, y] as const))
    return corners.every(([x, y]) => input.closest('td')?.contains(document.elementFromPoint(x, y)) === true)
  })
}
