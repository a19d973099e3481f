import { type ReactNode, useEffect, useId, useRef } from 'react'
import { MessageBar } from '../shell/message-bar'

/** A screen of its own with one heading, which has the caret first. */
export function AsideFrame(props: { title: string; note: string; wide?: boolean; children: ReactNode }) {
  const { title, note, wide, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className={wide ? 'aside aside-wide' : 'aside'} aria-labelledby={id}>
      <MessageBar />
      <header className="aside-header">
        <h1 className="aside-heading" id={id} tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <p className="aside-note">{note}</p>
      </header>
      {children}
    </main>
  )
}
