import { reportStyle } from '../../../shared/compose/report-style'
import type { Draft } from '../../../shared/draft/draft'
import type { Format, Table } from '../../../shared/format/format'
import { formatOf } from '../../desk/derived'
import { useDeskState, useDraft } from '../../desk/use-desk'
import { ChoiceField } from '../../fields/choice-field'
import { texts } from './style.texts'

/** Upright or on its side: asked of the one table that only just fits a page, and kept with the report. */
export function TableDirection() {
  const office = useDeskState((state) => state.office.style)
  const table = useDraft((draft) => longestTable(formatOf(draft)))
  if (!table) return null
  return (
    <section>
      <h2 className="style-heading">{texts.thisReport}</h2>
      <ChoiceField
        step="export"
        field="style.landscape"
        choices={[
          { value: 'upright', ...texts.upright(table.caption) },
          { value: 'turned', ...texts.turned(table.caption) },
        ]}
        read={({ style }) => (turnedTables(office, style).includes(table.id) ? 'turned' : 'upright')}
        write={(draft, direction) => {
          const others = turnedTables(office, draft.style).filter((id) => id !== table.id)
          turn(draft, direction === 'turned' ? [...others, table.id] : others)
        }}
      />
    </section>
  )
}

function longestTable({ tables }: Format): Table | undefined {
  return [...tables].sort((one, other) => other.grid.rows.length - one.grid.rows.length)[0]
}

function turnedTables(...variants: Draft['style'][]): string[] {
  return reportStyle(...variants).table.landscape.tables
}

/** Said even where it is the standard's: the office may have set otherwise for all reports. */
function turn(draft: Draft, tables: string[]): void {
  const { table } = draft.style ?? {}
  draft.style = { ...draft.style, table: { ...table, landscape: { ...table?.landscape, tables } } }
}
