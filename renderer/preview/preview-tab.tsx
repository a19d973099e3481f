import { useRef, useState } from 'react'
import { texts } from './pages.texts'
import { PagesView } from './pages-view'

/** Beside the form: the pages, small, and a way to see them large. */
export function PreviewTab() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isLarge, setIsLarge] = useState(false)
  return (
    <>
      <div className="pages-tools">
        <button
          type="button"
          className="button"
          onClick={() => {
            setIsLarge(true)
            dialog.current?.showModal()
          }}
        >
          {texts.enlarge}
        </button>
      </div>
      <PagesView follow />
      <dialog
        className="pages-dialog"
        ref={dialog}
        aria-label={texts.pages}
        onClose={() => setIsLarge(false)}
      >
        <div className="pages-dialog-head">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {texts.close}
          </button>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div className="pages-dialog-content" tabIndex={0}>
          {isLarge && <PagesView follow />}
        </div>
      </dialog>
    </>
  )
}
