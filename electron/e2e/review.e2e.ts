import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../shared/draft/draft'
import { computeFigures } from '../../shared/draft/figures'
import { parseDraft } from '../../shared/draft/parse-draft'
import { formatById } from '../../shared/format/formats'
import { proseFromText } from '../../shared/prose/from-text'
import qinghe from '../../templates/samples/qinghe-2025.nianbao?raw'
import { heading, isWholeZip } from './support/clerk'
import { chooseSavePath } from './support/dialogs'
import { testFolder, writeDraftFile } from './support/drafts'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

// The checks as the clerk meets them: at the cell, in the review, and on paper.

/** A consistent report with a figure in every cell. */
function sample(change: (draft: Draft) => void = () => {}): Draft {
  const read = parseDraft(qinghe, 'qinghe-2025.nianbao')
  if (!read.ok) throw new Error('The sample is no draft')
  change(read.value)
  return read.value
}

/** As in a report typed from paper: every total stands there too, so that a wrong figure can be told from the others. */
function enterTotals(draft: Draft): void {
  const format = formatById(draft.format)
  if (!format) throw new Error('The sample has no format')
  for (const [cell, value] of computeFigures(format, draft.figures))
    if (value.kind === 'computed') draft.figures[cell] = value.number
}

async function openAt(step: RegExp, draft: Draft, folder = testFolder()) {
  const file = writeDraftFile(folder, '年报.nianbao', draft)
  const desk = await openDesk({ args: [file] })
  await goTo(desk.page, step)
  return { ...desk, file, folder }
}

async function goTo(page: Page, step: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: step }).click()
  await heading(page).waitFor()
}

const field = (page: Page, address: string) => page.locator(`input[data-cell="${address}"]`)

/** What the window shows one frame after each keystroke: how the cell is marked, and what the rail says of the review. */
async function watchFrames(page: Page, address: string): Promise<() => Promise<string[]>> {
  await page.evaluate((cell) => {
    const seen: string[] = []
    Object.assign(globalThis, { seenFrames: seen })
    document.addEventListener(
      'input',
      () =>
        requestAnimationFrame(() => {
          const mark = document.querySelector(`input[data-cell="${cell}"]`)?.closest('td')?.className ?? ''
          const rail = [...document.querySelectorAll('.rail-step')].map((step) => step.textContent ?? '')
          seen.push(`${mark.includes('figure-error')} ${rail.find((text) => text.includes('校核'))}`)
        }),
      { capture: true },
    )
  }, address)
  return () => page.evaluate(() => (globalThis as unknown as { seenFrames: string[] }).seenFrames)
}

describe('an error made by typing', () => {
  const address = 't3.granted.business'

  test('shows in the next frame, is put right by keyboard alone, and undo brings it back', async () => {
    const draft = sample(enterTotals)
    const right = String(draft.figures[address])
    const wrong = `${right.slice(0, -2)}${right.at(-1)}${right.at(-2)}`
    expect(wrong).not.toBe(right)
    const { page, errors } = await openAt(/三、/, draft)
    await field(page, address).focus()
    const frames = await watchFrames(page, address)
    await page.keyboard.type(wrong)
    await expect.poll(frames).toHaveLength(wrong.length)
    expect((await frames()).at(-1)).toMatch(/^true .*有问题 \d/)
    await screenshot(page, 'review-wrong-cell')

    await page.keyboard.press('Alt+ArrowDown')
    const choices = page.getByRole('dialog', { name: '这一处的处理办法' })
    await choices.waitFor()
    await screenshot(page, 'review-choices')
    await page.keyboard.press('Enter')
    await choices.waitFor({ state: 'detached' })
    expect(await field(page, address).inputValue()).toBe(right)
    await page.getByText('勾稽平衡').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(address)

    await page.keyboard.press('Control+z')
    await expect.poll(() => field(page, address).inputValue()).toBe(wrong)
    await page.getByText(/勾稽 \d+ 处不平/).waitFor()
    expect(errors).toEqual([])
  })
})

