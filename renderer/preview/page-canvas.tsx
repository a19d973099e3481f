import { useEffect, useRef, useState } from 'react'
import type { PdfPages } from './pdf-pages'

interface PageCanvasProps {
  pdf: PdfPages
  /** From 0. */
  page: number
  size: { width: number; height: number }
  label: string
}

/** One page, drawn when it comes near; the old picture stays until the new one is ready. */
export function PageCanvas({ pdf, page, size, label }: PageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const width = useWidth(canvas)
  const isNear = useIsNear(canvas)

  useEffect(() => {
    if (!isNear || width === 0) return
    let isWanted = true
    void pdf.draw(page, Math.round(width * devicePixelRatio)).then((picture) => {
      const here = canvas.current
      if (!isWanted || !picture || !here) return
      here.width = picture.width
      here.height = picture.height
      here.getContext('2d')?.drawImage(picture, 0, 0)
    })
    return () => {
      isWanted = false
    }
  }, [pdf, page, width, isNear])

  return (
    <canvas
      ref={canvas}
      className="page-canvas"
      role="img"
      aria-label={label}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    />
  )
}

/** CSS pixels; follows the window. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return width
}

function useIsNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    const observer = new IntersectionObserver(
      (entries) => setIsNear(entries.at(-1)?.isIntersecting === true),
      { rootMargin: '600px' },
    )
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return isNear
}
