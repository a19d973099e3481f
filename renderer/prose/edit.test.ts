import * as fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../shared/draft/draft'
import { printedBlocks } from '../../shared/linked/printed-prose'
import { noTables } from '../../shared/linked/table-values'
import { blocksArbitrary } from '../../shared/prose/blocks-arbitrary'
import { slotLines, slotText } from '../../shared/prose/plain-text'
import { plainRuns } from '../../shared/prose/runs'
import { setBlockKind } from './block-commands'
import type { BlockKind } from './block-kind'
import { blocksToDoc } from './blocks-to-doc'
import { docToBlocks } from './doc-to-blocks'
import { ShownFigures } from './figure-view'
import { insertTable } from './insert-block'
import { proseKeys } from './keys'
import type { HtmlPart } from './read-html'
import { structure } from './structure'
import { takeBlocks } from './sync'
import { removeColumn, removeRow, toggleHeaderRow } from './table-commands'
import { takeProse } from './take-prose'
import { offsetAt, positionAt } from './text-places'

const figures = new ShownFigures(noTables)
const shown = (blocks: Block[]) => printedBlocks(blocks, figures.values)
const placeAt = (doc: Node, offset: number) => positionAt(doc, 'dot', offset, figures.words)

/** The prose with the caret at an offset of its text, or a range of it selected. */
function prose(blocks: Block[], from = 0, to = from): EditorState {
  const doc = blocksToDoc(blocks)
  const selection = TextSelection.create(doc, placeAt(doc, from), placeAt(doc, to))
  return EditorState.create({ doc, selection, plugins: structure() })
}

function pressed(state: EditorState, ...commands: (Command | undefined)[]): EditorState {
  return commands.reduce((before, command) => {
    let next = before
    command?.(before, (transaction) => {
      next = before.apply(transaction)
    })
    return next
  }, state)
}

const printed = (state: EditorState) => slotText(shown(docToBlocks(state.doc)), 'dot').split('\n')
const kinds = (state: EditorState) => docToBlocks(state.doc).map((block) => block.kind)
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: plainRuns(text) })
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text: plainRuns(text) })
const numbered = (text: string): Block => ({ kind: 'numbered', level: 2, text: plainRuns(text) })
const list = (...items: string[]): Block => ({ kind: 'list', items: items.map(plainRuns) })
const table = (header: boolean, ...rows: string[][]): Block => ({
  kind: 'table',
  header,
  rows: rows.map((row) => row.map(plainRuns)),
})
const { Enter, Backspace } = proseKeys

describe('changing what a paragraph is', () => {
  const to = (kind: BlockKind, ...blocks: Block[]) =>
    docToBlocks(pressed(prose(blocks, 0, 1000), setBlockKind(kind)).doc)

  test.each<[string, BlockKind, Block[], Block[]]>([
    ['a heading', { kind: 'heading', level: 1 }, [paragraph('公开')], [heading('公开')]],
    ['back to text where it is one', { kind: 'heading', level: 1 }, [heading('公开')], [paragraph('公开')]],
    [
      'all selected ones',
      { kind: 'numbered', level: 2 },
      [paragraph('甲'), heading('乙')],
      [numbered('甲'), numbered('乙')],
    ],
    [
      'a heading whose number was typed',
      { kind: 'heading', level: 1 },
      [paragraph('（三）公开')],
      [heading('公开')],
    ],
    [
      'a list whose numbers were typed',
      { kind: 'listItem' },
      [paragraph('一是甲'), paragraph('二是乙')],
      [list('甲', '乙')],
    ],
    [
      'a run-in heading up to its first full stop',
      { kind: 'runInHeading', level: 1 },
      [heading('公开。全年5条。')],
      [{ kind: 'runInHeading', level: 1, heading: plainRuns('公开。'), text: plainRuns('全年5条。') }],
    ],
    [
      'text again from a run-in heading',
      { kind: 'paragraph' },
      [{ kind: 'runInHeading', level: 1, heading: plainRuns('公开。'), text: plainRuns('全年。') }],
      [paragraph('公开。全年。')],
    ],
  ])('makes %s', (_, kind, before, expected) => {
    expect(to(kind, ...before)).toEqual(expected)
  })

  test('leaves tables and images alone', () => {
    const blocks: Block[] = [table(false, ['甲']), { kind: 'image', image: 'a1', caption: '图' }]
    expect(to({ kind: 'heading', level: 1 }, ...blocks)).toEqual(blocks)
  })
})

