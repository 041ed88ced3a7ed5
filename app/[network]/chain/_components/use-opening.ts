'use client'

import { useState } from 'react'
import type { ChainScene } from '../../../../lib/layout/scene.ts'
import type { Room } from '../../../components/graph/stage.tsx'

/** Below the first scale a chain does not open whole, and then it opens at the second. */
const [smallestOpening, openingScale] = [0.55, 0.8]
/** what a drawing leaves free at both sides, and above and below */
const margin = { across: 64, down: 16 }

type Selected = { readonly kind: string; readonly id: string } | null

/** Where somebody has to look first: at the selection or at who needs it, else at what changed, else at the worst card. */
function firstCard({ cards, edges, changes }: ChainScene, selection: Selected) {
  const needed = edges.find(({ dependencyIds }) => selection?.kind === 'need' && dependencyIds.includes(selection.id))?.toId
  const bad = new Set(edges.flatMap(({ style, toId }) => (style === 'late' || style === 'overdue' || style === 'broken' ? [toId] : [])))
  return (
    cards.find(({ id }) => id === selection?.id || id === needed) ??
    (changes && cards.find(({ id }) => changes.items[`card:${id}`] !== undefined)) ??
    cards.find(({ badge }) => badge?.status === 'blocked') ??
    cards.find(({ id }) => bad.has(id))
  )
}

function openingIn(scene: ChainScene, selection: Selected, room: Room) {
  const { view } = scene
  const free = { width: room.width - margin.across, height: room.height - margin.down }
  if (Math.min(free.width / view.width, free.height / view.height) >= smallestOpening) return null
  const [width, height] = [Math.min(view.width, free.width / openingScale), Math.min(view.height, free.height / openingScale)]
  const first = firstCard(scene, selection)
  if (!first) return { x: view.x, y: view.y, width, height }
  const within = (middle: number, size: number, from: number, whole: number) => Math.min(Math.max(middle - size / 2, from), from + whole - size)
  return { x: within(first.box.x, width, view.x, view.width), y: within(first.box.y, height, view.y, view.height), width, height }
}

/** Where a chain opens that would be too small to read as a whole: by what it showed when it came. */
export function useOpening(scene: ChainScene, selection: Selected) {
  return useState(() => (room: Room) => openingIn(scene, selection, room))[0]
}
