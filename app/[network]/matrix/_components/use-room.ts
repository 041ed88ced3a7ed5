'use client'
import { type RefObject, useLayoutEffect, useState } from 'react'

/** Pixels across and down, whole; null before they are known. */
export type RoomSize = { readonly width: number; readonly height: number }

/** The size of an element, as it changes. */
export function useRoom(element: RefObject<HTMLElement | null>): RoomSize | null {
  const [room, setRoom] = useState<RoomSize | null>(null)
  useLayoutEffect(() => {
    const held = element.current
    if (!held) return
    const look = () => setRoom({ width: held.clientWidth, height: held.clientHeight })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(held)
    return () => observer.disconnect()
  }, [element])
  return room
}
