'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Frame } from './camera.ts'
import type { Lit } from './lit.ts'
import type { ZoomHandle } from './use-zoom.ts'
import type { Walk } from './walk.ts'

/** Room around what is lit up, in units of the drawing: for what stands beside cards. */
const room = 56

/** So much of the drawing stays in sight around a few cards, in its units: one alone would fill the screen. */
const least = { width: 760, height: 460 }

/** What is lit up with some room around it. */
function around({ items }: Lit, walk: Walk): Frame | null {
  const boxes = [...items].flatMap((id) => walk.items.get(id) ?? [])
  if (boxes.length === 0) return null
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const [right, bottom] = [Math.max(...boxes.map(({ x, width }) => x + width)), Math.max(...boxes.map(({ y, height }) => y + height))]
  const [width, height] = [Math.max(least.width, right - left + 2 * room), Math.max(least.height, bottom - top + 2 * room)]
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height }
}

/**
 * Brings what is lit up into view as a whole, once each time that something else is.
 *
 * @returns the frame of what is lit up now, for a drawing that is placed after that; null where nothing is
 */
export function useFramed(lit: Lit | null, walk: Walk, zoom: RefObject<ZoomHandle | null>): () => Frame | null {
  const framed = useRef<string | null>(null)
  useEffect(() => {
    const what = lit && [...lit.items].join(' ')
    if (framed.current === what) return
    framed.current = what
    const frame = lit && around(lit, walk)
    if (frame) requestAnimationFrame(() => zoom.current?.fit(frame))
  }, [lit, walk, zoom])
  return () => lit && around(lit, walk)
}
