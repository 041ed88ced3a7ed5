'use client'

import { useState } from 'react'
import type { ChainScene } from '../../../../lib/layout/scene.ts'

/** Below the first scale a chain does not open whole, and then it opens at the second. */
const [smallestOpening, openingScale] = [0.55, 0.8]

/** A chain that would open too small to read opens where somebody has to look first: at the selection, else at the worst card. */
export function useOpening({ view, cards, edges }: ChainScene, selectedId: string | null) {
  return useState(() => {
    if (typeof window === 'undefined') return null
    const room = { width: window.innerWidth - 24, height: window.innerHeight - 104 }
    if (Math.min(room.width / view.width, room.height / view.height) >= smallestOpening) return null
    const [width, height] = [Math.min(view.width, room.width / openingScale), Math.min(view.height, room.height / openingScale)]
    const bad = new Set(edges.flatMap(({ style, toId }) => (style === 'late' || style === 'overdue' || style === 'broken' ? [toId] : [])))
    const first =
      cards.find(({ id }) => id === selectedId) ?? cards.find(({ badge }) => badge?.status === 'blocked') ?? cards.find(({ id }) => bad.has(id))
    if (!first) return { x: view.x, y: view.y, width, height }
    const within = (middle: number, size: number, from: number, whole: number) => Math.min(Math.max(middle - size / 2, from), from + whole - size)
    return { x: within(first.box.x, width, view.x, view.width), y: within(first.box.y, height, view.y, view.height), width, height }
  })[0]
}
