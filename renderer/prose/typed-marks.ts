import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { ResolvedPos } from 'prosemirror-model'
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import type { Block, Level } from '../../shared/draft/draft'
import { readMark } from '../../shared/prose/from-text'
import { countBlocks, listMark } from '../../shared/prose/marks'
import { figurePlace } from '../../shared/prose/runs'
import { contentToBlocks } from './doc-to-blocks'
import { proseSchema } from './schema'

const { nodes, marks } = proseSchema

/**
 * A number typed at the head of a paragraph becomes the app's, where it is the one the app would print there.
 * The matched text may be longer than the number: an input method commits several characters at once.
 */
function numberRule(written: RegExp): InputRule {
  return new InputRule(written, (state, match, start, end) => {
    // A linked figure among the matched text is no text: it cannot be written anew.
    if (match[0].includes(figurePlace)) return null
    const $start = state.doc.resolve(start)
    const before = blocksBefore($start)
    const mark = before && readMark(match[0], countBlocks(before))
    if (mark === undefined) return null
    // Where Enter went on with the number already, typing it once more changes nothing.
    const isCounted = $start.parent.type === nodes.numbered && $start.parent.attrs.level === mark.level
    const type = isCounted ? nodes.numbered : nodes.heading
    const rest = match[0].slice(mark.length).trimStart()
    return replaceText(state, start, end, rest).setNodeMarkup($start.before(), type, { level: mark.level })
  })
}

/** 一是 at the head of a paragraph begins a list; 二是 after its first item goes on with it. */
const listRule = new InputRule(/^([一二三四五六七八九十]{1,3}是)(.{0,10})$/u, (state, match, start, end) => {
  if (match[0].includes(figurePlace)) return null
  const $start = state.doc.resolve(start)
  const before = blocksBefore($start)
  if (before === undefined) return null
  const last = before.at(-1)
  const goesOn = last?.kind === 'list' && match[1] === listMark(last.items.length)
  const starts = match[1] === listMark(0)
  if (!starts && !goesOn) return null
  return replaceText(state, start, end, match[2] ?? '').setNodeMarkup($start.before(), nodes.listItem, {
    starts,
  })
})

/** What stands before a paragraph or numbered text whose head this is; undefined elsewhere. */
function blocksBefore($head: ResolvedPos): Block[] | undefined {
  const { type } = $head.parent
  const takesNumbers = type === nodes.paragraph || type === nodes.numbered || type === nodes.listItem
  return $head.depth === 1 && takesNumbers
    ? contentToBlocks($head.doc.content.cut(0, $head.before()))
    : undefined
}

/** Typing on after a heading's 。 makes of （一） a run-in heading, of 1. and （1） a numbered paragraph. */
const runOnRule = new InputRule(/^([^。]*。)([^。”’」』）)\s].*)$/u, (state, match, start, end) => {
  const $start = state.doc.resolve(start)
  const block = $start.parent
  if (block.type !== nodes.heading || !state.selection.empty) return null
  const level: Level = block.attrs.level
  const typed = match[0].slice(end - start)
  const transaction = typed === '' ? state.tr : state.tr.insertText(typed, end)
  if (level > 1) return transaction.setNodeMarkup($start.before(), nodes.numbered, { level })
  return transaction
    .setNodeMarkup($start.before(), nodes.runInHeading, { level })
    .addMark(start, start + (match[1]?.length ?? 0), marks.lead.create())
})

/** The matched text, of which the last character may not be in the document yet, becomes `text`. */
function replaceText(state: EditorState, start: number, end: number, text: string): Transaction {
  return text === '' ? state.tr.delete(start, end) : state.tr.insertText(text, start, end)
}

export const typedMarks = inputRules({
  rules: [
    numberRule(/^[（(][一二三四五六七八九十]{1,3}[）)]$/u),
    numberRule(/^[（(][0-9０-９]{1,2}[）)]$/u),
    numberRule(/^[0-9０-９]{1,2}、.{0,10}$/u),
    // After a point the next character decides: 1.5 is a decimal.
    numberRule(/^[0-9０-９]{1,2}[.．][^0-9０-９.．].{0,10}$/u),
    listRule,
    runOnRule,
  ],
})

/** Spaces typed at the head of a paragraph: the indent is the app's, so they are not taken. */
export const noTypedIndent = new Plugin({
  props: {
    handleTextInput(view, from, to, text) {
      if (view.composing || from < to || text.trim() !== '') return false
      const $from = view.state.doc.resolve(from)
      return $from.parentOffset === 0 && $from.parent.isTextblock
    },
  },
})
