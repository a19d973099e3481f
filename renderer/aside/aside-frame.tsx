import { type ReactNode, useEffect, useId, useRef } from 'react'
import { MessageBar } from '../shell/message-bar'

/** A screen of its own with one heading, which has the caret first. */
export function AsideFrame({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className="aside" aria-labelledby={id}>
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
