import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

// The packaged app leaves no way into its main process, so its dialogs are used as a clerk uses them: by keys, which
// xdotool gives to the screen in memory.

const patience = 10_000

/** Chooses a file in the open dialog of this title. The path must be of plain letters. */
export async function openInDialog(title: string, path: string): Promise<void> {
  await enterPath(title, 'ctrl+l', path)
}

/** Names the file in the save dialog of this title. */
export async function saveInDialog(title: string, path: string): Promise<void> {
  await enterPath(title, 'ctrl+a', path)
}

async function enterPath(title: string, before: string, path: string): Promise<void> {
  const dialog = await windowOf(title)
  xdotool('windowfocus', '--sync', dialog)
  // The dialog takes keys only once it is drawn.
  await sleep(500)
  xdotool('key', before)
  xdotool('type', '--delay', '8', path)
  await sleep(200)
  xdotool('key', 'Return')
  await goneWindow(title)
}

/** What the bars of the visible windows say. */
export function windowTitles(): string[] {
  return [...windows().values()]
}

/** The visible windows' titles, by number. */
function windows(): Map<string, string> {
  const numbers = xdotool('search', '--onlyvisible', '--name', '.').split('\n').filter(Boolean)
  return new Map(numbers.map((number) => [number, xdotool('getwindowname', number)]))
}

async function windowOf(title: string): Promise<string> {
  const found = () => [...windows()].find(([, name]) => name === title)?.[0]
  await until(() => found() !== undefined, `No dialog called ${title}`)
  return found() ?? ''
}

function goneWindow(title: string): Promise<void> {
  return until(() => !windowTitles().includes(title), `The dialog ${title} stays`)
}

async function until(isSo: () => boolean, otherwise: string): Promise<void> {
  for (const start = Date.now(); !isSo(); await sleep(100))
    if (Date.now() - start > patience) throw new Error(`${otherwise}; there are ${windowTitles().join(', ')}`)
}

function xdotool(...args: string[]): string {
  try {
    return execFileSync('xdotool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch (error) {
    // It exits with 1 where a search finds nothing, or a window went meanwhile.
    if (error instanceof Error && 'status' in error && error.status === 1) return ''
    throw error
  }
}
