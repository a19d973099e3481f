import { equationsOf } from '../../shared/check/equations'
import type { Finding, Fix, Severity } from '../../shared/check/finding'
import type { Format } from '../../shared/format/format'

/** What the findings put at one cell. */
export interface Mark {
  /** The gravest of its findings; undefined: all are kept with a reason. */
  severity?: Severity
  /** The number of its first finding in the list. */
  number?: number
  messages: string[]
  /** What the parts add up to where the cell is a total that was entered and disagrees. */
  expected?: string
}

const gravity: Severity[] = ['info', 'warning', 'error']

/** Marks by cell. */
export function marksOf(
  format: Format,
  findings: Finding[],
  numbers: Map<Finding, number>,
): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const finding of findings) {
    const total = totalOf(format, finding)
    for (const cell of markedCells(finding, total)) {
      const expected = cell === total ? finding.expected : undefined
      marks.set(cell, addTo(marks.get(cell), finding, numbers.get(finding), expected))
    }
  }
  return marks
}

/** The cells that are to blame: those certainly wrong and the total that disagrees; without either the whole sum. */
function markedCells({ cells, fixes = [] }: Finding, total: string | undefined): Set<string> {
  const wrong = certainlyWrong(fixes)
  const toBlame = total === undefined ? wrong : [total, ...wrong]
  return new Set(toBlame.length > 0 ? toBlame : cells)
}

/** Every cell that shares a finding with this one, itself included. */
export function relatedCells(findings: Finding[], cell: string | undefined): ReadonlySet<string> {
  if (cell === undefined) return new Set()
  return new Set(
    findings
      .map(cellsOf)
      .filter((cells) => cells.includes(cell))
      .flat(),
  )
}

/** Of the broken sum and of what certainly repairs it. */
function cellsOf({ cells, fixes = [] }: Finding): string[] {
  return [...cells, ...certainlyWrong(fixes)]
}

function certainlyWrong(fixes: Fix[]): string[] {
  return fixes.find(({ certain }) => certain)?.cells.map(({ cell }) => cell) ?? []
}

/** A wrong total is marked at the total alone: its twenty parts are not all to blame. */
function totalOf(format: Format, finding: Finding): string | undefined {
  const equation = equationsOf(format).find(
    ({ rule, left }) =>
      rule.id === finding.rule && rule.computesLeft && left.every((cell) => finding.cells.includes(cell)),
  )
  return equation?.left[0]
}

function addTo(
  mark: Mark | undefined,
  finding: Finding,
  number: number | undefined,
  expected: string | undefined,
): Mark {
  const severities = [mark?.severity, finding.waived ? undefined : finding.severity].filter(
    (one) => one !== undefined,
  )
  const severity = severities.toSorted((one, other) => gravity.indexOf(other) - gravity.indexOf(one))[0]
  const numbered = mark?.number ?? number
  const sum = mark?.expected ?? expected
  return {
    messages: [...(mark?.messages ?? []), finding.message],
    ...(severity && { severity }),
    ...(numbered !== undefined && { number: numbered }),
    ...(sum !== undefined && { expected: sum }),
  }
}
