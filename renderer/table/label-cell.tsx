import { memo } from 'react'
import type { GridCell } from '../../shared/format/format'

type Label = Extract<GridCell, { kind: 'label' }>

interface LabelCellProps {
  label: Label
  id: string
  /** px left of it; set where the cell stays in sight while figures scroll past. */
  left: number | undefined
}

/** A printed label, at exactly its place and span. */
export const LabelCell = memo(function LabelCell({ label, id, left }: LabelCellProps) {
  const { text, role, colSpan = 1, rowSpan = 1, vertical } = label
  const className = [`label-${role}`, vertical && 'label-vertical', left !== undefined && 'label-stays']
    .filter(Boolean)
    .join(' ')
  const place = {
    colSpan,
    rowSpan,
    className,
    ...(left !== undefined && { style: { left } }),
  }
  const content = <span>{text}</span>
  if (role === 'note') return <td {...place}>{content}</td>
  return (
    <th {...place} id={id} scope={scopeOf(label)}>
      {content}
    </th>
  )
})

function scopeOf({ role, colSpan = 1, rowSpan = 1 }: Label): 'col' | 'colgroup' | 'row' | 'rowgroup' {
  if (role === 'header') return colSpan > 1 ? 'colgroup' : 'col'
  if (role === 'band') return 'rowgroup'
  return rowSpan > 1 ? 'rowgroup' : 'row'
}
