import { useEffect, useRef } from 'react'
import { formatOf } from '../desk/derived'
import { useDeskState, useDraft } from '../desk/use-desk'
import { PageCanvas } from './page-canvas'
import { texts } from './pages.texts'
import { placeOf, showPlace } from './show-place'
import { blockAt, changedBlock } from './shown-block'
import type { ShownPages } from './use-pages'
import { usePages } from './use-pages'
import './pages.css'

/** The pages as they will be exported, one below the other; they follow the caret and never take it. */
export function PagesView(props: { follow: boolean }) {
  const { shown, failed } = usePages()
  const list = useRef<HTMLOListElement>(null)
  useFollowing(list, shown, props.follow)
  if (!shown) return <p className="pages-empty">{failed ? texts.failed : texts.making}</p>
  const count = shown.pdf.sizes.length
  return (
    <>
      {failed && <p className="pages-empty">{texts.failed}</p>}
      <ol className="pages" ref={list} aria-label={`${texts.pages}，${texts.count(count)}`}>
        {shown.pdf.sizes.map((size, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number, and keeps its picture while the next is drawn.
          <li className="page" key={index}>
            <PageCanvas pdf={shown.pdf} page={index} size={size} label={texts.page(index + 1, count)} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Goes to the place of the caret when it moves, and to what has changed when the pages are new. */
function useFollowing(
  list: React.RefObject<HTMLOListElement | null>,
  shown: ShownPages | null,
  follow: boolean,
): void {
  const step = useDeskState(({ session }) => session.step)
  const focus = useDeskState(({ session }) => session.focus)
  const format = useDraft(formatOf)
  const before = useRef<ShownPages | null>(null)
  const at = useRef('')
  useEffect(() => {
    if (!shown || !list.current || !follow) return
    const here = `${step} ${JSON.stringify(focus)}`
    const moved = at.current !== here
    const changed =
      before.current && before.current !== shown
        ? changedBlock(before.current.document.blocks, shown.document.blocks)
        : undefined
    before.current = shown
    at.current = here
    const block = changed ?? (moved ? blockAt(shown.document, format, step, focus) : undefined)
    const place = block === undefined ? undefined : placeOf(shown, block)
    if (place) showPlace(list.current, place)
  }, [list, shown, follow, step, focus, format])
}
