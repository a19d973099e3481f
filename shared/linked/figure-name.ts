import { wordsOf } from '../check/text/expression'
import type { FigureExpression } from '../draft/draft'
import type { CellInfo } from '../format/cells'

/** What a linked figure counts, as the clerk reads it: 表三（一）予以公开·总计, …比上年增减, …占…的比例. */
export function figureName(value: FigureExpression, info: (cell: string) => CellInfo | undefined): string {
  if (value.kind === 'difference' && isChange(value.of, value.less))
    return `${wordsOf(value.of, info)}比上年增减`
  if (value.kind === 'difference' && isChange(value.less, value.of))
    return `${wordsOf(value.less, info)}比上年减少`
  if (value.kind === 'share' && value.of.kind === 'difference' && isChange(value.of.of, value.whole))
    return `${wordsOf(value.of.of, info)}比上年增长率`
  return wordsOf(value, info)
}

/** The one is this year's figure, the other the same of last year. */
function isChange(now: FigureExpression, before: FigureExpression): boolean {
  if (now.kind === 'cell' && before.kind === 'cell')
    return now.cell === before.cell && !now.previous && before.previous === true
  if (now.kind !== 'sum' || before.kind !== 'sum') return false
  return (
    now.of.length === before.of.length &&
    now.of.every((term, index) => {
      const other = before.of[index]
      return other !== undefined && isChange(term, other)
    })
  )
}