describe('the review', () => {
  test('leads to the words that are wrong, and selects them', async () => {
    const draft = sample((copy) => {
      copy.prose['6'] = proseFromText('根据国办函[2020]109号，没有收取信息处理费。')
    })
    const { page, errors } = await openAt(/校核/, draft)
    await screenshot(page, 'review-text-finding')
    for (let press = 0; press < 20 && !(await heading(page).textContent())?.startsWith('六、'); press++)
      await page.keyboard.press('F8')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('[2020]109号')
    await screenshot(page, 'review-words-selected')
    expect(errors).toEqual([])
  })

  test('keeps a finding with its reason through save and open, and gives it back', async () => {
    const draft = sample((copy) => {
      copy.figures['t4.review.total'] = 60
    })
    const { page, close, file, folder } = await openAt(/校核/, draft)
    await page.getByText('还差 1 处即可报送').waitFor()
    await screenshot(page, 'review-one-left')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: /^保留并说明：表四·行政复议·总计/ }).press('Enter')
    await page.keyboard.insertText('以法院统计为准')
    await screenshot(page, 'review-reason')
    await page.keyboard.press('Enter')
    await page.getByText('可以报送').first().waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText(/^已保存/).waitFor()
    expect(readFileSync(file, 'utf8')).toContain('以法院统计为准')
    await close()

    const again = await openDesk({ args: [join(folder, '年报.nianbao')] })
    await goTo(again.page, /校核/)
    await again.page.getByText('已保留：以法院统计为准').waitFor()
    await screenshot(again.page, 'review-kept')
    expect(await accessibilityFaults(again.page)).toEqual([])
    await again.page.getByRole('button', { name: /^取消保留：表四·行政复议·总计/ }).click()
    await again.page.getByText('还差 1 处即可报送').waitFor()
    expect(again.errors).toEqual([])
  })

  test('makes a check sheet that names the draft it speaks of', async () => {
    const { app, page, file, folder, errors } = await openAt(/校核/, sample())
    const sheet = join(folder, '核对表.docx')
    await chooseSavePath(app, sheet)
    await page.getByRole('button', { name: '导出 Word' }).click()
    await page.getByText('核对表.docx').waitFor()
    expect(await isWholeZip(sheet)).toBe(true)
    const words = strFromU8(unzipSync(readFileSync(sheet))['word/document.xml'] ?? new Uint8Array())
    expect(words).toContain(createHash('sha256').update(readFileSync(file)).digest('hex'))
    expect(words).toContain('示例报告每一格都填了虚构的数')

    await chooseSavePath(app, join(folder, '核对表.pdf'))
    await page.getByRole('button', { name: '导出 PDF 文件' }).click()
    await page.getByText('核对表.pdf').waitFor()
    expect(readFileSync(join(folder, '核对表.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    await screenshot(page, 'review-sheet')
    expect(errors).toEqual([])
  })
})

describe('the words of the text', () => {
  test('are marked where something was found, and the caret in them shows what', async () => {
    const draft = sample((copy) => {
      copy.prose['6'] = proseFromText('根据国办函[2020]109号，没有收取信息处理费。')
    })
    const { page, errors } = await openAt(/六、/, draft)
    const marked = page.locator('.prose-finding')
    await expect.poll(() => marked.allTextContents()).toContain('[2020]109号')
    await marked.first().click()
    await page.getByRole('tab', { name: /^问题/, selected: true }).waitFor()
    expect(await page.locator('.finding-here').textContent()).toContain('六角括号')
    await screenshot(page, 'review-marked-words')
    expect(await accessibilityFaults(page)).toEqual([])

    // Put right by keyboard alone, the mark goes; undo brings it back.
    await page.keyboard.press('F8')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('[2020]109号')
    await page.keyboard.insertText('〔2020〕109号')
    await expect.poll(() => marked.count()).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => marked.allTextContents()).toContain('[2020]109号')
    expect(errors).toEqual([])
  })
})

describe('a paste of 200,000 characters', () => {
  const sentences = Array.from(
    { length: 6000 },
    (_, index) =>
      `第${index}项，全区公开信息${index * 7}条，办结申请${index}件，群众反映良好。${index % 4 === 0 ? '\n' : ''}`,
  ).join('')
  const end = '根据国办函[2020]109号，没有收取信息处理费。'

  test.each([
    ['of sentences', sentences.slice(0, 200_000)],
    ['of nothing but digits', '1234567890'.repeat(20_000)],
  ])('%s does not freeze the window, and what is wrong is found', async (_, pasted) => {
    const { app, page, errors } = await openAt(/六、/, sample())
    const editor = page.locator('.ProseMirror[contenteditable="true"]').last()
    await editor.waitFor()
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), `${end}\n${pasted}`)
    await editor.click()
    await page.keyboard.press('Control+a')
    await page.evaluate(() => {
      const blocks: number[] = []
      Object.assign(globalThis, { longBlocks: blocks })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) blocks.push(Math.round(duration))
      }).observe({ entryTypes: ['longtask'] })
    })
    const longest = () =>
      page.evaluate(() =>
        Math.max(0, ...(globalThis as unknown as { longBlocks: number[] }).longBlocks.splice(0)),
      )
    await page.keyboard.press('Control+v')
    await expect
      .poll(() => editor.textContent().then((text) => text?.length), { timeout: 30_000 })
      .toBeGreaterThan(190_000)
    await expect.poll(() => page.locator('.prose-finding').count(), { timeout: 30_000 }).toBeGreaterThan(0)
    const paste = await longest()
    expect(page.workers().map((worker) => worker.url())).toContainEqual(
      expect.stringContaining('words-worker'),
    )
    const before = Date.now()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('好')
    await expect.poll(() => editor.textContent().then((text) => text?.startsWith('好'))).toBe(true)
    const echo = Date.now() - before
    const key = await longest()
    process.stdout.write(`  longest block: paste ${paste} ms, key ${key} ms; echo ${echo} ms\n`)
    expect(key).toBeLessThan(3000)
    expect(errors).toEqual([])
  })
})
