/** Tracked changes (ISO/IEC 29500-1, 17.13.5): who accepts them all has this year's report, who rejects them last year's. */

import {
  FileChild,
  type IContext,
  type IRunOptions,
  type IXmlableObject,
  type Paragraph,
  TextRun,
} from 'docx'
import type { Change } from '../../../shared/compose/document'
import { markup } from './markup'

/** A run that only one of the two reports has. */
export class ChangedRun extends TextRun {
  readonly #change: Change

  constructor(options: IRunOptions, change: Change) {
    super(options)
    this.#change = change
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const run = super.prepForXml(context)
    return run && changedRun(run, this.#change, context)
  }
}

/** A paragraph that only one of the two reports has: its end is tracked too, or an empty one would stay behind. */
export class ChangedParagraph extends FileChild {
  readonly #paragraph: Paragraph
  readonly #change: Change

  constructor(paragraph: Paragraph, change: Change) {
    super('w:p')
    this.#paragraph = paragraph
    this.#change = change
  }

  override prepForXml(context: IContext): IXmlableObject {
    const parts = partsOf(this.#paragraph.prepForXml(context) ?? {}, 'w:p')
    const [properties = {}, ...content] = parts
    return {
      'w:p': [
        {
          'w:pPr': [...partsOf(properties, 'w:pPr'), markup('w:rPr', {}, changeMark(this.#change, context))],
        },
        ...content.map((part) => ('w:r' in part ? changedRun(part, this.#change, context) : part)),
      ],
    }
  }
}

/** What says that a paragraph's end or a row of a table was added or removed. */
export function changeMark(change: Change, context: IContext): IXmlableObject {
  return markup(nameOf(change), attributesOf(change, context))
}

/** The run as one that was added or removed; removed text has an element of its own. */
export function changedRun(run: IXmlableObject, change: Change, context: IContext): IXmlableObject {
  const parts = change.kind === 'added' ? run : { 'w:r': partsOf(run, 'w:r').map(removedText) }
  return markup(nameOf(change), attributesOf(change, context), parts)
}

function nameOf({ kind }: Change): string {
  return kind === 'added' ? 'w:ins' : 'w:del'
}

/** No date: it is optional, and the same two drafts are to give the same file on any day. */
function attributesOf({ by }: Change, context: IContext): Record<string, string | number> {
  const id = (numbers.get(context.file) ?? 0) + 1
  numbers.set(context.file, id)
  return { 'w:id': id, 'w:author': by }
}

/** How many changes each file has so far: each has a number of its own. */
const numbers = new WeakMap<IContext['file'], number>()

function removedText(part: IXmlableObject): IXmlableObject {
  return 'w:t' in part ? { 'w:delText': part['w:t'] } : part
}

function partsOf(element: IXmlableObject, name: string): IXmlableObject[] {
  const parts: unknown = element[name]
  return Array.isArray(parts) ? parts : []
}
