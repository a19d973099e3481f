import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Writing a draft takes seconds: what is older than this was left by a process that was killed; milliseconds. */
const oldest = 60 * 60_000

/** Removes what killed writers left in a folder (durable-write.ts). Whatever it cannot remove, it leaves. */
export async function cleanTemporary(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!/^\.nianbao-[0-9a-f]{12}\.tmp$/.test(name)) continue
    const file = join(folder, name)
    const about = await stat(file).catch(() => undefined)
    if (about?.isFile() && now - about.mtimeMs > oldest) await rm(file, { force: true }).catch(() => {})
  }
}
