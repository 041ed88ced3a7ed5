'use client'
import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of an element in whole pixels, as it changes; null before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const held = element.current
    if (!held) return
    const look = () => setWidth(Math.floor(held.clientWidth))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(held)
    return () => observer.disconnect()
  }, [element])
  return width
}
