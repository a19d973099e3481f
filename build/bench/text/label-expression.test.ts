import { describe, expect, test } from 'vitest'
import { formatById } from '../../../shared/format/formats'
import { cellNumbers, evaluate } from './label-expression'

const format = formatById('2021')
if (!format) throw new Error('There is no format 2021')
const current = cellNumbers(format, {
  't3.received.individual': 7,
  't3.received.business': 3,
  't3.granted.individual': 4,
  't3.refused.4.individual': 2,
  't3.refused.7.business': 3,
  't3.carriedForward.individual': 1,
  't2.fees.amount': '12.50',
})
const previous = cellNumbers(format, { 't3.received.individual': 8, 't3.granted.individual': 8 })

describe('evaluate', () => {
  test.each([
    ['t3.received.total', 10],
    ['t3.received.total+t3.broughtForward.total', 10],
    ['t3.refused.*.total', 5],
    ['t3.refused.*.individual+t3.granted.individual', 6],
    ['t3.granted.total/t3.received.total*100', 40],
    ['(t3.received.total-previous.t3.received.total)/previous.t3.received.total*100', 25],
    ['t2.fees.amount', 12.5],
    ['67.0-55.1', 11.9],
    ['2+3*4-6/3', 12],
  ])('%s is %d', (expression, value) => {
    expect(evaluate(expression, current, previous)).toBe(value)
  })

  test.each([
    ['an unknown cell', 't3.received.nobody'],
    ['an unknown word', 'received'],
    ['a bracket left open', '(1+2'],
    ['a term too many', '1 2'],
    ['nothing', ''],
  ])('refuses %s', (_fact, expression) => {
    expect(() => evaluate(expression, current, previous)).toThrow()
  })

  test('refuses last year where there is none', () => {
    expect(() => evaluate('previous.t3.received.total', current)).toThrow('no figures of last year')
  })
})
