import { type DOMOutputSpec, DOMSerializer, Fragment, type Node, Slice } from 'prosemirror-model'
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { copyFigure } from './copied-figures'
import type { ShownFigures } from './figure-view'
import type { ShownImages } from './image-view'
import { type HtmlPart, readHtml } from './read-html'
import { proseSchema } from './schema'
import { nodeMarks, shownNumbering } from './shown-marks'
import { takeProse } from './take-prose'
import { texts } from './texts'

/** Characters one paste may bring: many times the longest report, and still quick to take in. */
export const pasteLimit = 300_000

/** What the clipboard plugin needs from around the editor. */
export interface ClipboardHost {
  images: ShownImages
  figures: ShownFigures
  takePictures(files: File[]): void
  /** Something the clerk should know, in place. */
  say(message: string): void
}

/**
 * Text from other programs comes as text: its numbers are read as prose (shared/prose/from-text.ts), tables of HTML
 * become simple tables, everything else of the HTML is left behind. Only the editor's own copies keep their blocks.
 */
export function clipboard(host: ClipboardHost): Plugin {
  const serializer = new PrintedSerializer(host.figures)
  return new Plugin({
    props: {
      handlePaste: (view, event, slice) => take(view, event.clipboardData, slice, host),
      handleDrop(view, event, slice, moved) {
        if (moved || event.dataTransfer === null) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (at) {
          const near = TextSelection.near(view.state.doc.resolve(at.pos))
          view.dispatch(view.state.tr.setSelection(near))
        }
        event.preventDefault()
        return take(view, event.dataTransfer, slice, host)
      },
      // ProseMirror reads HTML before it asks handlePaste; only the editor's own is worth it.
      transformPastedHTML: (html) => (isOwnCopy(html) ? html : ''),
      transformPasted: (slice) => withoutForeignImages(slice, host),
      transformCopied(slice, view) {
        serializer.printed = copiedMarks(view)
        return slice
      },
      clipboardSerializer: serializer,
      clipboardTextSerializer: (slice, view) => copiedText(slice, copiedMarks(view), host.figures),
    },
  })
}

function take(view: EditorView, data: DataTransfer | null, slice: Slice, host: ClipboardHost): boolean {
  if (data === null) return true
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  if (text.length > pasteLimit) {
    host.say(texts.pasteTooLong(text.length, pasteLimit))
    return true
  }
  if (isOwnCopy(html) && (view.state.selection.$from.depth === 1 || holdsTable(slice))) return false
  const parts = partsOf(text, html)
  const files = Array.from(data.files).filter((file) => file.type.startsWith('image/'))
  if (parts.length > 0) view.dispatch(takeProse(view.state, parts).setMeta('uiEvent', 'paste'))
  else if (files.length > 0) host.takePictures(files)
  return true
}

/** HTML only where it has tables to bring; as text the plain form is the more faithful one. */
function partsOf(text: string, html: string): HtmlPart[] {
  const plain: HtmlPart[] = text.trim() === '' ? [] : [{ kind: 'text', text }]
  if (html.length > 10 * pasteLimit || (plain.length > 0 && !/<table[\s>]/i.test(html))) return plain
  const rich = readHtml(html)
  return plain.length === 0 || rich.some((part) => part.kind === 'table') ? rich : plain
}

function isOwnCopy(html: string): boolean {
  return html.includes('data-pm-slice=')
}

function holdsTable(slice: Slice): boolean {
  let found = false
  slice.content.descendants((node) => {
    found ||= node.type.spec.tableRole !== undefined
  })
  return found
}

/** A copy from another draft may name images this one does not hold. */
function withoutForeignImages(slice: Slice, host: ClipboardHost): Slice {
  const kept = slice.content.content.filter(
    (node) => node.type !== proseSchema.nodes.image || host.images.find(node.attrs.image) !== undefined,
  )
  if (kept.length === slice.content.childCount) return slice
  return kept.length === 0 ? Slice.empty : new Slice(Fragment.from(kept), 0, 0)
}

/** The printed number of each copied block; a block copied only in part, or alone, is text without its number. */
function copiedMarks(view: EditorView): string[] {
  const { doc, selection } = view.state
  const marks = nodeMarks(doc, shownNumbering(view.state))
  const first = selection.$from.index(0)
  const last = selection.$to.index(0)
  if (first === last) return []
  return marks.slice(first, last + 1).map((mark, index) => {
    const wholeHead = index > 0 || selection.$from.parentOffset === 0
    return wholeHead ? mark : ''
  })
}

function copiedText(slice: Slice, marks: string[], { words }: ShownFigures): string {
  const leaf = (node: Node) => (node.type === proseSchema.nodes.figure ? words(node) : '')
  return slice.content.content
    .map((node, index) => {
      // A linked figure that is copied alone comes without a paragraph around it.
      const text = node.isLeaf ? leaf(node) : node.textBetween(0, node.content.size, '\t', leaf)
      return (marks[index] ?? '') + text
    })
    .join('\n')
}

/** Writes the printed numbers into copied HTML, where Word and web pages would otherwise miss them. */
class PrintedSerializer extends DOMSerializer {
  printed: string[] = []

  constructor({ words }: ShownFigures) {
    const nodes = DOMSerializer.nodesFromSchema(proseSchema)
    const figure = (node: Node): DOMOutputSpec => [
      'span',
      { 'data-figure': copyFigure(node.attrs) },
      words(node),
    ]
    super({ ...nodes, figure }, DOMSerializer.marksFromSchema(proseSchema))
  }

  override serializeFragment(...[fragment, options, target]: Parameters<DOMSerializer['serializeFragment']>) {
    const written = super.serializeFragment(fragment, options, target)
    if (target === undefined) {
      Array.from(written.childNodes).forEach((node, index) => {
        const mark = this.printed[index]
        if (!mark || !(node instanceof Element)) return
        const span = document.createElement('span')
        span.setAttribute('data-printed-mark', '')
        span.textContent = mark
        node.prepend(span)
      })
    }
    return written
  }
}
