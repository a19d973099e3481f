import { type Command, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { deleteColumn, deleteRow, selectedRect, TableMap } from 'prosemirror-tables'
import { hasHeader } from './doc-to-blocks'
import { proseSchema } from './schema'

const { nodes } = proseSchema

/** Removes the row with the caret, which then stands in the row that moved up. */
export const removeRow = keepingPlace(deleteRow)

/** Removes the column with the caret, which then stands in the column that moved up. */
export const removeColumn = keepingPlace(deleteColumn)

function keepingPlace(command: Command): Command {
  return (state, dispatch) => {
    if (!command(state)) return false
    const { top, left, tableStart } = selectedRect(state)
    return command(state, (transaction) => dispatch?.(caretToCell(transaction, tableStart, top, left)))
  }
}

function caretToCell(transaction: Transaction, tableStart: number, row: number, column: number): Transaction {
  const table = transaction.doc.nodeAt(tableStart - 1)
  if (table?.type !== nodes.table) return transaction
  const { map, width, height } = TableMap.get(table)
  const cell = map[Math.min(row, height - 1) * width + Math.min(column, width - 1)] ?? 0
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(tableStart + cell + 1)))
}

/** Makes the table's first row its header, or plain. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  const { $from } = state.selection
  const table = $from.depth > 0 ? state.doc.nodeAt($from.before(1)) : null
  if (table?.type !== nodes.table) return false
  dispatch?.(headFirstRow(state.tr, $from.before(1), !hasHeader(table)))
  return true
}

function headFirstRow(transaction: Transaction, position: number, header: boolean): Transaction {
  transaction.doc.nodeAt(position)?.forEach((row, rowOffset, rowIndex) => {
    const wanted = header && rowIndex === 0 ? nodes.table_header : nodes.table_cell
    row.forEach((cell, cellOffset) => {
      const at = position + 2 + rowOffset + cellOffset
      if (cell.type !== wanted) transaction.setNodeMarkup(at, wanted, cell.attrs)
    })
  })
  return transaction
}

/** A table has one header row at most, its first, whatever rows and columns come and go. */
export const headerRows = new Plugin({
  appendTransaction(transactions, _, state) {
    if (!transactions.some((applied) => applied.docChanged)) return null
    const transaction = state.tr
    state.doc.forEach((node, position) => {
      if (node.type === nodes.table) headFirstRow(transaction, position, hasHeader(node))
    })
    return transaction.docChanged ? transaction : null
  },
})
