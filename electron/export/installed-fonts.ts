import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { readFamilyNames } from './font-names'

/**
 * Family names of the fonts of this computer, in every language they give themselves: from fontconfig where it is,
 * else out of the font files in the system's folders. A font that cannot be read is left out.
 */
export async function installedFonts(): Promise<string[]> {
  const names = process.platform === 'linux' ? await fontconfigNames() : undefined
  return names ?? namesInFolders(fontFolders())
}

/** undefined: there is no fontconfig. */
async function fontconfigNames(): Promise<string[] | undefined> {
  try {
    const { stdout } = await promisify(execFile)('fc-list', ['--format', '%{family}\n'], {
      maxBuffer: 16 << 20,
      timeout: 10_000,
    })
    return [...new Set(stdout.split(/[,\n]/).filter((name) => name !== ''))]
  } catch {
    return undefined
  }
}

/** Where the system and its user keep fonts. */
function fontFolders(): string[] {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return [
        join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
        join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
      ]
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts'), ...downloadedByMacOs]
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(home, '.local/share/fonts'),
        join(home, '.fonts'),
      ]
  }
}

/** Songti SC, Kaiti SC and others come when they are first asked for. */
const downloadedByMacOs = ['/System/Library/AssetsV2/com_apple_MobileAsset_Font7']

/** Family names in the font files of these folders and the folders in them. */
export async function namesInFolders(folders: string[]): Promise<string[]> {
  const files = (await Promise.all(folders.map(fontFiles))).flat()
  const names = new Set<string>()
  for (const file of files) for (const name of await readFamilyNames(file)) names.add(name)
  return [...names]
}

async function fontFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => ['.ttf', '.otf', '.ttc', '.otc'].includes(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
