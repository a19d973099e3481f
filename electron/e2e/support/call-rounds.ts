import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { writeDraft } from '../../../shared/draft/write-draft'
import type { Desk as Bridge } from '../../../shared/ipc'
import { type CallOptions, type CallTally, hostileCalls } from './hostile-calls'
import { type Desk, launch, projectRoot, removeFolder } from './launch'
import { sampleDrafts } from './sample-drafts'
import { type FileUse, fileUses, tracingElectron } from './traced-app'

export interface CallRun extends CallTally {
  calls: number
  /** The app is the one that was started, its page answers, and no object of either was changed. */
  isAlive: boolean
  /** Files beside the chosen ones whose content or names changed. */
  changed: string[]
  /** What the system saw of files that were none of the app's; undefined: nobody watched. */
  foreign: string[] | undefined
  /** What main noted as having failed, each once. */
  troubles: string[]
}

/** Calls asked at once of one evaluation in the page. */
const slice = 2000

interface CallRunOptions {
  /** The app's folder; undefined: the one that was built last. */
  root?: string
  onProgress?: (done: number) => void
}

/** Starts the real app, takes its page over and asks `count` hostile questions, half of them past the bridge. */
export async function callRounds(
  seed: number,
  count: number,
  { root = projectRoot, onProgress = () => {} }: CallRunOptions = {},
): Promise<CallRun> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'calls-')))
  const places = makePlaces(folder)
  const before = contents(places.decoy)
  const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron')
  const traced = existsSync(electron) ? tracingElectron(folder, electron) : undefined
  const desk = await launch({
    root,
    userData: places.profile,
    args: [places.draft],
    ...(traced && { executablePath: traced.program }),
  })
  // Not the process that was started: that one only watches.
  const pid = await desk.app.evaluate(() => process.pid)
  try {
    await answerDialogs(desk, places.chosen)
    const page = await takenOver(desk, folder)
    const run: CallTally = { replied: 0, refused: 0, failed: 0, unsent: 0, unanswered: 0, leaks: [] }
    const options = {
      seed,
      shapes: channelShapes(),
      paths: places.wanted,
      secrets: [places.profile, places.chosen],
      draft: writeDraft(places.sample),
    }
    for (let from = 0; from < count; from += slice) {
      const handles = await knownHandles(page)
      const part = { ...options, handles, from, count: Math.min(slice, count - from) }
      add(
        run,
        from % (2 * slice) === 0
          ? await page.evaluate(inPage, [hostileCalls.toString(), part] as const)
          : await page.evaluate(pastBridge, part),
      )
      onProgress(from + part.count)
    }
    const isAlive = await isUnharmed(desk, page, pid)
    await desk.app.evaluate(({ app }) => app.exit(0)).catch(() => {})
    await desk.ended()
    return {
      ...run,
      calls: count,
      isAlive,
      changed: differences(before, contents(places.decoy)),
      foreign: traced && foreignUses(fileUses(traced.log, process.cwd()), folder, root, places),
      troubles: troublesIn(join(places.profile, 'logs/desk.log')),
    }
  } finally {
    endProcess(pid)
    await desk.kill()
    removeFolder(folder)
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself, as it was told.
  }
}

interface Places {
  profile: string
  /** What the clerk chooses in every dialog lies here. */
  chosen: string
  draft: string
  /** What nobody chose. */
  decoy: string
  sample: (typeof sampleDrafts)[number]['draft']
  /** What a call may try to reach. */
  wanted: string[]
}

function makePlaces(folder: string): Places {
  const [profile, chosen, decoy] = ['profile', 'chosen', 'decoy'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const path of [profile, chosen, decoy]) mkdirSync(path)
  const sample = sampleDrafts.find(({ name }) => name === 'qixing-2021')?.draft
  if (!sample) throw new Error('The sample is gone.')
  const draft = join(chosen, 'report.nianbao')
  for (const path of [draft, join(decoy, 'secret.nianbao')]) writeFileSync(path, writeDraft(sample))
  const others = ['secret.docx', 'secret.png', 'secret.txt'].map((name) => join(decoy, name))
  for (const path of others) writeFileSync(path, 'secret')
  return {
    profile,
    chosen,
    draft,
    decoy,
    sample,
    wanted: [join(decoy, 'secret.nianbao'), ...others, '/etc/shadow', decoy],
  }
}

interface Shape {
  $ref?: string
  required?: string[]
}

/** The channels, each with the names of what it takes: a new channel is tried without a word here. */
function channelShapes(): Record<string, string[]> {
  const text = readFileSync(join(projectRoot, 'electron/ipc/requests.schema.json'), 'utf8')
  const schema: { properties: Record<string, Shape>; definitions: Record<string, Shape> } = JSON.parse(text)
  const named = ({ $ref, required }: Shape): string[] =>
    required ?? ($ref ? named(schema.definitions[$ref.replace('#/definitions/', '')] ?? {}) : [])
  return Object.fromEntries(
    Object.entries(schema.properties).map(([channel, shape]) => [channel, named(shape)]),
  )
}

/** The clerk chooses a file of hers, chooses nothing, says yes and says no, in turn. */
async function answerDialogs({ app }: Desk, folder: string): Promise<void> {
  await app.evaluate(({ dialog, shell }, chosen) => {
    let times = 0
    const turn = (of: number) => times++ % of
    dialog.showOpenDialog = async () =>
      turn(2) === 0
        ? { canceled: true, filePaths: [] }
        : { canceled: false, filePaths: [`${chosen}/report.nianbao`] }
    dialog.showSaveDialog = async () =>
      turn(2) === 0
        ? { canceled: true, filePath: '' }
        : { canceled: false, filePath: `${chosen}/written-${turn(5)}` }
    dialog.showMessageBox = async () => ({ response: turn(2), checkboxChecked: false })
    shell.showItemInFolder = () => {}
  }, folder)
}

