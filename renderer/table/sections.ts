import type { Grid } from '../../shared/format/format'
import { layOut, type Placed } from './cell-map'
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
