import { useEffect, useId, useRef } from 'react'
import type { PanelTab } from '../desk/desk-state'
import { shownFindingsOf } from '../desk/shown-findings'
import { useDesk, useDeskState } from '../desk/use-desk'
import { PreviewTab } from '../preview/preview-tab'
import { PreviousTab } from '../previous/previous-tab'
import { FindingsTab } from './findings-tab'
import { GuidanceTab } from './guidance-tab'
import { texts } from './shell.texts'
import './panel.css'

const tabs: PanelTab[] = ['guidance', 'previous', 'findings', 'preview']

/** Beside the form: what belongs here, and what is wrong here. */
export function Panel() {
  const desk = useDesk()
  const id = useId()
  const chosen = useDeskState(({ session }) => session.panel)
  const count = useDeskState(({ draft, session }) =>
    draft ? shownFindingsOf(draft, session.touched, session.step).length : 0,
  )
  const buttons = useRef(new Map<PanelTab, HTMLButtonElement>())
  const words = {
    guidance: texts.guidance,
    previous: texts.previousYear,
    findings: count > 0 ? texts.findingsCount(count) : texts.findings,
    preview: texts.preview,
  }

  const content = useRef<HTMLDivElement>(null)
  const helps = useDeskState(({ session }) => session.helps)
  useEffect(() => {
    if (helps > 0) content.current?.focus()
  }, [helps])

  function move(key: string): void {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
    const step = key === 'ArrowRight' ? 1 : -1
    const other = tabs.at((tabs.indexOf(chosen) + step) % tabs.length) ?? chosen
    desk.showPanel(other)
    buttons.current.get(other)?.focus()
  }

  return (
    <aside
      className="panel"
      aria-label={texts.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') desk.backToCaret()
      }}
    >
      <div className="panel-head">
        <div className="tabs" role="tablist" aria-label={texts.panel}>
          {tabs.map((tab) => (
            <button
              key={tab}
              ref={(button) => {
                if (button) buttons.current.set(tab, button)
              }}
              type="button"
              role="tab"
              className="tab"
              id={`${id}-${tab}`}
              aria-selected={tab === chosen}
              aria-controls={`${id}-content`}
              tabIndex={tab === chosen ? 0 : -1}
              onClick={() => desk.showPanel(tab)}
              onKeyDown={(event) => move(event.key)}
            >
              {words[tab]}
            </button>
          ))}
        </div>
        <button type="button" className="button panel-close" onClick={desk.closePanel}>
          {texts.closePanel}
        </button>
      </div>
      <div
        className="panel-content"
        ref={content}
        role="tabpanel"
        id={`${id}-content`}
        aria-labelledby={`${id}-${chosen}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {chosen === 'guidance' && <GuidanceTab />}
        {chosen === 'previous' && <PreviousTab />}
        {chosen === 'findings' && <FindingsTab />}
        {chosen === 'preview' && <PreviewTab />}
      </div>
    </aside>
  )
}