describe('Enter', () => {
  test.each<[string, Block[], number, string[], string[]]>([
    [
      'after a heading begins plain text',
      [heading('公开')],
      5,
      ['（一）公开', '新'],
      ['heading', 'paragraph'],
    ],
    ['goes on with the next number', [numbered('甲')], 3, ['1.甲', '2.新'], ['numbered', 'numbered']],
    ['goes on with the list', [list('甲', '乙')], 7, ['一是甲', '二是乙', '三是新'], ['list']],
    [
      'in the text of a run-in heading begins plain text',
      [{ kind: 'runInHeading', level: 1, heading: plainRuns('公开。'), text: plainRuns('全年') }],
      7,
      ['（一）公开。全', '新年'],
      ['runInHeading', 'paragraph'],
    ],
  ])('%s', (_, blocks, at, lines, kindsAfter) => {
    const state = pressed(prose(blocks, at), Enter, (now, dispatch) => {
      dispatch?.(now.tr.insertText('新'))
      return true
    })
    expect(printed(state)).toEqual(lines)
    expect(kinds(state)).toEqual(kindsAfter)
  })

  test('on an empty item ends the list', () => {
    const state = pressed(prose([list('甲')], 3), Enter, Enter, (now, dispatch) => {
      dispatch?.(now.tr.insertText('正文'))
      return true
    })
    expect(printed(state)).toEqual(['一是甲', '正文'])
  })
})

describe('Backspace', () => {
  test('at the head of a heading takes its number away, then joins it to the text before', () => {
    const once = pressed(prose([paragraph('甲'), heading('乙')], 5), Backspace)
    expect(docToBlocks(once.doc)).toEqual([paragraph('甲'), paragraph('乙')])
    expect(docToBlocks(pressed(once, Backspace).doc)).toEqual([paragraph('甲乙')])
  })

  test('behind a table goes into it and removes nothing', () => {
    const state = pressed(prose([table(false, ['甲']), paragraph('乙')], 2), Backspace)
    expect(printed(state)).toEqual(['甲', '乙'])
    expect(state.selection.$from.parent.textContent).toBe('甲')
  })

  test('at the head of a caption selects the image, then removes it', () => {
    const image: Block = { kind: 'image', image: 'a1', caption: '图' }
    const once = pressed(prose([paragraph('甲'), image], 2), Backspace)
    expect(docToBlocks(once.doc)).toEqual([paragraph('甲'), image])
    expect(docToBlocks(pressed(once, Backspace).doc)).toEqual([paragraph('甲')])
  })
})

describe('a table', () => {
  const cells = table(true, ['甲', '乙'], ['1', '2'])

  test('goes below the paragraph with the caret, with a header row', () => {
    const state = pressed(prose([paragraph('前'), paragraph('后')], 0), insertTable)
    expect(docToBlocks(state.doc)).toEqual([
      paragraph('前'),
      {
        kind: 'table',
        header: true,
        rows: [
          [[], [], []],
          [[], [], []],
          [[], [], []],
        ],
      },
      paragraph('后'),
    ])
  })

  test.each<[string, Command, Block[]]>([
    ['loses the row with the caret', removeRow, [table(false, ['1', '2'])]],
    ['loses the column with the caret', removeColumn, [table(true, ['乙'], ['2'])]],
    ['loses its header', toggleHeaderRow, [table(false, ['甲', '乙'], ['1', '2'])]],
  ])('%s', (_, command, expected) => {
    expect(docToBlocks(pressed(prose([cells], 0), command).doc)).toEqual(expected)
  })
})

describe('taking in foreign text', () => {
  const text = (text: string): HtmlPart => ({ kind: 'text', text })
  const taken = (blocks: Block[], from: number, to: number, ...parts: HtmlPart[]) => {
    const state = prose(blocks, from, to)
    return printed(state.apply(takeProse(state, parts)))
  }

  test.each<[string, Block[], number, number, HtmlPart[], string[]]>([
    ['into nothing', [], 0, 0, [text('（一）公开\r\n正文\r\n')], ['（一）公开', '正文']],
    ['into the middle of a line', [paragraph('前后')], 1, 1, [text('中')], ['前中后']],
    [
      'a line with a number into a line keeps its number',
      [paragraph('前后')],
      1,
      1,
      [text('（一）')],
      ['前（一）后'],
    ],
    ['lines into the middle of one', [paragraph('前后')], 1, 1, [text('甲\n乙')], ['前甲', '乙', '后']],
    ['lines before a heading', [heading('题')], 3, 3, [text('甲\n乙')], ['甲', '乙', '（一）题']],
    ['lines into a heading', [heading('题目')], 4, 4, [text('甲\n乙')], ['（一）题甲', '乙', '目']],
    ['over a selection', [paragraph('前中后')], 1, 2, [text('甲')], ['前甲后']],
    ['a number that goes on', [heading('甲')], 4, 4, [text('（二）乙\n丙')], ['（一）甲', '（二）乙', '丙']],
    ['nothing but spaces', [paragraph('前')], 1, 1, [text(' \n ')], ['前']],
    [
      'text around a table',
      [paragraph('前')],
      1,
      1,
      [text('甲\n'), { kind: 'table', header: false, rows: [['1', '2\u0000']] }, text('乙')],
      ['前甲', '1\t2', '乙'],
    ],
    ['lines into a cell become one', [table(false, ['格', ''])], 1, 1, [text('甲\n乙')], ['格甲 乙\t']],
  ])('%s', (_, blocks, from, to, parts, lines) => {
    expect(taken(blocks, from, to, ...parts)).toEqual(lines)
  })

  test('loses nothing of what was there, whatever is pasted wherever', () => {
    const anyText = fc
      .array(fc.constantFrom('（一）', '1.', '一是', '\n', '全年。', '5条'))
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(blocksArbitrary, fc.nat(200), anyText, (blocks, at, pasted) => {
        const state = prose(blocks, at)
        const transaction = takeProse(state, [text(pasted)])
        transaction.doc.check()
        const kept = characterCounts(docToBlocks(state.doc))
        const now = characterCounts(docToBlocks(state.apply(transaction).doc))
        for (const [character, count] of kept) expect(now.get(character)).toBeGreaterThanOrEqual(count)
      }),
    )
  })

  function characterCounts(blocks: Block[]): Map<string, number> {
    const counts = new Map<string, number>()
    for (const { text } of slotLines(shown(blocks), 'dot')) {
      // A random offset may fall into an emoji, so its halves are counted.
      for (const character of text.replaceAll('\t', '').split('')) {
        counts.set(character, (counts.get(character) ?? 0) + 1)
      }
    }
    return counts
  }
})

