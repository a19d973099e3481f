import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { carriedFigures } from '../../shared/carry-over/carried-figures'
import { markFigures } from '../../shared/carry-over/last-text'
import { printedBlocks } from '../../shared/linked/printed-prose'
import { noTables } from '../../shared/linked/table-values'
import { proseFromText } from '../../shared/prose/from-text'
import { blocksToDoc } from './blocks-to-doc'
import { docToBlocks } from './doc-to-blocks'
import { structure } from './structure'
import { positionAt } from './text-places'

/** The marked figures left after the text from one offset to another was replaced by another. */
function after(text: string, from: number, to: number, typed: string): string[] {
  const doc = blocksToDoc(markFigures(proseFromText(text)))
  const place = (offset: number) => positionAt(doc, 'dot', offset, () => '')
  const state = EditorState.create({ doc, plugins: structure() })
  const transaction = state.tr.insertText(typed, place(from), place(to))
  return carriedFigures(printedBlocks(docToBlocks(state.apply(transaction).doc), noTables), 'dot').map(
    ({ quote }) => quote,
  )
}

describe('a figure of last year’s', () => {
  const text = '全年公开125条，办结3件。'
  test.each<[string, number, number, string, string[]]>([
    ['stays while the words around it change', 0, 2, '本年', ['125条', '3件']],
    ['stays when something is written behind it', 8, 8, '左右', ['125条', '3件']],
    ['is the clerk’s when one digit changes', 4, 5, '2', ['3件']],
    ['is the clerk’s when a digit goes', 6, 7, '', ['3件']],
    ['is the clerk’s when it is replaced', 4, 8, '130条', ['3件']],
    ['is the clerk’s when a digit is put in', 5, 5, '9', ['3件']],
    ['goes with its sentence', 4, 9, '', ['3件']],
  ])('%s', (_, from, to, typed, left) => {
    expect(after(text, from, to, typed)).toEqual(left)
  })
})
