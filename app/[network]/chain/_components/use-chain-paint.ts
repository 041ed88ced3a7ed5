'use client'

import { useCallback, useMemo } from 'react'
import { fitChainLabels, withChainLabels } from '../../../../lib/layout/chain/fit-labels.ts'
import { drawChainLabels } from '../../../../lib/layout/draw/chain.ts'
import type { Part } from '../../../../lib/layout/draw/mark.ts'
import type { ChainScene, EdgeLabel } from '../../../../lib/layout/scene.ts'
import { drawScene } from '../../../../lib/layout/scene-to-svg.ts'
import type { Lit } from '../../../components/graph/lit.ts'
import type { Emphasis } from '../../../components/graph/marks.tsx'

const noLabels: ReadonlyMap<string, EdgeLabel> = new Map()

type Looked = {
  /** the least scale of the level of detail that is drawn */
  readonly scale: number
  readonly lit: ReadonlySet<string> | null
  readonly source: string | null
  readonly edgeId: string | null
  /** what a figure is about; null where none is shown */
  readonly shown: Lit | null
}

/** What is painted of a chain: its marks, the labels for the scale, and how strongly each part stands out. */
export function useChainPaint(scene: ChainScene, { scale, lit, source, edgeId, shown }: Looked) {
  const marks = useMemo(() => drawScene(withChainLabels(scene, noLabels)), [scene])
  const litEdges = useMemo(
    () =>
      shown ? shown.lines : lit ? new Set(scene.edges.filter(({ fromId, toId }) => lit.has(fromId) && lit.has(toId)).map(({ id }) => id)) : null,
    [scene, lit, shown],
  )
  const labels = useMemo(() => drawChainLabels(withChainLabels(scene, fitChainLabels(scene, scale, litEdges))), [scene, scale, litEdges])
  return { marks, labels, emphasisOf: useEmphasis(scene, { lit, source, edgeId, shown }) }
}

/** While a figure is shown, what it is about stands out, and nothing else. */
function shownEmphasis({ shown, source, edgeId }: Pick<Looked, 'source' | 'edgeId'> & { readonly shown: Lit }, part: Part, id: string): Emphasis {
  if (part === 'card') return shown.items.has(id) ? (id === source ? 'strong' : 'plain') : 'dim'
  if (part !== 'dependency' && part !== 'label') return 'plain'
  if (shown.lines.has(id)) return part === 'label' ? 'plain' : 'strong'
  return id === edgeId ? 'strong' : 'dim'
}

/** What stands out: the chain of what is looked at; everything else is quiet. */
function useEmphasis(scene: ChainScene, { lit, source, edgeId, shown }: Omit<Looked, 'scale'>): (part: Part, id: string) => Emphasis {
  const ends = useMemo(() => new Map(scene.edges.map(({ id, fromId, toId }) => [id, [fromId, toId] as const])), [scene])
  return useCallback(
    (part, id) => {
      if (shown) return shownEmphasis({ shown, source, edgeId }, part, id)
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
    [ends, lit, source, edgeId, shown],
  )
}
