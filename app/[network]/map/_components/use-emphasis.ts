'use client'

import { useCallback, useMemo } from 'react'
import type { Part } from '../../../../lib/layout/draw/mark.ts'
import { isTroubled } from '../../../../lib/layout/input.ts'
import type { MapScene } from '../../../../lib/layout/scene.ts'
import { labelsWithRoom } from '../../../components/graph/label-room.ts'
import type { Emphasis } from '../../../components/graph/marks.tsx'
import type { NeedChoice } from './use-layers.ts'

/** How much larger than laid out a label may be written, so that it can be read from further away. */
const largestLabel = 1.7

/** The labels that can be read at a scale without lying on each other or on a node. */
export function labelRoom(scene: MapScene, scale: number): ReadonlySet<string> {
  const labels = [...scene.exchanges, ...scene.needs].flatMap(({ id, label }) => (label ? [{ id, box: label.box }] : []))
  const larger = Math.min(largestLabel, 1 / Math.max(scale, 0.1))
  return larger <= 1.06
    ? new Set(labels.map(({ id }) => id))
    : labelsWithRoom(
        labels,
        larger,
        scene.nodes.map(({ box }) => box),
      )
}

export type EmphasisOf = (part: Part, id: string) => Emphasis

type Focus = {
  readonly lit: ReadonlySet<string> | null
  readonly source: string | null
  readonly kept: ReadonlySet<string> | null
  readonly edge: string | null
  readonly roomy: ReadonlySet<string>
  readonly needs: NeedChoice
}

/** What stands out: the neighbourhood of what is looked at, among what the filter keeps. */
export function useEmphasis(scene: MapScene, { lit, source, kept, edge, roomy, needs }: Focus): EmphasisOf {
  const ends = useMemo(
    () =>
      new Map([
        ...scene.exchanges.map(({ id, fromId, toId }) => [id, [fromId, toId]] as const),
        ...scene.needs.map(({ id, supplierId, consumerId }) => [id, [supplierId, consumerId]] as const),
      ]),
    [scene],
  )
  const inOrder = useMemo(
    () => new Set(needs === 'troubled' ? scene.needs.flatMap(({ id, worst }) => (isTroubled(worst) ? [] : [id])) : []),
    [scene, needs],
  )
  return useCallback(
    (part, id) => {
      if (part === 'node') {
        if (kept && !kept.has(id)) return 'dim'
        return lit && !lit.has(id) ? 'dim' : id === source ? 'strong' : 'plain'
      }
      if (part !== 'exchange' && part !== 'need' && part !== 'label') return 'plain'
      if (id === edge) return 'strong'
      const [from = '', to = ''] = ends.get(id) ?? []
      const isOwn = edge === null && lit !== null && (from === source || to === source)
      if ((inOrder.has(id) || (part === 'label' && !roomy.has(id))) && !isOwn) return 'hidden'
      if (kept && !(kept.has(from) && kept.has(to))) return 'dim'
      if (edge !== null) return 'dim'
      if (!lit) return 'plain'
      return isOwn ? 'strong' : lit.has(from) && lit.has(to) ? 'plain' : 'dim'
    },
    [ends, inOrder, lit, source, kept, edge, roomy],
  )
}
