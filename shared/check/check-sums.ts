import type { Draft } from '../draft/draft'
import { addUp, type FigureValue } from '../draft/figures'
import { cellInfo } from '../format/cells'
import type { Format } from '../format/format'
import { type Equation, equationsOf } from './equations'
import type { Finding, Fix } from './finding'
import { suspicionOf } from './locate/fix-words'
import { locate } from './locate/locate'
import { unbalanced, unequalTotals, wrongTotal } from './messages'

/**
 * The sum rules of the format on every line they hold for, totals and parts alike (domain.md T3-5). A blank counts 0;
 * a sum with text no cell accepts is not evaluated, and two blank sides have nothing to say. A finding carries the
 * repairs of the cells suspected, most likely first.
 */
export function checkSums(
  format: Format,
  figures: Draft['figures'],
  values: Map<string, FigureValue>,
): Finding[] {
  const broken = equationsOf(format).flatMap((equation) => {
    const left = sideOf(equation.left, values)
    const right = sideOf(equation.right, values)
    if (!left || !right || (left.blank && right.blank) || left.sum === right.sum) return []
    return [{ equation, finding: finding(format, values, equation, String(left.sum), String(right.sum)) }]
  })
  if (broken.length === 0) return []
  const fixes = locate(format, figures, values)
  return broken.map(({ equation, finding }) => withFixes(format, finding, fixes.get(equation) ?? []))
}

function withFixes(format: Format, finding: Finding, fixes: Fix[]): Finding {
  const suspicion = suspicionOf(format, fixes)
  return suspicion === undefined ? finding : { ...finding, fixes, suspicion }
}

/** What the cells of one side add up to; undefined: one of them has no number that could be added. */
export function sideOf(
  cells: string[],
  values: Map<string, FigureValue>,
): { sum: number; blank: boolean } | undefined {
  const numbers: number[] = []
  for (const cell of cells) {
    const value = values.get(cell)
    if (!value || value.kind === 'refused') return undefined
    if (value.kind === 'blank') {
      if (value.refusedPart) return undefined
    } else {
      if (value.number === undefined) return undefined
      numbers.push(value.number)
    }
  }
  return { sum: addUp(numbers), blank: numbers.length === 0 }
}

function finding(
  format: Format,
  values: Map<string, FigureValue>,
  equation: Equation,
  found: string,
  expected: string,
): Finding {
  const { rule, left, right } = equation
  const cell = cellInfo(format, left[0] ?? '')
  if (!cell) throw new Error(`Rule ${rule.id} has no left side in format ${format.id}`)
  const message = rule.computesLeft
    ? values.get(cell.cell)?.kind === 'computed'
      ? unequalTotals(cell.name, found, rule.sideNames.right, expected)
      : wrongTotal(cell.name, found, rule.sideNames.right, expected)
    : unbalanced(
        equation.line,
        rule.along,
        { name: rule.sideNames.left, sum: found },
        { name: rule.sideNames.right, sum: expected },
      )
  const cells = [...left, ...right]
  return { rule: rule.id, severity: rule.severity, chapter: cell.chapter, cells, message, found, expected }
}
