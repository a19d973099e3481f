import { type NodeSpec, Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'
import type { Level } from '../../shared/draft/draft'
import { figurePlace } from '../../shared/prose/runs'
import { copyFigure, figureOfCopy } from './copied-figures'
import { texts } from './texts'

const level = { level: { default: 1 as Level } }

const tables = tableNodes({ tableGroup: 'block', cellContent: 'cellText', cellAttributes: {} })

/**
 * A slot's prose while it is edited. Every printed paragraph is one text block; a list is its items in a row, each
 * first item marked as `starts`. Numbers are never in the text: they are drawn beside it (shown-marks.ts).
 */
const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    marks: 'bold carried',
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  /** Drawn as a paragraph: a heading of the report need not have its parents, a heading of the window must. */
  heading: {
    content: 'inline*',
    marks: 'bold carried',
    group: 'block',
    attrs: level,
    parseDOM: [{ tag: 'p.heading', priority: 60, getAttrs: levelOf }],
    toDOM: (node) => ['p', { class: 'heading', 'data-level': node.attrs.level }, 0],
  },
  /** The heading is the text under the mark `lead`, always at the head of the block. */
  runInHeading: {
    content: 'inline*',
    marks: 'lead bold carried',
    group: 'block',
    attrs: level,
    parseDOM: [{ tag: 'p.run-in', priority: 60, getAttrs: levelOf }],
    toDOM: (node) => ['p', { class: 'run-in', 'data-level': node.attrs.level }, 0],
  },
  numbered: {
    content: 'inline*',
    marks: 'bold carried',
    group: 'block',
    attrs: level,
    parseDOM: [{ tag: 'p.numbered', priority: 60, getAttrs: levelOf }],
    toDOM: (node) => ['p', { class: 'numbered', 'data-level': node.attrs.level }, 0],
  },
  listItem: {
    content: 'inline*',
    marks: 'bold carried',
    group: 'block',
    attrs: { starts: { default: false } },
    parseDOM: [
      {
        tag: 'p.list-item',
        priority: 60,
        getAttrs: (element) => ({ starts: element.hasAttribute('data-starts') }),
      },
    ],
    toDOM: (node) => ['p', { class: 'list-item', ...(node.attrs.starts ? { 'data-starts': '' } : {}) }, 0],
  },
  /** Its text is the caption. */
  image: {
    content: 'text*',
    marks: '',
    group: 'block',
    isolating: true,
    selectable: true,
    attrs: { image: {} },
    parseDOM: [
      {
        tag: 'figure[data-image]',
        contentElement: 'figcaption',
        getAttrs: (element) => ({ image: element.getAttribute('data-image') }),
      },
    ],
    toDOM: (node) => ['figure', { 'data-image': node.attrs.image }, ['figcaption', 0]],
  },
  ...tables,
  /** Drawn as td: an empty th, as it is before it is filled in, is a fault to screen readers. */
  table_header: {
    ...tables.table_header,
    parseDOM: [{ tag: 'td.header', priority: 60 }],
    toDOM: () => ['td', { class: 'header' }, 0],
  },
  cellText: {
    content: 'inline*',
    marks: 'bold carried',
    parseDOM: [{ tag: 'div' }],
    toDOM: () => ['div', 0],
  },
  text: { group: 'inline' },
  /** A linked figure: what it shows is drawn (figure-view.ts), never in the document. */
  figure: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { value: {}, style: {} },
    leafText: () => figurePlace,
    parseDOM: [
      { tag: 'span[data-figure]', getAttrs: (element) => figureOfCopy(element.dataset.figure) ?? false },
    ],
    toDOM: ({ attrs }) => ['span', { 'data-figure': copyFigure(attrs) }],
  },
} satisfies Record<string, NodeSpec>

function levelOf(element: HTMLElement): { level: number } {
  const level = Number(element.getAttribute('data-level'))
  return { level: level === 2 || level === 3 ? level : 1 }
}

export const proseSchema = new Schema({
  nodes,
  marks: {
    lead: {
      // A copy carries its printed numbers for other programs (clipboard.ts); coming back they are counted anew.
      parseDOM: [{ tag: 'span[data-printed-mark]', ignore: true, priority: 60 }, { tag: 'span.lead' }],
      toDOM: () => ['span', { class: 'lead' }, 0],
    },
    bold: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: () => ['strong', 0],
    },
    /** A figure that came with last year's text; what is written beside it is no part of it. */
    carried: {
      inclusive: false,
      parseDOM: [{ tag: 'span.carried-figure' }],
      toDOM: () => ['span', { class: 'carried-figure', title: texts.carried }, 0],
    },
  },
})
