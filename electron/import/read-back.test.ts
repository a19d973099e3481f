import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import type { Block, Draft } from '../../shared/draft/draft'
import { cellsOf } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import { formats } from '../../shared/format/formats'
import { noTables } from '../../shared/linked/table-values'
import { wordsAround } from '../../shared/prose/runs'
import { applyEdits } from '../../shared/read-back/apply-edits'
import { fileText } from '../../shared/read-back/file-text'
import { findEdits } from '../../shared/read-back/find-edits'
import { proseUnits, unitText } from '../../shared/read-back/prose-units'
import { settleEdits } from '../../shared/read-back/settle-edits'
import { sampleDrafts } from '../e2e/support/sample-drafts'
import { exportDocx } from '../export/docx'
import { writtenDraft } from './random-reports'
import { readDocx } from './read-docx'
import { seen } from './round-trip'

/** The draft as its Word file would be after somebody edited it into the other one. */
async function readBack(base: Draft, edited: Draft, format: Format) {
  const document = readDocx(await exportDocx(compose(edited, format), gb9704))
  if (!document.ok) throw new Error(document.error)
  return findEdits(base, format, fileText(document.value, format))
}

/** What a reader sees of the text, without spaces and empty lines. */
function shown(draft: Draft, format: Format) {
  const { title, preamble, prose, figures, signature } = seen(draft, format)
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.replace(/\s+/gu, ''))
      .filter((line) => line !== '')
      .join('\n')
  return {
    title,
    preamble: lines(preamble),
    prose: Object.fromEntries(Object.entries(prose).map(([slot, text]) => [slot, lines(text)])),
    figures,
    signature,
  }
}

describe.each(formats)('a report of the $id format', (format) => {
  it('that nobody edited gives no edits', async () => {
    await fc.assert(
      fc.asyncProperty(writtenDraft(format), async (draft) => {
        const { edits, notes } = await readBack(draft, draft, format)
        expect({ edits, notes }).toEqual({ edits: [], notes: [] })
      }),
      { numRuns: 15, endOnFailure: true },
    )
  }, 120_000)

  it('gives exactly the edits made in its lines and cells', async () => {
    await fc.assert(
      fc.asyncProperty(
        writtenDraft(format),
        fc.array(fc.nat(1000), { maxLength: 6 }),
        async (draft, picks) => {
          const { edited, made } = withEditedLines(draft, format, picks)
          const { edits } = await readBack(draft, edited, format)
          const found = edits.map(({ to }) => to.replace(/\s+/gu, ''))
          const strange = edits.filter(
            ({ to }) => !made.some((text) => to.replace(/\s+/gu, '').includes(text)),
          )
          expect(strange).toEqual([])
          expect(found.length).toBe(made.length)
        },
      ),
      { numRuns: 15, endOnFailure: true },
    )
  }, 120_000)

  it('is the edited text once every edit is taken over', async () => {
    await fc.assert(
      fc.asyncProperty(
        writtenDraft(format),
        writtenDraft(format),
        fc.infiniteStream(fc.nat(5)),
        async (written, other, dice) => {
          const draft = {
            ...written,
            prose: Object.fromEntries(
              Object.keys(written.prose).map((slot) => [slot, plainBlocks(written, slot)]),
            ),
          }
          const edited = mixed(draft, other, dice)
          const { edits } = await readBack(draft, edited, format)
          expect(settleEdits(edits, draft, draft, format).map(({ state }) => state)).toEqual(
            edits.map(() => 'open'),
          )
          const applied = applyEdits(draft, draft, edits, format)
          expect(shown(applied, format)).toEqual(shown(edited, format))
        },
      ),
      { numRuns: 15, endOnFailure: true },
    )
  }, 120_000)
})

/** Sentences written to the end of some lines, and some cells counted anew. */
function withEditedLines(draft: Draft, format: Format, picks: number[]) {
  const edited = structuredClone(draft)
  const made: string[] = []
  const blocks = Object.values(edited.prose).flat()
  for (const [index, pick] of picks.entries()) {
    const block = blocks[pick % Math.max(1, blocks.length)]
    const sentence = `第${index}处添写的话。`
    if (pick % 3 === 0 || !block) {
      const cells = cellsOf(format).filter(
        ({ cell, holds }) =>
          holds === 'count' && typeof draft.figures[cell] === 'number' && !cell.endsWith('.total'),
      )
      const cell = cells[pick % Math.max(1, cells.length)]?.cell
      const number = 100_000 + index
      if (
        cell === undefined ||
        typeof edited.figures[cell] !== 'number' ||
        Number(edited.figures[cell]) >= 100_000
      )
        continue
      edited.figures[cell] = number
      made.push(String(number))
      continue
    }
    if (JSON.stringify(block).includes('添写的话')) continue
    if (!('text' in block) || wordsAround(block.text).trim().length < 4) continue
    block.text = [...block.text, { kind: 'text', text: sentence }]
    made.push(sentence)
  }
  return { edited, made }
}

/**
 * Without lists that follow on one another, empty paragraphs and text that begins like a number: on paper such a text
 * is one or is none by what stands before it.
 */
function plainBlocks({ prose }: Draft, slot: string): Block[] {
  const blocks = prose[slot] ?? []
  const units = proseUnits(blocks, 'dot', noTables)
  return blocks.filter(
    ({ kind }, index) =>
      (kind !== 'list' || slot === '1') &&
      units.every(
        (unit) =>
          unit.block !== index || !/^$|^[\d０-９（(]|^[一二三四五六七八九十]+[是、]/u.test(unitText(unit)),
      ),
  )
}

/** Some of each slot from the one draft, some from the other, and its figures likewise. */
function mixed(one: Draft, other: Draft, dice: Iterator<number>): Draft {
  const roll = () => dice.next().value as number
  const slots = [...new Set([...Object.keys(one.prose), ...Object.keys(other.prose)])]
  const blocksOf = (blocks: Block[], foreign: Block[]) =>
    blocks.flatMap((block, index): Block[] => {
      const second = foreign[index]
      switch (roll()) {
        case 0:
          return []
        case 1:
          return second && second.kind !== 'image' && second.kind !== 'list' ? [block, second] : [block]
        default:
          return [block]
      }
    })
  const figures = { ...one.figures }
  for (const [cell, entry] of Object.entries(other.figures)) if (roll() === 0) figures[cell] = entry
  return {
    ...one,
    prose: Object.fromEntries(
      slots.flatMap((slot) => {
        const blocks = blocksOf(plainBlocks(one, slot), plainBlocks(other, slot))
        return blocks.length > 0 ? [[slot, blocks]] : []
      }),
    ),
    figures,
    preamble: roll() === 0 ? { kind: 'edited', text: '本报告另行编写。' } : one.preamble,
  }
}

it('a sample edited by hand: a figure, a word, a paragraph more, one less', async () => {
  const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')
  if (!sample) throw new Error('no sample')
  const { draft, format } = sample
  const edited = structuredClone(draft)
  const slot = edited.prose['1'] ?? []
  slot.splice(1, 1)
  slot.push({ kind: 'paragraph', text: [{ kind: 'text', text: '领导加写的一段。' }] })
  const { edits } = await readBack(draft, edited, format)
  expect(edits.map((edit) => ('what' in edit ? edit.what : edit.kind))).toEqual(['removed', 'added'])
})
