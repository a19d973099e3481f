import { useId, useMemo, useRef } from 'react'
import type { Block, ImageData } from '../../shared/draft/draft'
import { printedBlocks } from '../../shared/linked/printed-prose'
import type { TableValues } from '../../shared/linked/table-values'
import type { Numbering } from '../../shared/prose/marks'
import { readerLength } from '../../shared/prose/plain-text'
import './prose-editor.css'
import type { ProseStep } from './prose-view'
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
  /** Characters a reader should find at most (readerLength). */
  lengthGuide?: number
  /** Selects a range of the slot's text (offsets of slotText); each nonce once. */
  caretRequest?: { start: number; end: number; nonce: number }
}

/** The prose of one slot. It keeps no history: undo and redo are the desk's and arrive as other blocks. */
export function ProseEditor(props: ProseEditorProps) {
  const { label, blocks, numbering, values, lengthGuide } = props
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
  const { prose, look, notice, takePicture } = useProseView(place, props, attributes)
  const length = useMemo(
    () => readerLength(printedBlocks(blocks, values), numbering),
    [blocks, values, numbering],
  )
  const isOver = lengthGuide !== undefined && length > lengthGuide

  return (
    <div className="prose-editor">
      <Toolbar
        items={toolbarItems(look, numbering)}
        controls={textId}
        onAct={(act) => {
          if (act === 'choosePicture') void takePicture({ kind: 'choose' })
          else prose?.act(act, 'once')
        }}
      />
      <div ref={place} className="prose-page" />
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