/** The page as it is once somebody else runs in its process: past the bridge too, at the wire itself. */
async function takenOver({ app, page }: Desk, folder: string): Promise<Page> {
  const preload = join(folder, 'taken-over.js')
  writeFileSync(
    preload,
    `const { contextBridge, ipcRenderer } = require('electron')
     const hostileCalls = ${hostileCalls.toString()}
     const call = async (...words) => {
       for (const wire of ['tell', 'ask', 'open', '__proto__']) ipcRenderer.send(wire, ...words)
       const answer = await ipcRenderer.invoke('ask', ...words)
       if (answer.kind !== 'reply') throw new Error(answer.kind)
       return answer.reply
     }
     contextBridge.exposeInMainWorld('pastBridge', (options) => hostileCalls(options, call))`,
  )
  await app.evaluate(({ session }, path) => {
    const own = session.defaultSession as unknown as {
      registerPreloadScript?(script: { type: 'frame'; filePath: string }): void
      setPreloads?(paths: string[]): void
    }
    if (own.registerPreloadScript) own.registerPreloadScript({ type: 'frame', filePath: path })
    else own.setPreloads?.([path])
  }, preload)
  await page.reload()
  await page.waitForFunction(() => 'pastBridge' in globalThis)
  return page
}

function inPage([source, options]: readonly [string, CallOptions]): Promise<CallTally> {
  const { desk } = globalThis as unknown as { desk: { ask(...words: unknown[]): Promise<unknown> } }
  const calls = new Function(`return ${source}`)() as typeof hostileCalls
  return calls(options, (...words) => desk.ask(...words))
}

function pastBridge(options: CallOptions): Promise<CallTally> {
  const own = globalThis as unknown as { pastBridge(options: CallOptions): Promise<CallTally> }
  return own.pastBridge(options)
}

async function knownHandles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { desk } = globalThis as unknown as { desk: Bridge }
    const recent = await desk.ask('recent:list', null)
    const backups = await desk.ask('backup:list', { handle: null })
    const opened = await Promise.all(recent.map(({ handle }) => desk.ask('draft:openRecent', { handle })))
    const files = opened.flatMap((reply) => (reply.ok && reply.value.file ? [reply.value.file] : []))
    return ['none', ...[...recent, ...backups.slice(0, 10), ...files].map(({ handle }) => handle)]
  })
}

async function isUnharmed({ app }: Desk, page: Page, pid: number): Promise<boolean> {
  const same = await app.evaluate(
    ({ BrowserWindow }, before) =>
      process.pid === before && BrowserWindow.getAllWindows().length === 1 && !('polluted' in {}),
    pid,
  )
  const answers = await page.evaluate(async () => {
    const { desk } = globalThis as unknown as { desk: Bridge }
    return Array.isArray(await desk.ask('recent:list', null)) && !('polluted' in {})
  })
  return same && answers
}

/** Files of the system, of Electron and of the desktop's libraries, which every window opens. */
function foreignUses(
  uses: FileUse[],
  folder: string,
  root: string,
  { profile, chosen, decoy }: Places,
): string[] {
  const system = [
    '/usr',
    '/lib',
    '/lib64',
    '/etc',
    '/proc',
    '/sys',
    '/dev',
    '/run',
    '/var',
    '/bin',
    '/sbin',
    '/opt',
    '/selinux',
  ]
  const libraries = [
    '.cache',
    '.config',
    '.local',
    '.fonts',
    '.pki',
    '.icons',
    '.themes',
    '.XCompose',
    '.fontconfig',
    '.drirc',
    '.Xauthority',
  ].map((name) => join(homedir(), name))
  const electron = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? ''
  const own = [profile, chosen]
  const readable = [...own, ...system, ...libraries, electron, root, join(folder, 'taken-over.js')]
  const writable = [...own, ...libraries, '/dev', '/proc', '/run/user']
  const isIn = (path: string, places: string[]) =>
    places.some((place) => path === place || path.startsWith(join(place, '/')))
  const isScratch = (path: string) =>
    /^\/tmp\/(scoped_dir|\.org\.chromium\.|\.X11-unix|\.com\.google|org\.chromium|pulse-|dconf|\.font-unix)/.test(
      path,
    )
  const isOffence = ({ call, paths, isWrite, isDone }: FileUse) => {
    if (paths.some((path) => isIn(path, [decoy, '/etc/shadow', '/root/.ssh']))) return true
    if (!isDone || !(isWrite || /^open/.test(call))) return false
    return paths.some((path) => !isScratch(path) && !isIn(path, isWrite ? writable : readable))
  }
  return [...new Set(uses.filter(isOffence).map(({ call, paths }) => `${call} ${paths.join(' ')}`))]
}

function contents(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  )
}

function troublesIn(log: string): string[] {
  if (!existsSync(log)) return []
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => / failed: |unhandled|uncaught/.test(line))
  return [...new Set(lines.map((line) => line.slice(line.indexOf(' ') + 1)))]
}

function add(run: CallTally, part: CallTally): void {
  run.replied += part.replied
  run.refused += part.refused
  run.failed += part.failed
  run.unsent += part.unsent
  run.unanswered += part.unanswered
  run.leaks.push(...part.leaks.slice(0, 20 - run.leaks.length))
}
