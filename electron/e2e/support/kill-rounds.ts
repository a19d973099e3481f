import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { parseDraft } from '../../../shared/draft/parse-draft'
import { type Desk, launch } from './launch'

/** What is promised to be on the disk however the app ends; milliseconds. */
const promised = 1000

/** What became of the work over many kills. */
export interface KillTally {
  kills: number
  /** Draft files, kept work and earlier versions that no longer open as a whole. */
  damaged: number
  /** Kills after which something was gone that the status bar had called saved or kept. */
  lostAcknowledged: number
  /** Kills after which something was gone that was older than a second. */
  lostOlder: number
  /** Characters gone with the last second, over all kills. */
  lostCharacters: number
  /** Kills after which the work was offered for a choice. */
  offered: number
}

export interface KillOptions {
  kills: number
  profile: string
  /** The app's folder; undefined: the one that was built last. */
  root?: string
  /** A draft that has a file; undefined: one without. */
  file: string | undefined
  /** Numbers from 0 to 1: when to kill, how fast to type. */
  random: () => number
  onRound?: (tally: KillTally) => void
}

/** Starts the app, types, and kills it at a random moment, again and again on the same profile. */
export async function killRounds(options: KillOptions): Promise<KillTally> {
  const { kills, profile, file, random, onRound, root } = options
  const start = () =>
    launch({ userData: profile, args: file === undefined ? [] : [file], ...(root !== undefined && { root }) })
  const tally = { kills: 0, damaged: 0, lostAcknowledged: 0, lostOlder: 0, lostCharacters: 0, offered: 0 }
  let last: Typed | undefined
  for (let round = 1; round <= kills; round++) {
    const desk = await start()
    await openWork(desk.page, file !== undefined, tally)
    if (last) judge(last, await organField(desk.page).inputValue(), tally)
    last = await typeUntilKilled(desk, `第${round}轮`, random)
    tally.kills = round
    tally.damaged += damagedFiles(profile, file)
    onRound?.(tally)
  }
  const desk = await start()
  await openWork(desk.page, file !== undefined, tally)
  if (last) judge(last, await organField(desk.page).inputValue(), tally)
  await desk.kill()
  return tally
}

const organField = (page: Page) => page.getByRole('textbox', { name: '编制机关名称' })

/** Takes the work that is offered; where nothing was left, begins a report. */
async function openWork(page: Page, hasFile: boolean, tally: KillTally): Promise<void> {
  const kept = page.getByRole('button', { name: '用恢复的内容' })
  // The samples are there once main has said what there is to start with.
  const started = page.locator('.samples button')
  await (hasFile ? kept.or(organField(page)) : kept.or(started)).first().waitFor()
  if (await kept.isVisible()) {
    tally.offered++
    await kept.click()
  } else if (!hasFile) await page.getByRole('button', { name: /^新建年报/ }).click()
  await organField(page).waitFor()
}

/** What the field has shown, in order, and what of it must not be gone. */
interface Typed {
  texts: string[]
  /** The newest text that was said to be saved or kept. */
  acknowledged: string | undefined
  /** The newest text that was more than a second old. */
  older: string | undefined
}

async function typeUntilKilled(desk: Desk, start: string, random: () => number): Promise<Typed> {
  const { page } = desk
  const seen: { text: string; at: number }[] = []
  let acknowledged: string | undefined
  page.on('console', (message) => {
    const [kind, text = ''] = message.text().split('\t')
    if (kind === 'typed') seen.push({ text, at: performance.now() })
    if (kind === 'acknowledged') acknowledged = text
  })
  await watch(page)
  await organField(page).fill(start)
  const typing = type(page, random).catch(() => {})
  await pause(100 + random() * 2400)
  const killed = performance.now()
  await desk.kill()
  await typing
  const older = seen.findLast(({ at }) => killed - at > promised)?.text
  return { texts: seen.map(({ text }) => text), acknowledged, older }
}

/** Tells every text of the field, and which of them the status bar has called saved or kept. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    let typed = ''
    let acknowledged = ''
    setInterval(() => {
      const field = document.querySelector<HTMLInputElement>('#field-publisher-name')
      const text = field?.value ?? ''
      const status = document.querySelector('[role=status]')?.textContent ?? ''
      if (text !== typed) console.log(`typed\t${text}`)
      typed = text
      if (!/已保存|已留存/.test(status) || text === acknowledged) return
      console.log(`acknowledged\t${text}`)
      acknowledged = text
    }, 5)
  })
}

async function type(page: Page, random: () => number): Promise<void> {
  for (;;) {
    await page.keyboard.type('某')
    await pause(random() * 60)
    if (random() < 0.03) await page.keyboard.press('Control+s')
    if (random() < 0.03) await pause(1200)
  }
}

function judge({ texts, acknowledged, older }: Typed, found: string, tally: KillTally): void {
  const newest = texts.at(-1) ?? ''
  // The last key may have reached the disk without being told here.
  const reached = found.startsWith(newest) ? texts.length : texts.lastIndexOf(found)
  const isLost = (text: string | undefined) => text !== undefined && reached < texts.lastIndexOf(text)
  if (isLost(acknowledged)) tally.lostAcknowledged++
  if (isLost(older)) tally.lostOlder++
  if (newest.startsWith(found)) tally.lostCharacters += newest.length - found.length
}

function damagedFiles(profile: string, file: string | undefined): number {
  const folders = [join(profile, 'recovery'), join(profile, 'backups')]
  const files = folders.flatMap((folder) => filesIn(folder)).filter((path) => /recovery$|nianbao$/.test(path))
  return [...files, ...(file === undefined ? [] : [file])].filter((path) => !isWhole(path)).length
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function isWhole(path: string): boolean {
  const text = readFileSync(path, 'utf8')
  return parseDraft(path.endsWith('recovery') ? text.slice(text.indexOf('\n') + 1) : text, '').ok
}
