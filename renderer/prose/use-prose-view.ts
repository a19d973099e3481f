import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ImageData } from '../../shared/draft/draft'
import { insertImage } from './insert-block'
import { type Look, lookOf } from './look'
import type { PictureSource, ProseEditorProps } from './prose-editor'
import { ProseView } from './prose-view'

export interface Editing {
  /** undefined until the editor stands. */
  prose: ProseView | undefined
  look: Look
  /** Something the clerk should know about the last act; gone with the next change. */
  notice: string
  takePicture(source: PictureSource): Promise<void>
}

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
  props: ProseEditorProps,
  attributes: Record<string, string>,
): Editing {
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const watchers = useRef(new Set<() => void>())
  const [prose, setProse] = useState<ProseView>()
  const [look, setLook] = useState(blankLook)
  const [notice, setNotice] = useState('')

  async function takePicture(into: ProseView | undefined, source: PictureSource): Promise<void> {
    const hash = await latest.current.onTakeImage(source)
    if (hash === undefined || into === undefined || into.view.isDestroyed) return
    insertImage(hash)(into.view.state, into.view.dispatch)
    into.view.focus()
  }

  useLayoutEffect(() => {
    if (place.current === null) return
    const first = latest.current
    const created: ProseView = new ProseView(place.current, first.blocks, first.numbering, {
      images: {
        find: (hash): ImageData | undefined => own(latest.current.images, hash),
        watch(changed) {
          watchers.current.add(changed)
          return () => watchers.current.delete(changed)
        },
      },
      changed: (blocks) => latest.current.onChange(blocks),
      updated: (state) => setLook((before) => unlessSame(before, lookOf(state))),
      edited: () => setNotice(''),
      focused: () => latest.current.onFocus?.(),
      hasImage: (hash) => own(latest.current.images, hash) !== undefined,
      async takePictures(files) {
        for (const file of files) {
          await takePicture(created, { kind: 'bytes', bytes: new Uint8Array(await file.arrayBuffer()) })
        }
      },
      say: setNotice,
    })
    setProse(created)
    return () => created.destroy()
  }, [place])

  useEffect(() => prose?.offer(props.blocks), [prose, props.blocks])

  useEffect(() => {
    for (const changed of watchers.current) changed()
  }, [props.images])

  useEffect(() => prose?.number(props.numbering), [prose, props.numbering])

  useEffect(() => prose?.view.setProps({ attributes }), [prose, attributes])

  const { caretRequest } = props
  const answered = useRef<number>(undefined)
  useEffect(() => {
    if (!prose || !caretRequest || answered.current === caretRequest.nonce) return
    answered.current = caretRequest.nonce
    prose.select(caretRequest.start, caretRequest.end)
  }, [prose, caretRequest])

  return { prose, look, notice, takePicture: (source) => takePicture(prose, source) }
}

function own(images: Record<string, ImageData>, hash: string): ImageData | undefined {
  return Object.hasOwn(images, hash) ? images[hash] : undefined
}

function unlessSame(before: Look, now: Look): Look {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
