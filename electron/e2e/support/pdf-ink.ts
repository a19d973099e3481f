import { execFileSync } from 'node:child_process'

const DPI = 200

/** What is black on a page, in millimetres from its upper left corner. */
export interface Ink {
  left: number
  right: number
  top: number
  bottom: number
}

/** The ink of a page within a frame, as poppler draws it; throws where there is none. */
export function inkOf(pdf: string, page: number, frame: Ink): Ink {
  const { width, rows } = drawn(pdf, page)
  const [left, right] = [Math.max(0, pixels(frame.left)), Math.min(width, pixels(frame.right))]
  const inked = rows.flatMap((row, y) => {
    if (y < pixels(frame.top) || y >= pixels(frame.bottom)) return []
    const columns = [...row.subarray(left, right).entries()].filter(([, shade]) => shade < 128)
    return columns.length === 0 ? [] : [{ y, columns: columns.map(([x]) => x + left) }]
  })
  const [first, last] = [inked[0], inked.at(-1)]
  if (!first || !last) throw new Error(`Page ${page} is blank there.`)
  const columns = inked.flatMap((row) => [row.columns[0] ?? 0, row.columns.at(-1) ?? 0])
  return {
    left: millimetres(Math.min(...columns)),
    right: millimetres(Math.max(...columns) + 1),
    top: millimetres(first.y),
    bottom: millimetres(last.y + 1),
  }
}

/** Rows of shades, 0 black to 255 white. */
function drawn(pdf: string, page: number): { width: number; rows: Uint8Array[] } {
  const args = ['-gray', '-r', String(DPI), '-f', String(page), '-l', String(page), pdf]
  const pgm = execFileSync('pdftoppm', args, { maxBuffer: 1 << 26 })
  const [, head = '', widthText = '', heightText = ''] =
    /^(P5\s+(\d+)\s+(\d+)\s+255\s)/.exec(pgm.subarray(0, 60).toString('latin1')) ?? []
  const [width, height] = [Number(widthText), Number(heightText)]
  const shades = pgm.subarray(head.length)
  return {
    width,
    rows: Array.from({ length: height }, (_, y) => shades.subarray(y * width, (y + 1) * width)),
  }
}

function pixels(length: number): number {
  return Math.round((length / 25.4) * DPI)
}

function millimetres(count: number): number {
  return (count / DPI) * 25.4
}
