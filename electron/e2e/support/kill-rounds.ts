import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { parseDraft } from '../../../shared/draft/parse-draft'
import { cancelDialogs } from './dialogs'
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
  /** Starts after which the file was another one before anybody had chosen. */
  replacedUnasked: number
  /** Starts that had to be tried again because the window did not come. */
  restarts: number
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
  /** Hears why a start had to be tried again. */
  onRestart?: (why: string) => void
}

export const noKills: KillTally = {
  kills: 0,
  damaged: 0,
  lostAcknowledged: 0,
  lostOlder: 0,
  lostCharacters: 0,
  offered: 0,
  replacedUnasked: 0,
  restarts: 0,
}

/** Starts the app, types, and kills it at a random moment, again and again on the same profile. */
export async function killRounds(options: KillOptions): Promise<KillTally> {
  const { kills, profile, file, random, onRound } = options
  const tally = { ...noKills }
  let last: Typed | undefined
  for (let round = 1; round <= kills; round++) {
    const desk = await startWithWork(options, tally)
    if (last) judge(last, await organField(desk.page).inputValue(), tally)
    last = await typeUntilKilled(desk, `第${round}轮`, random)
    tally.kills = round
    tally.damaged += damagedFiles(profile, file)
    onRound?.(tally)
  }
  const desk = await startWithWork(options, tally)
  if (last) judge(last, await organField(desk.page).inputValue(), tally)
  await desk.kill()
  return tally
}

/** A loaded machine may fail to bring up a window in time: that is tried again, and counted. */
const mostStarts = 3

async function startWithWork(
  { profile, file, root, onRestart }: KillOptions,
  tally: KillTally,
): Promise<Desk> {
  const before = file === undefined ? undefined : readFileSync(file)
  for (let tries = 1; ; tries++) {
    let desk: Desk | undefined
    try {
      const args = file === undefined ? [] : [file]
      desk = await launch({ userData: profile, args, ...(root !== undefined && { root }) })
      // Without a file, saving asks for one: a dialog of the system that nobody answers.
      await cancelDialogs(desk.app)
      const isOffered = await isWorkOffered(desk.page, file !== undefined)
      if (file !== undefined && before && !readFileSync(file).equals(before)) tally.replacedUnasked++
      await openWork(desk.page, file !== undefined, isOffered)
      if (isOffered) tally.offered++
      return desk
    } catch (error) {
      await desk?.kill()
      if (tries === mostStarts) throw error
      tally.restarts++
      onRestart?.(`${error instanceof Error ? error.message : error}\n${desk?.errors.join('\n') ?? ''}`)
    }
  }
}

const organField = (page: Page) => page.getByRole('textbox', { name: '编制机关名称' })

const keptButton = (page: Page) => page.getByRole('button', { name: '用恢复的内容' })

async function isWorkOffered(page: Page, hasFile: boolean): Promise<boolean> {
  // The samples are there once main has said what there is to start with.
  const started = hasFile ? organField(page) : page.locator('.samples button')
  await keptButton(page).or(started).first().waitFor()
  return keptButton(page).isVisible()
}

/** Takes the work that is offered; where nothing was left, begins a report. */
async function openWork(page: Page, hasFile: boolean, isOffered: boolean): Promise<void> {
  if (isOffered) await keptButton(page).click()
  else if (!hasFile) await page.getByRole('button', { name: /^新建年报/ }).click()
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
  if (random() < 0.3) await inTheMiddleOfSaving(page, random)
  const killed = performance.now()
  await desk.kill()
  await typing
  const older = seen.findLast(({ at }) => killed - at > promised)?.text
  return { texts: seen.map(({ text }) => text), acknowledged, older }
}

/** Every third kill or so: a save takes a few milliseconds, which random moments alone hardly ever meet. */
async function inTheMiddleOfSaving(page: Page, random: () => number): Promise<void> {
  await page.keyboard.press('Control+s').catch(() => {})
  await pause(random() * 30)
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
