import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import type { FigureRun } from '../../shared/draft/draft'
import { figureName } from '../../shared/linked/figure-name'
import { figureText } from '../../shared/linked/figure-text'
import type { TableValues } from '../../shared/linked/table-values'
import { proseSchema } from './schema'
import { texts } from './texts'

/** What the linked figures show: it follows the tables, and none of it is in the document. */
export class ShownFigures {
  private watchers = new Set<() => void>()

  constructor(private tables: TableValues) {}

  get values(): TableValues {
    return this.tables
  }

  /** The tables changed: every figure shows its value anew; document, caret and history stay as they are. */
  replace(tables: TableValues): void {
    if (tables === this.tables) return
    this.tables = tables
    for (const changed of this.watchers) changed()
  }

  readonly words = (node: Node): string => figureText(runOf(node), this.tables).text

  watch(changed: () => void): () => void {
    this.watchers.add(changed)
    return () => this.watchers.delete(changed)
  }
}

/** The run a node of the document stands for, without its look. */
export function runOf({ attrs }: Node): Pick<FigureRun, 'value' | 'style'> {
  return { value: attrs.value, style: attrs.style }
}

/** A linked figure in the text: one place for the caret, read out with what it counts. */
export class FigureView implements NodeView {
  readonly dom = document.createElement('span')
  private readonly unwatch: () => void

  constructor(
    private node: Node,
    private readonly figures: ShownFigures,
  ) {
    this.dom.className = 'linked-figure'
    // An image to screen readers: one thing with one name, where text inside an editor would be read bare.
    this.dom.setAttribute('role', 'img')
    this.dom.setAttribute('aria-roledescription', texts.linkedFigure)
    this.unwatch = figures.watch(() => this.show())
    this.show()
  }

  update(node: Node): boolean {
    if (node.type !== proseSchema.nodes.figure) return false
    this.node = node
    this.show()
    return true
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.unwatch()
  }

  private show(): void {
    const run = runOf(this.node)
    const { text, trouble } = figureText(run, this.figures.values)
    const name = figureName(run.value, this.figures.values.info)
    if (this.dom.textContent !== text) this.dom.textContent = text
    this.dom.classList.toggle('without-value', trouble !== undefined)
    this.dom.setAttribute('aria-label', texts.figureLabel(name, text))
    this.dom.title = texts.figureTip(name)
  }
}
