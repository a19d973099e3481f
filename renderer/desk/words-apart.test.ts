import { expect, test } from 'vitest'
import { checkWords } from '../../shared/check/check'
import type { Finding } from '../../shared/check/finding'
import { readFigures } from '../../shared/check/text/read-figures'
import { findingsOf, formatOf } from './derived'
import { deskWithReport } from './desk-world'
import { cellPlace, slotPlace } from './place'
import { setFigures } from './repair'
import { LONG, type ReadApart } from './words-apart'

/** Reads for real, but answers only when asked to, so that the order of things can be told. */
function readerOnDemand() {
  const waiting: (() => void)[] = []
  const read: ReadApart = (draft, previous) =>
    new Promise((resolve) =>
      waiting.push(() =>
        resolve({
          words: checkWords(draft, formatOf(draft), { previous }),
          figures: readFigures(draft, formatOf(draft)),
        }),
      ),
    )
  return {
    read,
    waiting,
    async answer() {
      waiting.shift()?.()
      await new Promise((resolve) => setTimeout(resolve))
    },
  }
}

const long = '公开工作有序推进，群众反映良好。'.repeat(Math.ceil(LONG / 16))

async function deskReading(read: ReadApart) {
  const world = await deskWithReport(2025, read)
  const write = (text: string) =>
    world.desk.edit({ kind: 'once', place: slotPlace('1', '1') }, (draft) => {
      draft.prose['1'] = [{ kind: 'paragraph', text: [{ kind: 'text', text }] }]
    })
  const words = () =>
    rules(findingsOf(world.draft())).filter((rule) => rule.startsWith('N-') || rule === 'P-9')
  return { world, write, words }
}

const rules = (findings: Finding[]) => findings.map(({ rule }) => rule)

test('a short text is read at once', async () => {
  const reader = readerOnDemand()
  const { write, words } = await deskReading(reader.read)
  write('国办函[2020]109号。')
  expect(words()).toEqual(['N-3'])
  expect(reader.waiting).toEqual([])
})

test('a long text is read apart; the tables do not wait for it', async () => {
  const reader = readerOnDemand()
  const { world, write, words } = await deskReading(reader.read)
  write(`${long}国办函[2020]109号。`)
  expect(words()).toEqual([])
  world.desk.edit({ kind: 'once', place: cellPlace('4', '') }, (draft) =>
    setFigures(draft, { 't4.review.upheld': 2, 't4.review.total': 3 }),
  )
  expect(rules(findingsOf(world.draft()))).toContain('T4-1')
  await reader.answer()
  await reader.answer()
  expect(words()).toEqual(['N-3'])
  expect(reader.waiting).toEqual([])
})

test('an answer about an older text never replaces what is known of the newer', async () => {
  const reader = readerOnDemand()
  const { write, words, world } = await deskReading(reader.read)
  write(`${long}国办函[2020]109号。`)
  write(`${long}2024年，全区公开信息12条。`)
  write(`${long}一是编目录。三是抓落实。`)
  await reader.answer()
  // What was found before stands until the newest is read; the one between is never read.
  expect(words()).toEqual(['N-3'])
  expect(reader.waiting).toHaveLength(1)
  await reader.answer()
  expect(words()).toEqual(['N-1'])
  expect(reader.waiting).toEqual([])
  expect(findingsOf(world.draft())).toEqual(findingsOf(structuredClone(world.draft())))
})

test('undo of a long paste shows at once what the short text holds', async () => {
  const reader = readerOnDemand()
  const { world, write, words } = await deskReading(reader.read)
  write('国办函[2020]109号。')
  write(long)
  world.desk.undo()
  expect(words()).toEqual(['N-3'])
  await reader.answer()
  expect(words()).toEqual(['N-3'])
})

test('where reading apart fails, the text is read here', async () => {
  const { write, words } = await deskReading(() => Promise.reject(new Error('no worker')))
  write(`${long}国办函[2020]109号。`)
  await new Promise((resolve) => setTimeout(resolve))
  expect(words()).toEqual(['N-3'])
})
