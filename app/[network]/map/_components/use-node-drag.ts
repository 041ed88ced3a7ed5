'use client'

import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import type { Box } from '../../../../lib/layout/geometry.ts'
import type { MapScene } from '../../../../lib/layout/scene.ts'
import type { ZoomHandle } from '../../../components/graph/use-zoom.ts'
import { useMayNode } from './use-may-node.ts'

type Held = { readonly id: string; readonly box: Box; readonly from: { x: number; y: number }; readonly clientX: number; readonly clientY: number }

/** How far a press has to travel before it is a drag, in pixels. */
const threshold = 5

/** Moves a node by dragging it; its new place is stored and kept. */
export function useNodeDrag(scene: MapScene, zoom: RefObject<ZoomHandle | null>) {
  const mayNode = useMayNode()
  const mutate = useMutate()
  const held = useRef<Held | null>(null)
  const moved = useRef(false)
  const [ghost, setGhost] = useState<Box | null>(null)

  const onPointerDown = (event: PointerEvent) => {
    moved.current = false
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-record]')?.dataset['record'] : undefined
    const node = scene.nodes.find((each) => each.id === id)
    if (!node || event.button !== 0 || event.pointerType === 'touch' || !zoom.current || !mayNode(node.id)) return
    held.current = {
      id: node.id,
      box: node.box,
      from: zoom.current.toWorld(event.clientX, event.clientY),
      clientX: event.clientX,
      clientY: event.clientY,
    }
  }
  const placeOf = ({ box, from }: Held, event: PointerEvent): Box | null => {
    const at = zoom.current?.toWorld(event.clientX, event.clientY)
    return at ? { ...box, x: box.x + at.x - from.x, y: box.y + at.y - from.y } : null
  }
  const onPointerMove = (event: PointerEvent) => {
    const now = held.current
    if (!now) return
    if (!moved.current && Math.hypot(event.clientX - now.clientX, event.clientY - now.clientY) < threshold) return
    moved.current = true
    setGhost(placeOf(now, event))
  }
  const onPointerUp = (event: PointerEvent) => {
    const now = held.current
    held.current = null
    setGhost(null)
    const box = now && moved.current ? placeOf(now, event) : null
    if (!now || !box) return
    const position = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
    void mutate([{ name: 'node.update', input: { id: now.id, set: { position } } }], { toast: 'Moved' })
  }
  const onClickCapture = (event: MouseEvent) => {
    if (!moved.current) return
    moved.current = false
    event.stopPropagation()
    event.preventDefault()
  }
  return { ghost, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onClickCapture } }
}
