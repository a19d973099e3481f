import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Severity } from '../../shared/check/finding'
import type { Numbering } from '../../shared/prose/marks'
import { type FigureWords, positionsIn } from './text-places'

/** Words of the slot something was found about, by offsets of its text (slotText). */
export interface TextFinding {
  /** What the finding is known by. */
  key: string
  start: number
  end: number
  severity: Severity
  message: string
}

const key = new PluginKey<DecorationSet>('textFindings')

/**
 * Marks the words something was found about. The marks move with the text while it is written, until the check has
 * looked again; they are no part of the text and of no selection.
 */
export function textFindings(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        const next: DecorationSet | undefined = transaction.getMeta(key)
        return next ?? (transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** Marks these findings and no others; undefined: they are marked already. */
export function markFindings(
  state: EditorState,
  findings: TextFinding[],
  numbering: Numbering,
  words: FigureWords,
): Transaction | undefined {
  const now = key.getState(state)?.find().length ?? 0
  if (findings.length === 0 && now === 0) return undefined
  return state.tr.setMeta(key, marksOf(state.doc, findings, numbering, words))
}

function marksOf(
  doc: Node,
  findings: TextFinding[],
  numbering: Numbering,
  words: FigureWords,
): DecorationSet {
  const position = positionsIn(doc, numbering, words)
  const marks = findings.flatMap(({ key: id, start, end, severity, message }) => {
    const [from, to] = [position(start, 'start'), position(end, 'end')]
    const look = {
      class: `prose-finding prose-finding-${severity}`,
      'aria-invalid': severity === 'info' ? 'false' : 'grammar',
      title: message,
    }
    return to > from ? [Decoration.inline(from, to, look, { id })] : []
  })
  return DecorationSet.create(doc, marks)
}

/** The key of the finding whose words the caret stands in; where several do, of the shortest words. */
export function findingAtCaret(state: EditorState): string | undefined {
  const { head } = state.selection
  const [nearest] = (key.getState(state)?.find(head, head) ?? []).sort(
    (one, other) => one.to - one.from - (other.to - other.from),
  )
  return nearest?.spec.id
}
