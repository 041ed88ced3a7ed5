'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { pathTo, treeOf } from '../../../../lib/client/outline/tree.ts'
import { useView } from '../../../../lib/client/view.ts'
import type { Line } from './lines.ts'
import type { OutlineState } from './use-outline-state.ts'

type Given = { readonly lines: readonly Line[]; readonly state: OutlineState; readonly bringIntoSight: (index: number) => void }

/** The row that a link names comes into sight when the page opens, and what it stands in is opened. */
export function useLinkedRow({ lines, state, bringIntoSight }: Given): void {
  const { snapshot, cycle } = useNetwork()
  const { view } = useView()
  const [linked, setLinked] = useState(view.sel)
  const at = linked === null ? -1 : lines.findIndex((line) => line.type === 'record' && line.row.key === linked)
  const open = useEffectEvent((key: string) => {
    for (const above of pathTo(treeOf(snapshot, cycle), key)) state.setOpen(above, true)
  })
  const show = useEffectEvent(bringIntoSight)
  useEffect(() => {
    if (linked !== null) open(linked)
  }, [linked])
  useEffect(() => {
    if (at < 0) return
    show(at)
    setLinked(null)
  }, [at])
}
