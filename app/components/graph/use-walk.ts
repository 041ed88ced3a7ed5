'use client'

import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
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
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onKeyUp: (event: KeyboardEvent) => void
}

const directions: Partial<Record<WalkActionId, Direction>> = { 'walk.left': 'left', 'walk.right': 'right', 'walk.up': 'up', 'walk.down': 'down' }
const degrees: Partial<Record<WalkActionId, number>> = { 'walk.degree-0': 0, 'walk.degree-1': 1, 'walk.degree-2': 2, 'walk.degree-3': 3 }
const start: WalkState = { current: null, edge: null }

function saidEdge(edge: WalkEdge, id: string, at: number, count: number): string {
  return `${at + 1} of ${count}: ${edge.to === id ? edge.saidAtTo : edge.saidAtFrom}. Enter follows, Space opens.`
}

type Moves = {
  readonly walk: Walk
  readonly events: WalkEvents
  readonly id: string
  readonly edge: string | null
  readonly trail: string[]
  readonly set: (part: Partial<WalkState>) => void
}

function goTo({ walk, events, set }: Moves, id: string | null | undefined): void {
  if (!id || !walk.items.has(id)) return
  set({ current: id, edge: null })
  events.onMove(id)
}

function turnEdge({ walk, events, id, edge: now, set }: Moves, by: 1 | -1): void {
  const edges = edgesOf(walk, id)
  const before = edges.findIndex((edge) => edge.id === now)
  const first = by === 1 ? 0 : edges.length - 1
  const at = before < 0 ? first : (before + by + edges.length) % edges.length
  const edge = edges[at]
  if (!edge) {
    events.say('No lines here.')
    return
  }
  set({ current: id, edge: edge.id })
  events.say(saidEdge(edge, id, at, edges.length))
}

/** Opens the item; on a line, follows it to its other end. */
function openOrFollow(moves: Moves): void {
  const { walk, events, id, edge: now, trail } = moves
  const edge = walk.edges.find((each) => each.id === now)
  if (edge) {
    trail.push(id)
    goTo(moves, edge.from === id ? edge.to : edge.from)
  } else events.onOpen(id)
}

function leave({ events, edge, set }: Moves): void {
  if (edge === null) events.onEscape()
  else set({ edge: null })
}

const once: Partial<Record<WalkActionId, (moves: Moves) => void>> = {
  'walk.next-line': (moves) => turnEdge(moves, 1),
  'walk.previous-line': (moves) => turnEdge(moves, -1),
  'walk.first': (moves) => goTo(moves, moves.walk.order[0]),
  'walk.last': (moves) => goTo(moves, moves.walk.order.at(-1)),
  'walk.next-group': (moves) => goTo(moves, turnPage(moves.walk, moves.id, 1)),
  'walk.previous-group': (moves) => goTo(moves, turnPage(moves.walk, moves.id, -1)),
  'walk.back': (moves) => goTo(moves, moves.trail.pop()),
  'walk.open': openOrFollow,
  'walk.escape': leave,
}

function act(moves: Moves, action: WalkActionId): void {
  const direction = directions[action]
  const degree = degrees[action]
  if (direction) goTo(moves, step(moves.walk, moves.id, direction))
  else if (degree !== undefined) moves.events.onDegree(moves.id, degree)
  else once[action]?.(moves)
}

/** Keyboard walk over a drawing: one tab stop, arrows between items, line keys around the edges of an item. */
export function useWalk(walk: Walk, events: WalkEvents): WalkHandle {
  const [state, setState] = useState(start)
  const trail = useRef<string[]>([])
  const known = state.current !== null && walk.items.has(state.current) ? state.current : (walk.order[0] ?? null)
  const set = (part: Partial<WalkState>) => setState((before) => ({ ...before, ...part }))
  useActions(walkActions, (action) => {
    if (known !== null) act({ walk, events, id: known, edge: state.edge, trail: trail.current, set }, action)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ' && isItem(event.target)) event.preventDefault()
  }
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== ' ' || known === null || !isItem(event.target)) return
    event.preventDefault()
    if (events.wasHand()) return
    if (state.edge === null) events.onOpen(known)
    else events.onEdge(state.edge)
  }
  const visit = useCallback((id: string) => setState((before) => (before.current === id ? before : { current: id, edge: null })), [])
  return { current: known, edge: state.edge, visit, onKeyDown, onKeyUp }
}

/** Keys typed into a field that lies over the drawing belong to the field. */
function isItem(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['record'] !== undefined
}
