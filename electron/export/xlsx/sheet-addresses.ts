import { cellPlaces } from '../../../shared/compose/cell-places'
import type { DocumentTable } from '../../../shared/compose/document'

/** Where each figure of a table stands in its sheet: 't3.granted.total' → 'J6'. */
export function addressesOf(table: DocumentTable): Map<string, string> {
  return new Map(
    cellPlaces(table)
      .flat()
      .flatMap(({ cell, row, column }) =>
        cell.cell === undefined ? [] : [[cell.cell, `${columnName(column)}${row + 1}`] as const],
      ),
  )
}

/** A live sum of figures: SUM(D4:I4) where they lie side by side, else each by itself. */
export function sumFormula(parts: string[], addresses: Map<string, string>): string {
  const cells = parts.map((part) => {
    const address = addresses.get(part)
    if (address === undefined) throw new Error(`No cell of the sheet holds ${part}.`)
    return address
  })
  return `SUM(${runsOf(cells).join(',')})`
}

/** Neighbours in a row or column as one range; other parts between stay apart. */
function runsOf(cells: string[]): string[] {
  const runs: [first: string, last: string][] = []
  for (const cell of cells) {
    const run = runs.at(-1)
    if (run && follows(run[0], run[1], cell)) run[1] = cell
    else runs.push([cell, cell])
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}:${last}`))
}

function follows(first: string, last: string, next: string): boolean {
  const [begin, end, here] = [place(first), place(last), place(next)]
  const across = begin.row === here.row && end.row === here.row && here.column === end.column + 1
  const down = begin.column === here.column && end.column === here.column && here.row === end.row + 1
  return across || down
}

function place(address: string): { row: number; column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(row), column: column - 1 }
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A sheet's name as spreadsheets allow it: 31 characters at most, none of theirs. */
export function sheetName({ caption }: DocumentTable, index: number): string {
  const name = caption.replace(/[[\]/\\:*?']/gu, '').slice(0, 31)
  return name === '' ? `表${index + 1}` : name
}
