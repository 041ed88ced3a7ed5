'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { askBoard } from '../../../lib/domain/promise/board.ts'
import { find, listOf } from '../../../lib/domain/snapshot.ts'
import { type Board, boardOf } from './board-model.ts'
import { useBoardView } from './use-board-view.ts'

/** So many nodes of one side stand on the board by themselves; more are folded into their areas until somebody unfolds them. */
const mostNodes = 24

/** The board of the cycle and areas in the address. */
export function useBoard(): Board {
  const { snapshot, assessment } = useNetwork()
  const { view } = useView()
  const { open } = useBoardView()
  const counts = useMemo(() => askBoard(snapshot, assessment), [snapshot, assessment])
  return useMemo(() => {
    const areaOf = (nodeId: string) => find(snapshot, 'node', nodeId)?.areaId ?? ''
    const isShown = (nodeId: string) => view.area.length === 0 || view.area.includes(areaOf(nodeId))
    const cells = counts.cells.filter(({ supplierNodeId, consumerNodeId }) => isShown(supplierNodeId) || isShown(consumerNodeId))
    const isSmall = new Set(cells.flatMap(({ supplierNodeId, consumerNodeId }) => [supplierNodeId, consumerNodeId])).size <= mostNodes
    const unfolded = open ?? (isSmall ? listOf(snapshot, 'area').map(({ id }): string => id) : [])
    return boardOf(snapshot, assessment, { cells, unfolded })
  }, [snapshot, assessment, counts, view.area, open])
}
