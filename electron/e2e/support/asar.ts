import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

interface AsarFolder {
  files: Record<string, AsarFolder | { size: number; unpacked?: boolean }>
}

/** The files of an asar archive with their sizes in bytes, read from its head: 16 bytes of lengths, then JSON. */
export function asarFiles(path: string): Map<string, number> {
  const { head } = readHead(path)
  const found = new Map<string, number>()
  const walk = ({ files }: AsarFolder, folder: string) => {
    for (const [name, entry] of Object.entries(files))
      if ('files' in entry) walk(entry, `${folder}${name}/`)
      else found.set(folder + name, entry.size)
  }
  walk(head, '')
  return found
}

/** The text of one file of the archive. */
export function asarText(path: string, file: string): string {
  const { head, contentAt } = readHead(path)
  const entry = file.split('/').reduce<unknown>((at, name) => (at as AsarFolder).files[name], head)
  const { offset, size } = entry as { offset: string; size: number }
  const start = contentAt + Number(offset)
  return readFileSync(path)
    .subarray(start, start + size)
    .toString('utf8')
}

function readHead(path: string): { head: AsarFolder; contentAt: number } {
  const file = openSync(path, 'r')
  try {
    const lengths = Buffer.alloc(16)
    readSync(file, lengths, 0, 16, 0)
    const text = Buffer.alloc(lengths.readUInt32LE(12))
    readSync(file, text, 0, text.length, 16)
    return { head: JSON.parse(text.toString('utf8')), contentAt: 8 + lengths.readUInt32LE(4) }
  } finally {
    closeSync(file)
  }
}
