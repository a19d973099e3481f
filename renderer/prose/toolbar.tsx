import { type KeyboardEvent, useRef, useState } from 'react'
import { texts } from './texts'
import type { ToolbarItem } from './toolbar-items'

interface ToolbarProps {
  items: ToolbarItem[]
  /** The id of what it works on. */
  controls: string
  /** `byKey`: pressed from the keyboard, so that the caret must go back to the text. */
  onAct(act: ToolbarItem['act']): void
}

/** One stop of the Tab key; the arrow keys go from button to button (ARIA toolbar pattern). */
export function Toolbar({ items, controls, onAct }: ToolbarProps) {
  const [current, setCurrent] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const stop = Math.min(current, items.length - 1)

  function goTo(index: number): void {
    const next = (index + items.length) % items.length
    setCurrent(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: -1 }
    const next = steps[event.key]
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    goTo(next)
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={texts.toolbar}
      aria-controls={controls}
      className="prose-toolbar"
      onKeyDown={onKeyDown}
    >
      {items.map((item, index) => (
        <button
          key={`${item.group} ${item.label}`}
          type="button"
          tabIndex={index === stop ? 0 : -1}
          title={item.tip}
          aria-label={item.name}
          aria-pressed={item.pressed}
          aria-disabled={item.disabled || undefined}
          className={index > 0 && items[index - 1]?.group !== item.group ? 'starts-group' : undefined}
          // The text keeps the focus and its selection while a button is clicked.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setCurrent(index)}
          onClick={() => {
            if (!item.disabled) onAct(item.act)
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}
