import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const hour = 3_600_000

/** Where downloads are kept between runs: outside the tree, so that a fresh checkout need not repeat them. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'nianbao-desk')
}

/**
 * Makes `cache/name` once: `fill` writes into a folder aside, which then takes its name in one step.
 * Safe to run twice, at the same time, and after a run that was cut off. Returns the folder.
 */
export async function cachedFolder(
  cache: string,
  name: string,
  fill: (folder: string) => Promise<void> | void,
): Promise<string> {
  const folder = join(cache, name)
  if (isFolder(folder)) return folder
  mkdirSync(cache, { recursive: true })
  removeAborted(cache)
  const aside = mkdtempSync(join(cache, '.unfinished-'))
  try {
    const inner = join(aside, 'folder')
    mkdirSync(inner)
    await fill(inner)
    moveUnlessThere(inner, folder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return folder
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    // Another run was quicker: its folder is as good as ours.
    if (!isFolder(to)) throw error
  }
}

function removeAborted(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
    if (name.startsWith('.unfinished-') && made < Date.now() - hour)
      rmSync(path, { recursive: true, force: true })
  }
}
