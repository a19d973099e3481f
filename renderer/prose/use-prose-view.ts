import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ShownFigures } from './figure-view'
import { ShownImages } from './image-view'
import { insertImage } from './insert-block'
import { type Look, lookOf } from './look'
import type { PictureSource, ProseEditorProps } from './prose-editor'
import { ProseView } from './prose-view'
import { type Spot, spotOf } from './spot'
import type { TextFinding } from './text-findings'

export interface Editing {
  /** undefined until the editor stands. */
  prose: ProseView | undefined
  look: Look
  /** Where the selection is. */
  spot: Spot
  /** Something the clerk should know about the last act; gone with the next change. */
  notice: string
  takePicture(source: PictureSource): Promise<void>
}

const noFindings: TextFinding[] = []

const blankLook: Look = {
  kind: { kind: 'paragraph' },
  hasParagraphs: true,
  bold: false,
  canBeBold: true,
  table: undefined,
}

/** Joins ProseMirror to React: props flow in through effects, what the clerk does flows out through the latest props. */
export function useProseView(
  place: RefObject<HTMLElement | null>,
  props: ProseEditorProps & { onChooseFigure(): void },
  attributes: Record<string, string>,
): Editing {
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const [images] = useState(() => new ShownImages(props.images))
  const [figures] = useState(() => new ShownFigures(props.values))
  const [prose, setProse] = useState<ProseView>()
  const [look, setLook] = useState(blankLook)
  const [spot, setSpot] = useState<Spot>({})
  const [notice, setNotice] = useState('')

  const takePicture = useCallback(async (into: ProseView | undefined, source: PictureSource) => {
    const hash = await latest.current.onTakeImage(source)
    if (hash === undefined || into === undefined || into.view.isDestroyed) return
    // One step with the picture's own arrival in the draft, which comes just before.
    into.act(insertImage(hash), 'typing')
  }, [])

  useLayoutEffect(() => {
    if (place.current === null) return
    const first = latest.current
    const created: ProseView = new ProseView(place.current, first.blocks, first.numbering, {
      images,
      figures,
      changed: (blocks, step) => latest.current.onChange(blocks, step),
      updated(state) {
        setLook((before) => unlessSame(before, lookOf(state)))
        setSpot((before) => unlessSame(before, spotOf(state, figures.words)))
      },
      edited: () => setNotice(''),
      focused: () => latest.current.onFocus?.(),
      cameUpon: (finding) => latest.current.onFinding?.(finding),
      async takePictures(files) {
        for (const file of files) {
          await takePicture(created, { kind: 'bytes', bytes: new Uint8Array(await file.arrayBuffer()) })
        }
      },
      say: setNotice,
      chooseFigure: () => latest.current.onChooseFigure(),
    })
    setProse(created)
    return () => created.destroy()
  }, [place, images, figures, takePicture])

  useEffect(() => prose?.offer(props.blocks), [prose, props.blocks])

  useEffect(() => images.replace(props.images), [images, props.images])

  // Before the frame is drawn in which the table shows its new value.
  useLayoutEffect(() => figures.replace(props.values), [figures, props.values])

  useEffect(() => prose?.number(props.numbering), [prose, props.numbering])

  // After the blocks: the marks belong to the text as it is now. Before the frame that shows it.
  useLayoutEffect(() => prose?.mark(props.findings ?? noFindings), [prose, props.findings])

  useEffect(() => prose?.view.setProps({ attributes }), [prose, attributes])

  const { caretRequest } = props
  const answered = useRef<number>(undefined)
  useEffect(() => {
    if (!prose || !caretRequest || answered.current === caretRequest.nonce) return
    answered.current = caretRequest.nonce
    prose.select(caretRequest.start, caretRequest.end)
  }, [prose, caretRequest])

  return { prose, look, spot, notice, takePicture: (source) => takePicture(prose, source) }
}

function unlessSame<Value>(before: Value, now: Value): Value {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
