'use client'

import { useCallback, useMemo } from 'react'
import { fitChainLabels, withChainLabels } from '../../../../lib/layout/chain/fit-labels.ts'
import { drawChainLabels } from '../../../../lib/layout/draw/chain.ts'
import type { Part } from '../../../../lib/layout/draw/mark.ts'
import type { ChainScene, EdgeLabel } from '../../../../lib/layout/scene.ts'
import { drawScene } from '../../../../lib/layout/scene-to-svg.ts'
import type { Emphasis } from '../../../components/graph/marks.tsx'

const noLabels: ReadonlyMap<string, EdgeLabel> = new Map()

type Looked = {
  /** the least scale of the level of detail that is drawn */
  readonly scale: number
  readonly lit: ReadonlySet<string> | null
  readonly source: string | null
  readonly edgeId: string | null
}

/** What is painted of a chain: its marks, the labels for the scale, and how strongly each part stands out. */
export function useChainPaint(scene: ChainScene, { scale, lit, source, edgeId }: Looked) {
  const marks = useMemo(() => drawScene(withChainLabels(scene, noLabels)), [scene])
  const litEdges = useMemo(
    () => (lit ? new Set(scene.edges.filter(({ fromId, toId }) => lit.has(fromId) && lit.has(toId)).map(({ id }) => id)) : null),
    [scene, lit],
  )
  const labels = useMemo(() => drawChainLabels(withChainLabels(scene, fitChainLabels(scene, scale, litEdges))), [scene, scale, litEdges])
  return { marks, labels, emphasisOf: useEmphasis(scene, lit, source, edgeId) }
}

/** What stands out: the chain of what is looked at; everything else is quiet. */
function useEmphasis(
  scene: ChainScene,
  lit: ReadonlySet<string> | null,
  source: string | null,
  edgeId: string | null,
): (part: Part, id: string) => Emphasis {
  const ends = useMemo(() => new Map(scene.edges.map(({ id, fromId, toId }) => [id, [fromId, toId] as const])), [scene])
  return useCallback(
    (part, id) => {
      if (part === 'card') {
        if (edgeId !== null && lit === null) return (ends.get(edgeId) ?? []).some((end) => end === id) ? 'strong' : 'plain'
        return lit && !lit.has(id) ? 'dim' : id === source ? 'strong' : 'plain'
      }
      if (part !== 'dependency' && part !== 'label') return 'plain'
      if (id === edgeId) return 'strong'
      const pair = ends.get(id)
      if (!lit || !pair) return 'plain'
      return lit.has(pair[0]) && lit.has(pair[1]) ? (part === 'label' || edgeId !== null ? 'plain' : 'strong') : 'dim'
    },
    [ends, lit, source, edgeId],
  )
}
