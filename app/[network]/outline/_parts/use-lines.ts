'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { isFiltering, matcher } from '../../../../lib/client/outline/matches.ts'
import { countBranches, filterTree, rowsOf, treeOf } from '../../../../lib/client/outline/tree.ts'
import { useView } from '../../../../lib/client/view.ts'
import { linesOf } from './lines.ts'
import { openAtChanges } from './open-at-changes.ts'
import type { OutlineState } from './use-outline-state.ts'

const nothingClosed = { depth: 9, byKey: new Map<string, boolean>() }

/** The rows on show: what is open, or what the filter leaves; and how many it hides. */
export function useLines({ expansion, draft, reporting }: OutlineState) {
  const { snapshot, assessment, cycle, compared } = useNetwork()
  const { view } = useView()
  const { q, status, area, owner } = view
  const tree = useMemo(() => treeOf(snapshot, cycle), [snapshot, cycle])
  const filter = useMemo(() => ({ q, status, area, owner }), [q, status, area, owner])
  const isFiltered = isFiltering(filter)
  const kept = useMemo(() => {
    if (!isFiltered) return tree
    const inAreas = filter.area.length > 0 ? tree.filter(({ id }) => filter.area.includes(id)) : tree
    return filterTree(inAreas, matcher(snapshot, assessment, filter))
  }, [tree, isFiltered, filter, snapshot, assessment])
  const rows = useMemo(
    () =>
      rowsOf(
        kept,
        isFiltered ? { depth: nothingClosed.depth, byKey: expansion.byKey } : compared ? openAtChanges(kept, expansion, compared) : expansion,
      ),
    [kept, isFiltered, expansion, compared],
  )
  const lines = useMemo(() => linesOf(rows, draft, reporting), [rows, draft, reporting])
  const hidden = useMemo(() => (isFiltered ? countBranches(tree) - countBranches(kept) : 0), [isFiltered, tree, kept])
  return { rows, lines, hidden, total: tree.length }
}
