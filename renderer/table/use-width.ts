import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * The width of an element in px, followed as it changes. Container queries would do the same in CSS, but make every
 * key lay out all of Table 3 anew, which takes longer than everything else together.
 */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    setWidth(current.clientWidth)
    // Without layout, as under jsdom, nothing has a width.
    if (!('ResizeObserver' in window)) return
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
