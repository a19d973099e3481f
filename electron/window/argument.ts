import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The draft named on the command line, made absolute from the folder it was typed in; null: none. Desktops hand a file
 * over as its path or as its file: address.
 */
export function draftArgument(argv: string[], folder: string): string | null {
  const named = argv.slice(1).find((argument) => !argument.startsWith('-') && isDraftName(argument))
  if (named === undefined) return null
  return /^file:/i.test(named) ? pathOfAddress(named) : resolve(folder, named)
}

function pathOfAddress(address: string): string | null {
  try {
    return fileURLToPath(address)
  } catch {
    return null
  }
}

/** What a second start of the app hands over to the first: the file to open. */
export function handedFile(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('file' in data)) return null
  const { file } = data
  return typeof file === 'string' && isAbsolute(file) && isDraftName(file) ? file : null
}

function isDraftName(path: string): boolean {
  return path.toLowerCase().endsWith('.nianbao')
}
