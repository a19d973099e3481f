import { describe, expect, it } from 'vitest'
import type { Draft } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import { cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import { formats } from '../format/formats'
import { compose } from './compose'
import type { DocumentBlock, DocumentCell } from './document'

function draftOf(format: Format, changes: Partial<Draft> = {}): Draft {
  const publisher = { name: '某区人民政府办公室', title: '某区人民政府', kind: 'government' as const }
  return { ...newDraft({ format, year: 2025, scope: 'organ', publisher }), ...changes }
}

function textOf(block: DocumentBlock): string {
  return 'runs' in block ? block.runs.map((run) => run.text).join('') : ''
}

function figureCells(blocks: DocumentBlock[]): Map<string, DocumentCell> {
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.flat() : []))
  return new Map(cells.flatMap((cell) => (cell.cell === undefined ? [] : [[cell.cell, cell]])))
}

function figure(blocks: DocumentBlock[], cell: string): string | undefined {
  const found = figureCells(blocks).get(cell)
  return found?.runs.map((run) => run.text).join('')
}

describe.each(formats)('a report in the format of $id', (format) => {
  it('has every chapter and every figure, even when the draft is empty', () => {
    const { blocks, title, author } = compose(draftOf(format), format)
    expect(title).toBe('某区人民政府2025年政府信息公开工作年度报告')
    expect(author).toBe('某区人民政府办公室')
    const headings = blocks.filter((block) => block.kind === 'heading').map(textOf)
    expect(headings).toEqual(format.chapters.map(({ number, title: name }) => `${number}、${name}`))
    expect([...figureCells(blocks).keys()]).toEqual(cellsOf(format).map(({ cell }) => cell))
    for (const cell of figureCells(blocks).values()) expect(cell.runs).toEqual([])
  })

  it('shows what was entered, computes what was not, and leaves blank cells blank', () => {
    const figures = {
      't3.granted.individual': 3,
      't3.granted.business': 2,
      't3.partial.total': 9,
      't3.received.legal': '三件',
    }
    const { blocks } = compose(draftOf(format, { figures }), format)
    expect(figure(blocks, 't3.granted.individual')).toBe('3')
    expect(figure(blocks, 't3.granted.total')).toBe('5')
    expect(figure(blocks, 't3.partial.total')).toBe('9')
    expect(figure(blocks, 't3.received.legal')).toBe('三件')
    expect(figure(blocks, 't3.received.research')).toBe('')
  })

  it('sets title, issuing line, preamble and first heading in this order, signature last', () => {
    const draft = draftOf(format, {
      issuingLine: '某区人民政府办公室　2026年1月20日',
      preamble: { kind: 'edited', text: '第一段。\n\n第二段。' },
      signature: { name: '某区人民政府办公室', date: '2026-01-02' },
    })
    const { blocks } = compose(draft, format)
    expect(blocks.slice(0, 5)).toEqual([
      { kind: 'title', lines: ['某区人民政府', '2025年政府信息公开工作年度报告'] },
      { kind: 'issuingLine', text: '某区人民政府办公室　2026年1月20日' },
      { kind: 'paragraph', runs: [{ text: '第一段。' }] },
      { kind: 'paragraph', runs: [{ text: '第二段。' }] },
      { kind: 'heading', level: 1, runs: [{ text: '一、总体情况' }] },
    ])
    expect(blocks.at(-1)).toEqual({ kind: 'signature', name: '某区人民政府办公室', date: '2026年1月2日' })
  })

  it('puts prose before and after the table of its chapter', () => {
    const paragraph = (text: string) => [
      { kind: 'paragraph' as const, text: [{ kind: 'text' as const, text }] },
    ]
    const draft = draftOf(format, {
      prose: { '3.before': paragraph('前'), '3.after': paragraph('后'), '6': paragraph('无') },
    })
    const { blocks } = compose(draft, format)
    const table = blocks.findIndex((block) => block.kind === 'table' && block.table.id === 't3')
    expect([blocks[table - 1], blocks[table + 1]].map((block) => block && textOf(block))).toEqual([
      '前',
      '后',
    ])
    expect(textOf(blocks.at(-1) as DocumentBlock)).toBe('无')
  })

  it('has grids that add up: every row of a table fills all its columns', () => {
    for (const block of compose(draftOf(format), format).blocks) {
      if (block.kind !== 'table') continue
      const { rows, widths } = block.table
      const filled = rows.map(() => 0)
      rows.forEach((row, index) => {
        for (const { colSpan, rowSpan } of row)
          for (let covered = index; covered < index + rowSpan; covered++)
            filled[covered] = (filled[covered] ?? 0) + colSpan
      })
      expect(filled).toEqual(rows.map(() => widths.length))
    }
  })
})

it('a date no calendar knows is printed as it was typed', () => {
  const [format] = formats
  if (!format) throw new Error('no format')
  const { blocks } = compose(draftOf(format, { signature: { date: '二〇二六年一月' } }), format)
  expect(blocks.at(-1)).toEqual({ kind: 'signature', date: '二〇二六年一月' })
})
