import { keymap } from 'prosemirror-keymap'
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Block } from '../../shared/draft/draft'
import type { Numbering } from '../../shared/prose/marks'
import { blocksToDoc } from './blocks-to-doc'
import { type ClipboardHost, clipboard } from './clipboard'
import { docToBlocks } from './doc-to-blocks'
import { FigureView } from './figure-view'
import { ImageView } from './image-view'
import { proseKeys } from './keys'
import { numberingKey, shownMarks, shownNumbering } from './shown-marks'
import { structure } from './structure'
import { fromDraft, sameBlocks, takeBlocks } from './sync'
import { findingAtCaret, markFindings, type TextFinding, textFindings } from './text-findings'
import { positionAt } from './text-places'
import { noTypedIndent, typedMarks } from './typed-marks'

/** Composed text is final a moment after the input method says so. */
const compositionSettles = 50

/** How a change counts for undo: `typing` joins the typing just before it, `once` is a step of its own. */
export type ProseStep = 'typing' | 'once'

export interface ProseViewHost extends ClipboardHost {
  /** The clerk changed the prose. */
  changed(blocks: Block[], step: ProseStep): void
  /** Anything about the view changed: text, selection, marks. */
  updated(state: EditorState): void
  /** The clerk changed something: earlier notices are out of date. */
  edited(): void
  focused(): void
  /** The caret was moved into words something was found about. */
  cameUpon(finding: string): void
  /** The clerk asks for a figure of the tables. */
  chooseFigure(): void
}

/**
 * ProseMirror without a history of its own: every change is reported as blocks, and blocks that come back different
 * are taken over. While an input method composes, neither happens.
 */
export class ProseView {
  readonly view: EditorView
  private reported: Block[]
  /** Reported, but not yet seen coming back from the draft. */
  private underway: Block[][] = []
  private offered: Block[] | undefined
  private acting: ProseStep | undefined
  /** Found, but not marked while an input method composes. */
  private unmarked: TextFinding[] | undefined
  private upon: string | undefined

  constructor(
    place: HTMLElement,
    blocks: Block[],
    numbering: Numbering,
    private readonly host: ProseViewHost,
  ) {
    this.view = new EditorView(place, {
      state: EditorState.create({
        doc: blocksToDoc(blocks),
        plugins: [
          clipboard(host),
          noTypedIndent,
          typedMarks,
          keymap(proseKeys),
          keymap({ 'Mod-Alt-s': () => this.chooseFigure() }),
          ...structure(),
          shownMarks(numbering),
          textFindings(),
        ],
      }),
      nodeViews: {
        image: (node) => new ImageView(node, host.images),
        figure: (node) => new FigureView(node, host.figures),
      },
      dispatchTransaction: (transaction) => this.apply(transaction),
      handleDOMEvents: {
        beforeinput: (_, event) => refuseNativeUndo(event),
        compositionend: () => {
          setTimeout(() => this.settle(), compositionSettles)
        },
        focus: () => host.focused(),
        blur: () => this.settle(),
      },
    })
    this.reported = docToBlocks(this.view.state.doc)
    host.updated(this.view.state)
  }

  /** Blocks from the draft. Those just reported are known; others are taken over, once nothing is being composed. */
  offer(blocks: Block[]): void {
    const known = this.underway.indexOf(blocks)
    if (known >= 0) {
      this.underway = this.underway.slice(known + 1)
      return
    }
    this.offered = blocks
    this.settle()
  }

  /** Reports what was composed and takes over what was offered meanwhile. */
  settle(): void {
    if (this.view.isDestroyed || this.view.composing) return
    this.report('typing')
    this.takeOffered()
    this.markFound()
  }

  /** Marks the words something was found about, once nothing is being composed. */
  mark(findings: TextFinding[]): void {
    this.unmarked = findings
    if (!this.view.composing) this.markFound()
  }

  /** Does what a button says and gives the focus back to the text. */
  act(command: Command, step: ProseStep): void {
    this.acting = step
    command(this.view.state, this.view.dispatch, this.view)
    this.acting = undefined
    this.view.focus()
  }

  /** Shows the second level numbered this way. */
  number(numbering: Numbering): void {
    const { state } = this.view
    if (shownNumbering(state) !== numbering) this.view.dispatch(state.tr.setMeta(numberingKey, numbering))
  }

  /** Selects a range of the slot's text (offsets of slotText) and takes the focus. */
  select(start: number, end: number): void {
    const { doc, tr } = this.view.state
    const numbering = shownNumbering(this.view.state)
    const { words } = this.host.figures
    const selection = TextSelection.create(
      doc,
      positionAt(doc, numbering, start, words),
      positionAt(doc, numbering, end, words, 'end'),
    )
    this.view.dispatch(tr.setSelection(selection).scrollIntoView())
    this.view.focus()
  }

  destroy(): void {
    this.report('typing')
    this.view.destroy()
  }

  private takeOffered(): void {
    const blocks = this.offered
    this.offered = undefined
    if (blocks === undefined) return
    this.underway = []
    const transaction = takeBlocks(this.view.state, blocks)
    if (transaction === undefined) return
    this.view.dispatch(this.view.hasFocus() ? transaction.scrollIntoView() : transaction)
    this.reported = docToBlocks(this.view.state.doc)
  }

  private markFound(): void {
    const findings = this.unmarked
    this.unmarked = undefined
    if (findings === undefined || this.view.isDestroyed) return
    const { state } = this.view
    const transaction = markFindings(state, findings, shownNumbering(state), this.host.figures.words)
    if (transaction) this.view.dispatch(transaction)
  }

  /** A finding the caret comes upon is told; one that appears under it while the clerk types is not. */
  private tellFinding(transaction: Transaction): void {
    if (!transaction.selectionSet) return
    const { selection } = this.view.state
    const finding = selection.empty ? findingAtCaret(this.view.state) : undefined
    const isNew = finding !== undefined && finding !== this.upon
    this.upon = finding
    if (isNew && !transaction.docChanged && this.view.hasFocus()) this.host.cameUpon(finding)
  }

  private apply(transaction: Transaction): void {
    const { state, transactions } = this.view.state.applyTransaction(transaction)
    this.view.updateState(state)
    const own = transactions.some((applied) => applied.docChanged && !applied.getMeta(fromDraft))
    if (own && !transaction.getMeta(fromDraft)) {
      this.host.edited()
      if (!this.view.composing) this.report(this.stepOf(transaction))
    }
    this.tellFinding(transaction)
    this.host.updated(this.view.state)
  }

  private chooseFigure(): boolean {
    this.host.chooseFigure()
    return true
  }

  private stepOf(transaction: Transaction): ProseStep {
    const isWhole = ['paste', 'cut', 'drop'].includes(transaction.getMeta('uiEvent'))
    return this.acting ?? (isWhole ? 'once' : 'typing')
  }

  private report(step: ProseStep): void {
    const blocks = docToBlocks(this.view.state.doc)
    if (sameBlocks(blocks, this.reported)) return
    // Typed over what was offered while an input method composed: the newer wins.
    this.offered = undefined
    this.reported = blocks
    this.underway.push(blocks)
    this.host.changed(blocks, step)
  }
}

/** The browser's own undo would bypass the desk's. */
function refuseNativeUndo(event: InputEvent): boolean {
  if (!event.inputType.startsWith('history')) return false
  event.preventDefault()
  return true
}
