import { isAbsolute, resolve } from 'node:path'

/** The draft named on the command line, made absolute from the folder it was typed in; null: none. */
export function draftArgument(argv: string[], folder: string): string | null {
  const named = argv.slice(1).find((argument) => !argument.startsWith('-') && isDraftName(argument))
  return named === undefined ? null : resolve(folder, named)
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
