'use client'

import { type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { announce } from '../../../lib/client/toast.ts'
import { type SelectionKind, useView } from '../../../lib/client/view.ts'
import { type ZoomActionId, zoomActions } from './graph-actions.ts'
import { bundle } from './need-bundle.ts'
import { useActions } from './use-actions.ts'
import { useWalk } from './use-walk.ts'
import type { ZoomHandle } from './use-zoom.ts'
import { neighbourhood, type Walk } from './walk.ts'

type Named = { readonly kind: SelectionKind; readonly id: string }

export type DrawingOptions = {
  readonly walk: Walk
  /** the record behind an item; null where it has none of its own */
  readonly recordOf: (itemId: string) => Named | null
  /** the record behind a line */
  readonly recordOfEdge: (edgeId: string) => Named | null
  /** the needs that a line stands for; several are opened as a list */
  readonly needsOf: (edgeId: string) => readonly string[]
  /** what opening an item without a record does */
  readonly onOpenOther?: (itemId: string) => void
  /** what stands out with an item; by default its neighbours up to a number of lines away */
  readonly around?: (itemId: string, degree: number | null) => ReadonlySet<string>
}

export type ItemEvents = {
  readonly onFocus: (id: string) => void
  readonly onBlur: () => void
  readonly onOpen: (id: string) => void
  readonly onEnter: (id: string) => void
  readonly onLeave: () => void
}

/** What both drawings do alike: camera, keyboard walk, hover, selection, and what stands out. */
export function useDrawing({ walk, recordOf, recordOfEdge, needsOf, onOpenOther, around }: DrawingOptions) {
  const { view, setView, selection, select } = useView()
  const zoom = useRef<ZoomHandle>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)

  const open = (id: string) => {
    const record = recordOf(id)
    if (record) select(record.kind, record.id)
    else onOpenOther?.(id)
  }
  const openEdge = (id: string) => {
    const needs = needsOf(id)
    const [only] = needs
    if (needs.length > 1) return bundle.set(needs)
    if (only) return select('need', only)
    const record = recordOfEdge(id)
    if (record) select(record.kind, record.id)
  }
  const walker = useWalk(walk, {
    onOpen: open,
    onEdge: openEdge,
    onMove: (id) => focusItem(id),
    onDegree: (id, degree) => setView(degree === 0 ? { focus: null, deg: null } : { focus: id, deg: degree }),
    onEscape: () => void runAction('close'),
    say: announce,
    wasHand: () => zoom.current?.handUsed() ?? false,
  })

  useActions(zoomActions, (id) => runZoom(zoom.current, id, () => (walker.current ? (walk.items.get(walker.current) ?? null) : null)))

  const visit = (id: string) => {
    walker.visit(id)
    setFocused(id)
    const item = walk.items.get(id)
    if (item && isByKeys(id)) zoom.current?.reveal(item)
  }
  const events = useStableEvents({ open, visit }, setFocused, setHovered)
  useRevealed(selectedItem(selection, recordOf, walk), walk, zoom)

  const source = selectedItem(selection, recordOf, walk) ?? view.focus ?? hovered ?? focused
  const degree = source === view.focus ? view.deg : null
  const lit = source === null || !walk.items.has(source) ? null : around ? around(source, degree) : neighbourhood(walk, source, degree ?? 1)
  return { zoom, walker, events, source: lit ? source : null, lit: useSame(lit), open, openEdge, pointer: edgePointer(openEdge, setHovered) }
}

/** The same set as before where nothing came or went, so that nothing is painted again. */
function useSame(set: ReadonlySet<string> | null): ReadonlySet<string> | null {
  const before = useRef(set)
  const isSame =
    before.current === set ||
    (before.current !== null && set !== null && before.current.size === set.size && [...set].every((id) => before.current?.has(id)))
  if (!isSame) before.current = set
  return before.current
}

type Latest = { readonly open: (id: string) => void; readonly visit: (id: string) => void }

/** Handlers that stay the same from render to render, so that no mark is painted again because of them. */
function useStableEvents(now: Latest, setFocused: (id: string | null) => void, setHovered: (id: string | null) => void): ItemEvents {
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  return useMemo(
    () => ({
      onFocus: (id) => latest.current.visit(id),
      onBlur: () => setFocused(null),
      onOpen: (id) => latest.current.open(id),
      onEnter: (id) => setHovered(id),
      onLeave: () => setHovered(null),
    }),
    [setFocused, setHovered],
  )
}

/** Brings what was selected elsewhere, such as in the palette, into view. */
function useRevealed(id: string | null, walk: Walk, zoom: RefObject<ZoomHandle | null>): void {
  const latest = useRef(walk)
  useEffect(() => {
    latest.current = walk
  })
  useEffect(() => {
    const item = id === null ? undefined : latest.current.items.get(id)
    if (item) requestAnimationFrame(() => zoom.current?.reveal(item))
  }, [id, zoom])
}

function selectedItem(selection: Named | null, recordOf: DrawingOptions['recordOf'], walk: Walk): string | null {
  if (!selection) return null
  for (const id of walk.order) {
    const record = recordOf(id)
    if (record?.kind === selection.kind && record.id === selection.id) return id
  }
  return null
}

/** Whether an item got the focus by keys: under a pointer nothing may move between press and release. */
function isByKeys(id: string): boolean {
  return document.querySelector(`[data-record="${CSS.escape(id)}"]:focus-visible`) !== null
}

function focusItem(id: string): void {
  document.querySelector<HTMLElement>(`[data-record="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
}

/** Flies to an item and puts the focus on it. */
export function flyTo(id: string, walk: Walk, zoom: ZoomHandle | null): void {
  const item = walk.items.get(id)
  if (item) zoom?.fly(item)
  focusItem(id)
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function runZoom(zoom: ZoomHandle | null, action: ZoomActionId, current: () => Box | null): void {
  const frame = current()
  if (action === 'zoom.in') zoom?.zoomBy(1.4)
  else if (action === 'zoom.out') zoom?.zoomBy(1 / 1.4)
  else if (action === 'zoom.fit') zoom?.fit()
  else if (action === 'zoom.actual') zoom?.actualSize()
  else if (frame) zoom?.fly(frame)
}

function lineUnder(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-line]')?.getAttribute('data-line') ?? null) : null
}

/** Presses on lines open their record. */
function edgePointer(openEdge: (id: string) => void, setHovered: (id: string | null) => void) {
  return {
    onClick: (event: { target: EventTarget }) => {
      const line = lineUnder(event.target)
      if (line) openEdge(line)
    },
    onPointerLeave: (_event: PointerEvent) => setHovered(null),
  }
}
