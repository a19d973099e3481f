import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Finding } from '../../../shared/check/finding'
import { fingerprint } from '../../../shared/check/fingerprint'
import type { Block } from '../../../shared/draft/draft'
import type { Chapter } from '../../../shared/format/format'
import { tablesOf } from '../../desk/derived'
import { slotPlace } from '../../desk/place'
import { shownFindings } from '../../desk/shown-findings'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import type { ProseEditorProps } from '../../prose/prose-editor'
import type { TextFinding } from '../../prose/text-findings'
import { texts } from './chapter.texts'
import { useLinking } from './use-linking'

let fetched: ComponentType<ProseEditorProps> | undefined

/** Fetches the editor ahead: the largest part of the window, and not needed to start it. */
export async function fetchProseEditor(): Promise<{ default: ComponentType<ProseEditorProps> }> {
  fetched ??= (await import('../../prose/prose-editor')).ProseEditor
  return { default: fetched }
}

const LazyProseEditor = lazy(fetchProseEditor)

const noBlocks: Block[] = []
const none: Finding[] = []

/** A place for prose, joined to the draft. */
export function ProseSlot({ chapter, slot, label }: { chapter: Chapter; slot: string; label: string }) {
  const desk = useDesk()
  // Once fetched it is drawn at once: Suspense would show its waiting words for a moment each time.
  const [ProseEditor] = useState(() => fetched ?? LazyProseEditor)
  const blocks = useDraft(({ prose }) => prose[slot]) ?? noBlocks
  const images = useDraft((draft) => draft.images)
  const numbering = useDraft((draft) => draft.numbering)
  const values = useDraft(tablesOf)
  const caretRequest = useCaretRequest(slot)
  const findings = useTextFindings(slot)
  const place = slotPlace(chapter.id, slot)
  const linking = useLinking(chapter.id, slot)

  const isReadOnly = useDeskState(({ session }) => session.file?.heldBy !== undefined)
  const [restored, setRestored] = useState<Block[]>()

  function onChange(next: Block[], step: 'typing' | 'once'): void {
    // The draft does not change, and only blocks the editor has not seen make it give up what was typed.
    if (isReadOnly) setRestored([...blocks])
    desk.edit({ kind: step, place }, (draft) => {
      if (next.length > 0) draft.prose[slot] = next
      else delete draft.prose[slot]
    })
  }

  return (
    <Suspense fallback={<p className="prose-loading">{texts.loading}</p>}>
      <FocusedOnRequest slot={slot}>
        <ProseEditor
          label={label}
          blocks={isReadOnly && restored ? restored : blocks}
          numbering={numbering}
          images={images}
          values={values}
          linking={linking}
          onChange={onChange}
          onTakeImage={(source) => desk.takePicture(chapter.id, slot, source)}
          onFocus={() => desk.focusOn(place.target)}
          findings={findings}
          onFinding={desk.comeUpon}
          {...(chapter.lengthGuide !== undefined && slot === chapter.id
            ? { lengthGuide: chapter.lengthGuide }
            : {})}
          {...(caretRequest ? { caretRequest } : {})}
        />
      </FocusedOnRequest>
    </Suspense>
  )
}

/** What the form shows about this slot's words. */
function useTextFindings(slot: string): TextFinding[] {
  const shown = useDeskState(({ draft, session }) => (draft ? shownFindings(draft, session.touched) : none))
  return useMemo(
    () =>
      shown.flatMap((finding) => {
        const { text, severity, message } = finding
        if (text?.slot !== slot) return []
        return [{ key: fingerprint(finding), start: text.start, end: text.end, severity, message }]
      }),
    [shown, slot],
  )
}

/** A range of this slot's text the caret is asked to go to. */
function useCaretRequest(slot: string): { start: number; end: number; nonce: number } | undefined {
  const request = useDeskState(({ session }) => session.request)
  const target = request?.place.target
  if (!request || target?.kind !== 'slot' || target.slot !== slot || !target.range) return undefined
  return { ...target.range, nonce: request.nonce }
}

/** Inside Suspense, so that the editor is there when the caret is asked into it. */
function FocusedOnRequest({ slot, children }: { slot: string; children: ReactNode }) {
  const wrapper = useRef<HTMLDivElement>(null)
  const nonce = useDeskState(({ session }) => {
    const target = session.request?.place.target
    return target?.kind === 'slot' && target.slot === slot && !target.range
      ? session.request?.nonce
      : undefined
  })
  useEffect(() => {
    if (nonce === undefined) return
    wrapper.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
  }, [nonce])
  return (
    <div className="prose-slot" ref={wrapper}>
      {children}
    </div>
  )
}
