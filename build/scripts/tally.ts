/** How many tests passed and failed. */
export interface Tally {
  passed: number
  failed: number
}

/** The parts of Vitest's JSON report that count. */
export interface TestReport {
  success: boolean
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
}

export const onePassed: Tally = { passed: 1, failed: 0 }
export const oneFailed: Tally = { passed: 0, failed: 1 }

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }),
    {
      passed: 0,
      failed: 0,
    },
  )
}

/**
 * Counts a Vitest report. Only what ran and passed counts as passed: a skipped test has failed, so has a
 * file that could not be loaded, and a run that failed outside any test.
 */
export function tally(report: TestReport): Tally {
  const counted = sum(report.testResults.map(fileTally))
  return report.success || counted.failed > 0 ? counted : sum([counted, oneFailed])
}

function fileTally({ status, assertionResults }: TestReport['testResults'][number]): Tally {
  const passed = assertionResults.filter((test) => test.status === 'passed').length
  const failed = assertionResults.length - passed
  return { passed, failed: failed === 0 && status !== 'passed' ? 1 : failed }
}

/** The last line of a test run. */
export function lastLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}
