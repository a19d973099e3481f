import { describe, expect, test } from 'vitest'
import { lastLine, oneFailed, onePassed, sum, type TestReport, tally } from './tally'

const file = (status: string, ...tests: string[]): TestReport['testResults'][number] => ({
  name: 'x.test.ts',
  status,
  assertionResults: tests.map((one) => ({ status: one })),
})

describe('a report is counted', () => {
  test.each<[string, TestReport, string]>([
    [
      'all pass',
      { success: true, testResults: [file('passed', 'passed', 'passed'), file('passed', 'passed')] },
      '3 passed, 0 failed',
    ],
    [
      'one fails',
      { success: false, testResults: [file('failed', 'passed', 'failed')] },
      '1 passed, 1 failed',
    ],
    [
      'a skipped test has failed',
      { success: true, testResults: [file('passed', 'skipped')] },
      '0 passed, 1 failed',
    ],
    ['so has one to be done', { success: true, testResults: [file('passed', 'todo')] }, '0 passed, 1 failed'],
    ['a file that does not load', { success: false, testResults: [file('failed')] }, '0 passed, 1 failed'],
    [
      'an error outside any test',
      { success: false, testResults: [file('passed', 'passed')] },
      '1 passed, 1 failed',
    ],
    ['no test at all', { success: false, testResults: [] }, '0 passed, 1 failed'],
  ])('%s', (_fact, report, line) => {
    expect(lastLine(tally(report))).toBe(line)
  })
})

test('steps are summed', () => {
  expect(lastLine(sum([onePassed, oneFailed, { passed: 40, failed: 2 }]))).toBe('41 passed, 3 failed')
})
