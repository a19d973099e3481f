import type { Grid } from '../../shared/format/format'
import { type CellMap, layOut, type Placed } from './cell-map'
import { headingsOf, placeKey } from './headings'

export interface SectionCell {
  placed: Placed
  id: string
  /** Ids of the labels that name a figure, as its `headers`. */
  headers: string
}

export interface Section {
  key: string
  Part: 'thead' | 'tbody'
  rows: { key: string; cells: SectionCell[] }[]
}

/** The grid's rows under their parts: the head that stays in sight, then a body for every band. */
export function sectionsOf(grid: Grid, tableId: string): Section[] {
  const headings = headingsOf(grid)
  const placed = layOut(grid)
  const sections: Section[] = []
  for (const [index, contents] of grid.rows.entries()) {
    const Part = index < grid.headerRows ? 'thead' : 'tbody'
    const isBand = contents.some((content) => content.kind === 'label' && content.role === 'band')
    const cells = placed
      .filter((one) => one.row === index)
      .map((one): SectionCell => {
        const names = one.content.kind === 'figure' ? (headings.get(one.content.cell) ?? []) : []
        const headers = names.map((name) => `${tableId}-${name}`).join(' ')
        return { placed: one, id: `${tableId}-${placeKey(one)}`, headers }
      })
    const row = { key: `${index}`, cells }
    const last = sections.at(-1)
    if (last && last.Part === Part && !isBand) last.rows.push(row)
    else sections.push({ key: row.key, Part, rows: [row] })
  }
  return sections
}

/** px a column of figures needs, and the labels beside them all together, before the table scrolls sideways. */
const figureWidth = 44
const labelsWidth = 232

export interface Measures {
  /** px. */
  leastWidth: number
  /** Share of the width that the labels beside the figures take. */
  labelsShare: number
  /** Column widths in CSS. */
  columns: { key: string; width: string }[]
  /** Share of the table's width left of a label that stays beside the figures; undefined for any other. */
  left(label: Placed): number | undefined
}

export function measuresOf(grid: Grid, map: CellMap): Measures {
  const all = sum(grid.widths)
  const firstFigure = Math.min(...map.places.map(({ column }) => column))
  const share = (columns: number) => sum(grid.widths.slice(0, columns)) / all
  return {
    leastWidth: (firstFigure > 0 ? labelsWidth : 0) + (grid.widths.length - firstFigure) * figureWidth,
    labelsShare: share(firstFigure),
    columns: grid.widths.map((width, column) => ({ key: `${column}`, width: `${(100 * width) / all}%` })),
    left: ({ column, colSpan }) => (column + colSpan <= firstFigure ? share(column) : undefined),
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
