import { type FileHandle, open } from 'node:fs/promises'

/**
 * The family names of the fonts in a TrueType or OpenType file or collection (OpenType 1.9, "name" table: ids 1 and
 * 16). Nothing for a file that is no font or cannot be read.
 */
export async function readFamilyNames(path: string): Promise<string[]> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const names = new Set<string>()
    for (const offset of await fontOffsets(file))
      for (const name of await familyNames(file, offset)) names.add(name)
    return [...names]
  } catch {
    return []
  } finally {
    await file?.close()
  }
}

const COLLECTION = 0x74746366
const NAME_TABLE = 0x6e616d65
/** More than any real file has; a damaged one may claim millions. */
const MOST = 1000

async function fontOffsets(file: FileHandle): Promise<number[]> {
  const head = await read(file, 0, 12)
  if (head.getUint32(0) !== COLLECTION) return [0]
  const count = Math.min(head.getUint32(8), MOST)
  const offsets = await read(file, 12, count * 4)
  return Array.from({ length: count }, (_, index) => offsets.getUint32(index * 4))
}

async function familyNames(file: FileHandle, font: number): Promise<string[]> {
  const tables = (await read(file, font, 6)).getUint16(4)
  const directory = await read(file, font + 12, tables * 16)
  for (let entry = 0; entry < tables * 16; entry += 16)
    if (directory.getUint32(entry) === NAME_TABLE)
      return namesIn(await read(file, directory.getUint32(entry + 8), directory.getUint32(entry + 12)))
  return []
}

function namesIn(table: DataView): string[] {
  const [count, strings] = [table.getUint16(2), table.getUint16(4)]
  return Array.from({ length: count }, (_, index) => 6 + index * 12).flatMap((record) => {
    const [platform, id] = [table.getUint16(record), table.getUint16(record + 6)]
    const [length, offset] = [table.getUint16(record + 8), table.getUint16(record + 10)]
    // Windows and Unicode names are UTF-16; the old Macintosh ones repeat them in other encodings.
    if ((id !== 1 && id !== 16) || (platform !== 0 && platform !== 3)) return []
    const bytes = new Uint8Array(table.buffer, table.byteOffset + strings + offset, length)
    return [new TextDecoder('utf-16be').decode(bytes)]
  })
}

async function read(file: FileHandle, position: number, length: number): Promise<DataView> {
  const bytes = new Uint8Array(Math.min(length, LONGEST_TABLE))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, position)
  return new DataView(bytes.buffer, 0, bytesRead)
}

const LONGEST_TABLE = 1 << 20
