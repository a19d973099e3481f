import type { FigureRun } from '../draft/draft'
import { evaluateFigure, type Trouble } from './evaluate'
import type { TableValues } from './table-values'
import { writeNumber } from './write-number'

/** What stands in the text where a linked figure has no number: seen at once, and reported (check/check-linked.ts). */
export const placeholders: Record<Trouble['kind'], string> = {
  blank: '〔未填〕',
  unknownCell: '〔无此格〕',
  noLastYear: '〔缺上年数〕',
  zeroWhole: '〔无法计算〕',
}

/** A linked figure as it is read and printed, and what keeps it from being a number. */
export interface FigureText {
  text: string
  trouble?: Trouble
}

/** The text a linked figure shows for these tables. */
export function figureText(
  { value, style }: Pick<FigureRun, 'value' | 'style'>,
  values: TableValues,
): FigureText {
  const evaluated = evaluateFigure(value, values)
  if (evaluated.ok) return { text: writeNumber(evaluated.value, style) }
  const { trouble } = evaluated
  return { text: placeholders[trouble.kind], trouble }
}
