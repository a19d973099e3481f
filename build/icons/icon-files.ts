/** A square picture as PNG. */
export interface SizedPng {
  size: number
  png: Uint8Array
}

/** A Windows .ico of PNG pictures, which Windows takes since Vista. */
export function icoFile(pictures: SizedPng[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // 0 stands for 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** The types of a macOS .icns that hold PNG; the last three are for screens of double density. */
const icnsTypes: [type: string, size: number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic13', 256],
  ['ic14', 512],
]

/** A macOS .icns of those of the pictures whose size it knows. */
export function icnsFile(pictures: SizedPng[]): Buffer {
  const parts = icnsTypes.flatMap(([type, size]) => {
    const png = pictures.find((picture) => picture.size === size)?.png
    return png ? [part(type, png)] : []
  })
  return part('icns', Buffer.concat(parts))
}

/** Its length counts its own head of eight bytes. */
function part(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
