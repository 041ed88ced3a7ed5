'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { type Lit, litOf } from '../../../../lib/layout/matrix/lit.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { useShowing } from '../../../components/figure/showing.ts'

/** What of the matrix is lit: what a number is about, else the nodes of the address; null where all of it is shown alike. */
export function useLit(scene: MatrixScene): Lit | null {
  const { assessment } = useNetwork()
  const { view } = useView()
  const { shown } = useShowing()
  return useMemo(() => {
    if (!shown) return view.lit.length === 0 ? null : litOf(scene, { nodeIds: view.lit, keyResultIds: [], dependencyIds: [] })
    const nodesOfResults = shown.keyResultIds.flatMap((id) => assessment.keyResults.get(id)?.nodeId ?? [])
    return litOf(scene, scene.level === 'node' ? { ...shown, nodeIds: [...shown.nodeIds, ...nodesOfResults] } : shown)
  }, [scene, view.lit, shown, assessment])
}