describe('blocks from the draft', () => {
  test('replace only what differs', () => {
    const state = prose([paragraph('甲'), paragraph('乙丙丁')], 2)
    const transaction = takeBlocks(state, [paragraph('甲'), paragraph('乙丁')])
    expect(transaction?.steps).toHaveLength(1)
    expect(transaction?.mapping.map(state.doc.content.size)).toBe(state.doc.content.size - 1)
  })

  test('are taken over whatever they and the prose were', () => {
    fc.assert(
      fc.property(blocksArbitrary, blocksArbitrary, (before, now) => {
        const state = prose(before)
        const transaction = takeBlocks(state, now)
        expect(docToBlocks((transaction ? state.apply(transaction) : state).doc)).toEqual(now)
      }),
    )
  })

  test('that say the same change nothing, an empty paragraph being written included', () => {
    const state = pressed(prose([paragraph('甲')], 1), Enter)
    expect(takeBlocks(state, [paragraph('甲')])).toBeUndefined()
  })
})

test('every offset of the slot’s text is found at its character, those of a linked figure at the figure', () => {
  fc.assert(
    fc.property(blocksArbitrary, fc.constantFrom('dot' as const, 'comma' as const), (blocks, numbering) => {
      const doc = blocksToDoc(blocks)
      const lines = slotLines(shown(blocks), numbering)
      for (const line of lines) {
        const start = line.start + line.mark.length
        for (let index = 0; index < line.text.length; index += 1) {
          // Between two cells of a table there is no one place.
          if (line.text[index] === '\t' || line.text[index - 1] === '\t') continue
          const position = positionAt(doc, numbering, start + index, figures.words)
          const node = doc.nodeAt(position)
          if (node?.isText) expect(doc.textBetween(position, position + 1)).toBe(line.text[index])
          else expect(node && figures.words(node)).toContain(line.text[index])
          const back = offsetAt(doc, numbering, position, figures.words)
          if (node?.isText) expect(back).toBe(start + index)
          else expect(back).toBeLessThanOrEqual(start + index)
        }
      }
    }),
  )
})

test('no order of keys and buttons, wherever the caret or selection is, breaks the prose', () => {
  const acts: Record<string, Command | undefined> = {
    Enter,
    Backspace,
    Delete: proseKeys.Delete,
    bold: proseKeys['Mod-b'],
    paragraph: setBlockKind({ kind: 'paragraph' }),
    heading: setBlockKind({ kind: 'heading', level: 2 }),
    runInHeading: setBlockKind({ kind: 'runInHeading', level: 1 }),
    list: setBlockKind({ kind: 'listItem' }),
    table: insertTable,
    removeRow,
    removeColumn,
    toggleHeaderRow,
  }
  const step = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(120), fc.nat(20))
  fc.assert(
    fc.property(blocksArbitrary, fc.array(step, { maxLength: 12 }), (blocks, steps) => {
      let state = prose(blocks)
      for (const [act, from, length] of steps) {
        const { doc } = state
        const [start, end] = [from, from + length].map((offset) => placeAt(doc, offset))
        state = state.apply(state.tr.setSelection(TextSelection.create(doc, start ?? 1, end)))
        state = pressed(state, acts[act])
        state.doc.check()
      }
      const stored = docToBlocks(state.doc)
      expect(docToBlocks(blocksToDoc(stored))).toEqual(stored)
    }),
  )
})
