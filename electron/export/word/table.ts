import type { IContext, IXmlableObject } from 'docx'
import type { Change, DocumentCell, DocumentRun, DocumentTable } from '../../../shared/compose/document'
import { type GridPlace, gridPlaces } from '../../../shared/compose/grid-places'
import { isKeptTogether } from '../../../shared/compose/kept-together'
import type { Style } from '../../../shared/compose/style'
import { changedRun, changeMark } from './changes'
import { columnWidths, sum } from './grid'
import { MarkupBlock, markup, value } from './markup'
import type { Orientation } from './page-runs'
import { styleIds } from './styles-part'
import { pageTwips, twipsOfPoints } from './units'

/**
 * A table as wide as the type area. The widths of grid columns, cells and table agree to the twip: Word reads the
 * one, WPS the other.
 */
export function documentTable(table: DocumentTable, style: Style, orientation: Orientation): MarkupBlock {
  const look = lookOf(table, style, orientation)
  const rows = gridPlaces(table)
  const together = isKeptTogether(table)
  return new MarkupBlock('w:tbl', (context) => [
    tableProperties(table, style, sum(look.widths)),
    markup('w:tblGrid', {}, ...look.widths.map((width) => markup('w:gridCol', { 'w:w': width }))),
    ...rows.map((places, index) => {
      const change = table.rowChanges?.[index]
      return markup(
        'w:tr',
        {},
        markup(
          'w:trPr',
          {},
          markup('w:cantSplit'),
          markup('w:trHeight', { 'w:val': look.rowHeight, 'w:hRule': 'atLeast' }),
          ...(index < table.headerRows ? [markup('w:tblHeader')] : []),
          ...(change ? [changeMark(change, context)] : []),
        ),
        ...places.map((place) =>
          tableCell(place, look, { keepNext: together && index < rows.length - 1, change, context }),
        ),
      )
    }),
  ])
}

/** What a cell takes from its row. */
interface InRow {
  keepNext: boolean
  change: Change | undefined
  context: IContext
}

function tableProperties({ caption }: DocumentTable, { table }: Style, width: number): IXmlableObject {
  const border = {
    'w:val': 'single',
    'w:sz': Math.round(table.borderWidth * 8),
    'w:space': 0,
    'w:color': '000000',
  }
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const { horizontal, vertical } = table.cellMargin
  const margin = (edge: string, points: number) =>
    markup(`w:${edge}`, { 'w:w': twipsOfPoints(points), 'w:type': 'dxa' })
  return markup(
    'w:tblPr',
    {},
    markup('w:tblW', { 'w:type': 'dxa', 'w:w': width }),
    value('w:jc', 'center'),
    markup('w:tblBorders', {}, ...edges.map((edge) => markup(`w:${edge}`, border))),
    markup('w:tblLayout', { 'w:type': 'fixed' }),
    markup(
      'w:tblCellMar',
      {},
      margin('top', vertical),
      margin('left', horizontal),
      margin('bottom', vertical),
      margin('right', horizontal),
    ),
    value('w:tblCaption', caption),
  )
}

interface TableLook {
  widths: number[]
  isDense: boolean
  paragraphStyle: string
  /** Points. */
  size: number
  rowHeight: number
  bandFill: string
}

function lookOf(table: DocumentTable, style: Style, orientation: Orientation): TableLook {
  const { dense, landscape, rowHeight, bandFill } = style.table
  const { textWidth, textHeight } = pageTwips(style)
  const isDense = table.widths.length >= dense.fromColumns
  const look = { isDense, bandFill }
  if (orientation === 'landscape')
    return {
      ...look,
      widths: columnWidths(table.widths, textHeight),
      paragraphStyle: styleIds.landscapeTable,
      size: landscape.size,
      rowHeight: twipsOfPoints(landscape.rowHeight),
    }
  return {
    ...look,
    widths: columnWidths(table.widths, textWidth),
    size: isDense ? dense.size : style.table.text.size,
    paragraphStyle: isDense ? styleIds.denseTable : styleIds.table,
    rowHeight: twipsOfPoints(isDense ? dense.rowHeight : rowHeight),
  }
}

