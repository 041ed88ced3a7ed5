'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { RecordKind } from '../../../../lib/client/outline/row.ts'
import type { Expansion } from '../../../../lib/client/outline/tree.ts'
import type { ColumnId } from './columns.ts'

export type Active = { readonly key: string; readonly column: ColumnId }
export type Editing = Active & { /** what typing opened it with */ readonly draft: string | null }

/** A line that is being typed: what it will be, under whom, and after which sibling. */
export type Draft = {
  readonly kind: RecordKind
  readonly parentId: string | null
  readonly afterId: string | null
  readonly text: string
  /** the node of a key result that has no objective yet: its first line makes one */
  readonly nodeId?: string
}

const nothingByHand: ReadonlyMap<string, boolean> = new Map()

/** Where one is in the outline, what is open, and what is being typed. Kept while the page is. */
export function useOutlineState(initialDepth: number) {
  const [active, setActive] = useState<Active | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [reporting, setReporting] = useState<string | null>(null)
  const [expansion, setExpansion] = useState<Expansion>({ depth: initialDepth, byKey: nothingByHand })
  const [tabLeaves, setTabLeaves] = useState(false)
  /** whether the active cell should have the focus: not before the person has come here */
  const wantsFocus = useRef(false)

  const focusOn = useCallback((next: Active | null) => {
    wantsFocus.current = true
    setTabLeaves(false)
    setEditing(null)
    setActive(next)
  }, [])
  const setOpen = useCallback(
    (key: string, isOpen: boolean) => setExpansion(({ depth, byKey }) => ({ depth, byKey: new Map(byKey).set(key, isOpen) })),
    [],
  )
  const setDepth = useCallback((depth: number) => setExpansion({ depth, byKey: nothingByHand }), [])

  const setters = useMemo(
    () => ({ wantsFocus, focusOn, setEditing, setDraft, setReporting, setOpen, setDepth, setTabLeaves }),
    [focusOn, setOpen, setDepth],
  )
  return useMemo(
    () => ({ active, editing, draft, reporting, expansion, tabLeaves, setters, ...setters }),
    [active, editing, draft, reporting, expansion, tabLeaves, setters],
  )
}

export type OutlineState = ReturnType<typeof useOutlineState>

/** What rows can do to the state of the outline; it stays the same object, so that a step of the focus draws two rows and not all. */
export type OutlineSetters = OutlineState['setters']
