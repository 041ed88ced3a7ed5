'use client'

import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { type WalkActionId, walkActions } from './graph-actions.ts'
import { useActions } from './use-actions.ts'
import { type Direction, edgesOf, step, turnPage, type Walk, type WalkEdge } from './walk.ts'

export type WalkState = {
  /** the item that has the one tab stop; null where there is none */
  readonly current: string | null
  /** the edge that the line keys have reached */
  readonly edge: string | null
}

export type WalkEvents = {
  readonly onOpen: (id: string) => void
  readonly onEdge: (edgeId: string) => void
  /** shows a neighbourhood around an item at full ink; 0 is everything */
  readonly onDegree: (id: string, degree: number) => void
  /** leaves one level of the screen */
  readonly onEscape: () => void
  /** puts the DOM focus on an item and brings it into view */
  readonly onMove: (id: string) => void
  readonly say: (sentence: string) => void
  /** whether the space bar has just dragged the drawing */
  readonly wasHand: () => boolean
}

export type WalkHandle = WalkState & {
  readonly visit: (id: string) => void
  readonly leaveEdge: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onKeyUp: (event: KeyboardEvent) => void
}

const directions: Partial<Record<WalkActionId, Direction>> = { 'walk.left': 'left', 'walk.right': 'right', 'walk.up': 'up', 'walk.down': 'down' }
const degrees: Partial<Record<WalkActionId, number>> = { 'walk.degree-0': 0, 'walk.degree-1': 1, 'walk.degree-2': 2, 'walk.degree-3': 3 }
const start: WalkState = { current: null, edge: null }

function saidEdge(edge: WalkEdge, id: string, at: number, count: number): string {
  return `${at + 1} of ${count}: ${edge.to === id ? edge.saidAtTo : edge.saidAtFrom}. Enter follows, Space opens.`
}

/** Keyboard walk over a drawing: one tab stop, arrows between items, line keys around the edges of an item. */
export function useWalk(walk: Walk, events: WalkEvents): WalkHandle {
  const [state, setState] = useState(start)
  const trail = useRef<string[]>([])
  const known = state.current !== null && walk.items.has(state.current) ? state.current : (walk.order[0] ?? null)
  const now: WalkState = { ...state, current: known }

  function goTo(id: string | null | undefined): void {
    if (!id || !walk.items.has(id)) return
    setState((before) => ({ ...before, current: id, edge: null }))
    events.onMove(id)
  }

  function turnEdge(id: string, by: 1 | -1): void {
    const edges = edgesOf(walk, id)
    if (edges.length === 0) return events.say('No lines here.')
    const before = edges.findIndex((edge) => edge.id === state.edge)
    const at = before < 0 ? (by === 1 ? 0 : edges.length - 1) : (before + by + edges.length) % edges.length
    const edge = edges[at]
    if (!edge) return
    setState({ ...now, edge: edge.id })
    events.say(saidEdge(edge, id, at, edges.length))
  }

  function open(id: string): void {
    const edge = walk.edges.find((each) => each.id === state.edge)
    if (!edge) return events.onOpen(id)
    trail.current.push(id)
    goTo(edge.from === id ? edge.to : edge.from)
  }

  function escape(): void {
    if (state.edge !== null) setState({ ...now, edge: null })
    else events.onEscape()
  }

  function act(action: WalkActionId): void {
    if (known === null) return
    const direction = directions[action]
    const degree = degrees[action]
    if (direction) goTo(step(walk, known, direction))
    else if (degree !== undefined) events.onDegree(known, degree)
    else actOnce(action, known)
  }

  function actOnce(action: WalkActionId, id: string): void {
    switch (action) {
      case 'walk.next-line':
        return turnEdge(id, 1)
      case 'walk.previous-line':
        return turnEdge(id, -1)
      case 'walk.first':
        return goTo(walk.order[0])
      case 'walk.last':
        return goTo(walk.order.at(-1))
      case 'walk.next-group':
        return goTo(turnPage(walk, id, 1))
      case 'walk.previous-group':
        return goTo(turnPage(walk, id, -1))
      case 'walk.back':
        return goTo(trail.current.pop())
      case 'walk.open':
        return open(id)
      case 'walk.escape':
        return escape()
    }
  }
  useActions(walkActions, act)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === ' ' && isItem(event.target)) event.preventDefault()
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.key !== ' ' || known === null || !isItem(event.target)) return
    event.preventDefault()
    if (events.wasHand()) return
    if (state.edge === null) events.onOpen(known)
    else events.onEdge(state.edge)
  }

  const handle = useMemo(
    () => ({
      visit: (id: string) => setState((before) => (before.current === id ? before : { ...before, current: id, edge: null })),
      leaveEdge: () => setState((before) => (before.edge === null ? before : { ...before, edge: null })),
    }),
    [],
  )
  return { ...now, ...handle, onKeyDown, onKeyUp }
}

/** Keys typed into a field that lies over the drawing belong to the field. */
function isItem(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['record'] !== undefined
}