/** A cell below the one it continues has only an empty line, which Word wants. */
function tableCell(
  { cell, column, continues }: GridPlace,
  look: TableLook,
  { keepNext, change, context }: InRow,
): IXmlableObject {
  const width = sum(look.widths.slice(column, column + cell.colSpan))
  const markIndent = indentAfterMark(cell, width, look.size)
  return markup(
    'w:tc',
    {},
    markup(
      'w:tcPr',
      {},
      markup('w:tcW', { 'w:type': 'dxa', 'w:w': width }),
      ...(cell.colSpan > 1 ? [value('w:gridSpan', cell.colSpan)] : []),
      ...(cell.rowSpan > 1 ? [value('w:vMerge', continues ? 'continue' : 'restart')] : []),
      ...(cell.role === 'band'
        ? [markup('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': look.bandFill })]
        : []),
      ...(markIndent === undefined ? [] : [narrowMargins]),
      ...(cell.vertical ? [value('w:textDirection', 'tbRl')] : []),
      value('w:vAlign', 'center'),
    ),
    markup(
      'w:p',
      {},
      markup(
        'w:pPr',
        {},
        value('w:pStyle', look.paragraphStyle),
        ...(keepNext ? [markup('w:keepNext')] : []),
        ...(markIndent === undefined ? [] : [markup('w:ind', { 'w:firstLine': markIndent })]),
        ...(isFromLeft(cell, look) ? [value('w:jc', 'left')] : []),
        ...(change ? [markup('w:rPr', {}, changeMark(change, context))] : []),
      ),
      ...(continues ? [] : cell.runs.map((one) => cellRun(one, change, context))),
    ),
  )
}

function cellRun(of: DocumentRun, rowChange: Change | undefined, context: IContext): IXmlableObject {
  const change = rowChange ?? of.change
  return change ? changedRun(run(of), change, context) : run(of)
}

/**
 * A label beside several rows, too long for one line of its narrow cell, breaks after its mark: （三）/ 不予公开. Word
 * knows no such break within a text, but a first line drawn in by this many twips holds the mark and no character more.
 */
function indentAfterMark({ role, rowSpan, vertical, runs }: DocumentCell, width: number, size: number) {
  if (role !== 'stub' || rowSpan === 1 || vertical) return undefined
  const text = runs.map((run) => run.text).join('')
  const [mark] = /^（[^（）]+）/u.exec(text) ?? []
  const character = twipsOfPoints(size)
  const room = width - 2 * NARROW_MARGIN
  if (mark === undefined || text.length * character <= room) return undefined
  const indent = room - (mark.length + 1) * character + SAFETY
  return indent >= 0 && indent + mark.length * character <= room ? indent : undefined
}

/** Twips: beside a label that needs the cell's whole width. */
const NARROW_MARGIN = 20

/** Twips: what rounding may take from a character. */
const SAFETY = 20

const narrowMargins = markup(
  'w:tcMar',
  {},
  markup('w:left', { 'w:w': NARROW_MARGIN, 'w:type': 'dxa' }),
  markup('w:right', { 'w:w': NARROW_MARGIN, 'w:type': 'dxa' }),
)

/** The hint keeps “ ” — … · in the Chinese font; digits need none. */
function run({ text, bold }: DocumentRun): IXmlableObject {
  const look = [
    ...(/^[ -~]*$/u.test(text) ? [] : [markup('w:rFonts', { 'w:hint': 'eastAsia' })]),
    ...(bold ? [markup('w:b')] : []),
  ]
  return markup(
    'w:r',
    {},
    ...(look.length > 0 ? [markup('w:rPr', {}, ...look)] : []),
    markup('w:t', text.trim() === text ? {} : { 'xml:space': 'preserve' }, text),
  )
}

/** The style sets table text in the middle; the long row labels of a wide table begin in line. */
function isFromLeft(cell: DocumentCell, { isDense }: TableLook): boolean {
  return isDense && ((cell.role === 'stub' && cell.rowSpan === 1) || cell.role === 'note')
}
