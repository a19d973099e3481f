import { toggleMark } from 'prosemirror-commands'
import type { Command } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteTable } from 'prosemirror-tables'
import { levelMark, type Numbering } from '../../shared/prose/marks'
import { setBlockKind } from './block-commands'
import { type BlockKind, sameKind } from './block-kind'
import { insertTable } from './insert-block'
import type { Look } from './look'
import { proseSchema } from './schema'
import { removeColumn, removeRow, toggleHeaderRow } from './table-commands'
import { texts } from './texts'

/** A button of the toolbar. */
export interface ToolbarItem {
  label: string
  /** Its name where the label alone is too short for one. */
  name?: string
  tip: string
  /** On or off; undefined where the button only does something. */
  pressed?: boolean
  disabled: boolean
  /** Items of a group stand together. */
  group: 'kind' | 'bold' | 'insert' | 'table'
  act: Command | 'choosePicture' | 'chooseFigure'
}

/** The toolbar's buttons at the place of the caret; those for tables are there only inside one. */
export function toolbarItems(look: Look, numbering: Numbering, hasTables: boolean): ToolbarItem[] {
  return [
    ...kindItems(look, numbering),
    {
      label: texts.bold,
      tip: texts.withKey(texts.bold, 'Ctrl+B'),
      pressed: look.bold,
      disabled: !look.canBeBold,
      group: 'bold',
      act: toggleMark(proseSchema.marks.bold),
    },
    ...(hasTables ? [figureItem(look)] : []),
    item('insert', texts.insertPicture, 'choosePicture'),
    item('insert', texts.insertTable, insertTable),
    ...(look.table ? tableItems(look.table) : []),
  ]
}

function figureItem(look: Look): ToolbarItem {
  const tip = texts.withKey(texts.tips.insertFigure, 'Ctrl+Alt+S')
  const { figure, insertFigure } = texts
  return { ...item('insert', figure, 'chooseFigure'), name: insertFigure, tip, disabled: !look.canBeBold }
}

function kindItems(look: Look, numbering: Numbering): ToolbarItem[] {
  const [first, second, third] = [
    levelMark(1, 1, numbering),
    levelMark(2, 1, numbering),
    levelMark(3, 1, numbering),
  ]
  const { tips } = texts
  const kinds: [string, string, BlockKind][] = [
    [texts.body, texts.withKey(tips.body, 'Ctrl+Alt+0'), { kind: 'paragraph' }],
    [texts.heading(first), texts.withKey(tips.heading, 'Ctrl+Alt+1'), { kind: 'heading', level: 1 }],
    [texts.heading(second), texts.withKey(tips.heading, 'Ctrl+Alt+2'), { kind: 'heading', level: 2 }],
    [texts.heading(third), texts.withKey(tips.heading, 'Ctrl+Alt+3'), { kind: 'heading', level: 3 }],
    [texts.runInHeading, tips.runInHeading, { kind: 'runInHeading', level: 1 }],
    [texts.numbered(second), tips.numbered, { kind: 'numbered', level: 2 }],
    [texts.numbered(third), tips.numbered, { kind: 'numbered', level: 3 }],
    [texts.list, tips.list, { kind: 'listItem' }],
  ]
  return kinds.map(([label, tip, kind]) => ({
    label,
    tip,
    pressed: sameKind(look.kind, kind),
    disabled: !look.hasParagraphs,
    group: 'kind',
    act: setBlockKind(kind),
  }))
}

function tableItems({ header }: { header: boolean }): ToolbarItem[] {
  return [
    item('table', texts.rowBelow, addRowAfter),
    item('table', texts.columnRight, addColumnAfter),
    item('table', texts.removeRow, removeRow),
    item('table', texts.removeColumn, removeColumn),
    { ...item('table', texts.headerRow, toggleHeaderRow), pressed: header },
    item('table', texts.removeTable, deleteTable),
  ]
}

function item(group: ToolbarItem['group'], label: string, act: ToolbarItem['act']): ToolbarItem {
  return { label, tip: label, disabled: false, group, act }
}
