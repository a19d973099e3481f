import { type RefObject, useLayoutEffect, useState } from 'react'

/** Whether the element is narrower than `least` px. */
export function useNarrow(element: RefObject<HTMLElement | null>, least: number): boolean {
  const [narrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    // Without layout, as under jsdom, nothing has a width.
    if (!element.current || !('ResizeObserver' in window)) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setNarrow(entry.contentRect.width < least)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, least])
  return narrow
}
