'use client'

import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { type Direction, edgesOf, step, turnPage, type Walk, type WalkEdge } from './walk.ts'

export type WalkState = {
  /** the item that has the one tab stop; null before the first visit of an empty drawing */
  readonly current: string | null
  /** the edge that `[` and `]` have reached */
  readonly edge: string | null
  /** degree of the neighbourhood that stands out: 0 is everything */
  readonly degree: number
}

export type WalkActions = {
  readonly onOpen: (id: string) => void
  readonly onEdge: (edgeId: string) => void
  /** leaves one level; true where there was one to leave */
  readonly onEscape: () => boolean
  /** puts the DOM focus on an item and brings it into view */
  readonly onMove: (id: string) => void
  readonly say: (sentence: string) => void
  /** whether the space bar has just dragged the drawing */
  readonly wasHand: () => boolean
}

export type WalkHandle = WalkState & {
  readonly visit: (id: string) => void
  readonly leaveEdge: () => void
  readonly setDegree: (degree: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onKeyUp: (event: KeyboardEvent) => void
}

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const start: WalkState = { current: null, edge: null, degree: 0 }

function otherEnd(edge: WalkEdge, id: string): string {
  return edge.from === id ? edge.to : edge.from
}

function saidEdge(edge: WalkEdge, id: string, at: number, count: number): string {
  return `${at + 1} of ${count}: ${edge.to === id ? edge.saidAtTo : edge.saidAtFrom}`
}

/** Keyboard walk over a drawing: one tab stop, arrows between items, brackets around the edges of an item. */
export function useWalk(walk: Walk, actions: WalkActions): WalkHandle {
  const [state, setState] = useState(start)
  const trail = useRef<string[]>([])
  const known = state.current !== null && walk.items.has(state.current) ? state.current : (walk.order[0] ?? null)
  const now = { ...state, current: known }

  function goTo(id: string | null): boolean {
    if (id === null || !walk.items.has(id)) return false
    setState((before) => ({ ...before, current: id, edge: null }))
    actions.onMove(id)
    return true
  }

  function turnEdge(by: 1 | -1): void {
    if (known === null) return
    const edges = edgesOf(walk, known)
    if (edges.length === 0) return actions.say('No lines here.')
    const before = edges.findIndex(({ id }) => id === state.edge)
    const at = before < 0 ? (by === 1 ? 0 : edges.length - 1) : (before + by + edges.length) % edges.length
    const edge = edges[at]
    if (!edge) return
    setState({ ...now, edge: edge.id })
    actions.say(saidEdge(edge, known, at, edges.length))
  }

  function follow(): boolean {
    const edge = walk.edges.find(({ id }) => id === state.edge)
    if (!edge || known === null) return false
    trail.current.push(known)
    return goTo(otherEnd(edge, known))
  }

  function escape(): boolean {
    if (state.edge !== null) {
      setState({ ...now, edge: null })
      return true
    }
    if (state.degree !== 0) {
      setState({ ...now, degree: 0 })
      return true
    }
    return actions.onEscape()
  }

  function act(key: string): boolean {
    const direction = arrows[key]
    if (known === null) return false
    if (direction) return goTo(step(walk, known, direction)) || true
    if (/^[0-3]$/.test(key)) {
      setState({ ...now, degree: Number(key) })
      return true
    }
    switch (key) {
      case ']':
      case 'n':
        turnEdge(1)
        return true
      case '[':
      case 'p':
        turnEdge(-1)
        return true
      case 'Home':
        return goTo(walk.order[0] ?? null)
      case 'End':
        return goTo(walk.order.at(-1) ?? null)
      case 'PageDown':
        return goTo(turnPage(walk, known, 1))
      case 'PageUp':
        return goTo(turnPage(walk, known, -1))
      case 'Backspace':
        return goTo(trail.current.pop() ?? null)
      case 'Enter':
        if (!follow()) actions.onOpen(known)
        return true
      case 'Escape':
        return escape()
      default:
        return false
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !isInDrawing(event)) return
    if (event.key === ' ') return event.preventDefault()
    if (!act(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.key !== ' ' || known === null || !isInDrawing(event)) return
    event.preventDefault()
    if (actions.wasHand()) return
    if (state.edge === null) actions.onOpen(known)
    else actions.onEdge(state.edge)
  }

  const handle = useMemo(
    () => ({
      visit: (id: string) => setState((before) => (before.current === id ? before : { ...before, current: id, edge: null })),
      leaveEdge: () => setState((before) => ({ ...before, edge: null })),
      setDegree: (degree: number) => setState((before) => ({ ...before, degree })),
    }),
    [],
  )
  return { ...now, ...handle, onKeyDown, onKeyUp }
}

/** Keys typed into a field that lies over the drawing belong to the field. */
function isInDrawing(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('[data-walk]') !== null
}
