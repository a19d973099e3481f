import { Ajv } from 'ajv'
import jsonLogic from 'json-logic-js'
import { ConditionRunner } from 'survey-core'
import { checkSums } from '../../../shared/check/check-sums'
import { equationsOf } from '../../../shared/check/equations'
import { computeFigures } from '../../../shared/draft/figures'
import type { Format } from '../../../shared/format/format'
import type { Report } from '../locate/reports'

/** A way to hold a report with every cell typed against the sum rules of its format. */
export interface SumChecker {
  name: string
  /** How many sums do not hold. */
  broken(report: Report): number
}

/** The same rules in the form each tool takes them, made once. */
export function sumCheckers(format: Format): SumChecker[] {
  return [
    {
      name: 'our sums, with the cells suspected',
      broken: (report) => checkSums(format, report, computeFigures(format, report)).length,
    },
    withAjv(format),
    withJsonLogic(format),
    withSurvey(format),
  ]
}

function withAjv(format: Format): SumChecker {
  const ajv = new Ajv({ allErrors: true })
  ajv.addKeyword({
    keyword: 'equalSums',
    type: 'object',
    compile: ({ left, right }: { left: string[]; right: string[] }) => {
      const sum = (cells: string[], report: Report) =>
        cells.reduce((all, cell) => all + (report[cell] ?? 0), 0)
      return (report: Report) => sum(left, report) === sum(right, report)
    },
  })
  const allOf = equationsOf(format).map(({ left, right }) => ({ equalSums: { left, right } }))
  const validate = ajv.compile({ type: 'object', allOf })
  return {
    name: 'ajv, a custom keyword',
    broken: (report) => (validate(report) ? 0 : (validate.errors ?? []).length),
  }
}

function withJsonLogic(format: Format): SumChecker {
  // A dot in a name means a part of a part there.
  const side = (cells: string[]) => ({ '+': cells.map((cell) => ({ var: flat(cell) })) })
  const rules = equationsOf(format).map(({ left, right }) => ({ '===': [side(left), side(right)] }))
  return {
    name: 'json-logic-js',
    broken(report) {
      const data = flattened(report)
      return rules.filter((rule) => jsonLogic.apply(rule, data) !== true).length
    },
  }
}

function withSurvey(format: Format): SumChecker {
  const side = (cells: string[]) => cells.map((cell) => `{${flat(cell)}}`).join(' + ')
  const runners = equationsOf(format).map(
    ({ left, right }) => new ConditionRunner(`${side(left)} = ${side(right)}`),
  )
  return {
    name: 'survey-core, expressions',
    broken(report) {
      const data = flattened(report)
      return runners.filter((runner) => !runner.runValues(data)).length
    },
  }
}

function flat(cell: string): string {
  return cell.replaceAll('.', '_')
}

function flattened(report: Report): Report {
  return Object.fromEntries(Object.entries(report).map(([cell, number]) => [flat(cell), number]))
}
