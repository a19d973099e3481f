import { useId, useMemo, useRef, useState } from 'react'
import type { Block, ImageData } from '../../shared/draft/draft'
import { printedBlocks } from '../../shared/linked/printed-prose'
import type { TableValues } from '../../shared/linked/table-values'
import type { Numbering } from '../../shared/prose/marks'
import { readerLength } from '../../shared/prose/plain-text'
import './prose-editor.css'
import './figures.css'
import { FigureBar } from './figure-bar'
import { figureToText, insertFigure } from './figure-commands'
import { FigurePicker } from './figure-picker'
import type { Linking } from './linking'
import type { ProseStep } from './prose-view'
import { wordsAt } from './spot'
import type { TextFinding } from './text-findings'
import { texts } from './texts'
import { Toolbar } from './toolbar'
import { toolbarItems } from './toolbar-items'
import { useProseView } from './use-prose-view'

/** Where a picture comes from: the clerk chooses a file, or its bytes were pasted or dropped. */
export type PictureSource = { kind: 'choose' } | { kind: 'bytes'; bytes: Uint8Array }

export interface ProseEditorProps {
  /** The field's name for screen readers. */
  label: string
  blocks: Block[]
  numbering: Numbering
  images: Record<string, ImageData>
  /** What the linked figures show. */
  values: TableValues
  onChange(blocks: Block[], step: ProseStep): void
  /** Answers with the image's hash once it is in the draft; undefined where there is none. */
  onTakeImage(source: PictureSource): Promise<string | undefined>
  onFocus?(): void
  /** Words to be marked because something was found about them. */
  findings?: TextFinding[]
  /** The caret was moved into marked words: the key of what was found there. */
  onFinding?(key: string): void
  /** Ties the text to the tables; absent where there are none. */
  linking?: Linking
  /** Characters a reader should find at most (readerLength). */
  lengthGuide?: number
  /** Selects a range of the slot's text (offsets of slotText); each nonce once. */
  caretRequest?: { start: number; end: number; nonce: number }
}

/** The prose of one slot. It keeps no history: undo and redo are the desk's and arrive as other blocks. */
export function ProseEditor(props: ProseEditorProps) {
  const { label, blocks, numbering, values, lengthGuide, linking } = props
  const place = useRef<HTMLDivElement>(null)
  const textId = useId()
  const lengthId = useId()
  const attributes = useMemo(
    () => ({
      id: textId,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-describedby': lengthId,
      spellcheck: 'false',
    }),
    [label, textId, lengthId],
  )
  const [choosing, setChoosing] = useState(false)
  const { prose, look, spot, notice, takePicture } = useProseView(
    place,
    { ...props, onChooseFigure: () => setChoosing(true) },
    attributes,
  )
  const length = useMemo(
    () => readerLength(printedBlocks(blocks, values), numbering),
    [blocks, values, numbering],
  )
  const isOver = lengthGuide !== undefined && length > lengthGuide

  return (
    <div className="prose-editor">
      <div className="prose-head">
        <Toolbar
          items={toolbarItems(look, numbering, linking !== undefined)}
          controls={textId}
          onAct={(act) => {
            if (act === 'choosePicture') void takePicture({ kind: 'choose' })
            else if (act === 'chooseFigure') setChoosing(true)
            else prose?.act(act, 'once')
          }}
        />
        {linking && choosing && (
          <FigurePicker
            choices={linking.choices()}
            values={values}
            chosen={spot.chosen}
            around={wordsAt(printedBlocks(blocks, values), numbering, spot)}
            onPick={(figure) => {
              setChoosing(false)
              prose?.act(insertFigure(figure), 'once')
            }}
            onClose={() => {
              setChoosing(false)
              prose?.view.focus()
            }}
          />
        )}
      </div>
      <div ref={place} className="prose-page" />
      {linking && (
        <FigureBar
          linking={linking}
          values={values}
          spot={spot}
          onRestyle={() => setChoosing(true)}
          onUnlink={(text) => prose?.act(figureToText(text), 'once')}
          onDone={() => prose?.view.focus()}
        />
      )}
      <p role="status" className="prose-notice">
        {notice}
      </p>
      <p id={lengthId} className={isOver ? 'prose-length over' : 'prose-length'}>
        {lengthText(length, lengthGuide)}
      </p>
    </div>
  )
}

function lengthText(length: number, guide: number | undefined): string {
  if (guide === undefined) return texts.length(length)
  return length > guide ? texts.lengthOver(length, guide) : texts.lengthWithin(length, guide)
}
