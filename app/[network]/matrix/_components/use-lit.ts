'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Shown } from '../../../../lib/domain/measure/figure/figure.ts'
import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import { find, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { type Lit, litOf, placeOfLit } from '../../../../lib/layout/matrix/lit.ts'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { useShowing } from '../../../components/figure/showing.ts'

type Seen = { readonly snapshot: Snapshot; readonly assessment: Assessment }

/** The nodes that are shown: of an exchange who gets, as a row, and who gives, as a column; of a key result its node. */
function onNodes({ snapshot, assessment }: Seen, { nodeIds, keyResultIds, dependencyIds, exchangeIds }: Shown) {
  const exchanges = exchangeIds.flatMap((id) => find(snapshot, 'exchange', id) ?? [])
  const ends = new Set<string>(exchanges.flatMap(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId]))
  const ofResults = keyResultIds.flatMap((id) => assessment.keyResults.get(id)?.nodeId ?? [])
  return {
    nodeIds: [...nodeIds.filter((id) => !ends.has(id)), ...ofResults],
    keyResultIds,
    dependencyIds,
    ways: exchanges.map(({ fromNodeId, toNodeId }) => ({ rowId: toNodeId, columnId: fromNodeId })),
  }
}

/** The key results that are shown; where none is, those of the nodes. */
function onKeyResults({ assessment }: Seen, shown: Shown): Shown {
  if (shown.keyResultIds.length + shown.dependencyIds.length > 0) return shown
  const nodes = new Set(shown.nodeIds)
  const own = [...assessment.keyResults.values()].filter(({ nodeId }) => nodeId !== null && nodes.has(nodeId))
  return { ...shown, keyResultIds: own.map(({ id }) => id) }
}

/** What of the matrix is lit: what a number or a finding is about, else the nodes of the address; null where all of it is shown alike. */
export function useLit(scene: MatrixScene): Lit | null {
  const { snapshot, assessment } = useNetwork()
  const { view } = useView()
  const { shown } = useShowing()
  return useMemo(() => {
    if (!shown) return view.lit.length === 0 ? null : litOf(scene, { nodeIds: view.lit, keyResultIds: [], dependencyIds: [] })
    const seen = { snapshot, assessment }
    return litOf(scene, scene.level === 'node' ? onNodes(seen, shown) : onKeyResults(seen, shown))
  }, [scene, view.lit, shown, snapshot, assessment])
}

/** Where the cross-hair stands while findings are walked: on what is lit. Null where none are, or nothing of it stands here. */
export function useWalkedPlace(scene: MatrixScene, lit: Lit | null): GridPlace | null {
  const { isWalked } = useShowing()
  return useMemo(() => (isWalked && lit ? placeOfLit(scene, lit) : null), [isWalked, scene, lit])
}
