import type { PieceCell, TablePiece } from '../../shared/import/table-piece'
import { texts } from './word.texts'

/** A row of the report's table as it stood there, the cells in question marked. */
export function PieceTable({ piece, marked, name }: { piece: TablePiece; marked: number[]; name: string }) {
  const isMarked = ({ left, colSpan }: PieceCell) => marked.some((at) => at >= left && at < left + colSpan)
  return (
    <div className="piece">
      <table className="piece-table" aria-label={texts.picture(name)}>
        <thead>
          {piece.headings.map((cells) => (
            <tr key={keyOf(cells)}>
              {cells.map(({ text, left, colSpan, rowSpan }) => (
                <td key={left} colSpan={colSpan} rowSpan={rowSpan}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <tr>
            {piece.row.map((cell) => (
              <td
                key={cell.left}
                colSpan={cell.colSpan}
                className={isMarked(cell) ? 'piece-marked' : undefined}
              >
                {isMarked(cell) ? <mark>{cell.text || '　'}</mark> : cell.text}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function keyOf(cells: PieceCell[]): string {
  return cells.map(({ left, text }) => `${left} ${text}`).join()
}
