'use client'

import { useCallback, useMemo } from 'react'
import type { Part } from '../../../../lib/layout/draw/mark.ts'
import { isTroubled } from '../../../../lib/layout/input.ts'
import type { MapScene } from '../../../../lib/layout/scene.ts'
import type { Lit } from '../../../components/graph/lit.ts'
import type { Emphasis } from '../../../components/graph/marks.tsx'
import type { NeedChoice } from './use-layers.ts'

function isChanged({ changes }: MapScene, needId: string): boolean {
  return changes?.items[`need:${needId}`] !== undefined
}

export type EmphasisOf = (part: Part, id: string) => Emphasis

function isLine(part: Part): boolean {
  return part === 'exchange' || part === 'need' || part === 'label'
}

type Focus = {
  readonly lit: ReadonlySet<string> | null
  readonly source: string | null
  readonly kept: ReadonlySet<string> | null
  readonly edge: string | null
  readonly needs: NeedChoice
  /** what a figure is about; null where none is shown */
  readonly shown: Lit | null
}

type Looked = Pick<Focus, 'source' | 'edge'> & { readonly shown: Lit }

/** While a figure is shown, what it is about stands out, and nothing else. */
function shownEmphasis({ shown, source, edge }: Looked, part: Part, id: string): Emphasis {
  if (part === 'node') return shown.items.has(id) ? (id === source ? 'strong' : 'plain') : 'dim'
  if (shown.lines.has(id)) return part === 'label' ? 'plain' : 'strong'
  return id === edge ? 'strong' : 'dim'
}

/** What stands out: what a figure is about, else the neighbourhood of what is looked at, among what the filter keeps. */
export function useEmphasis(scene: MapScene, { lit, source, kept, edge, needs, shown }: Focus): EmphasisOf {
  const ends = useMemo(
    () =>
      new Map([
        ...scene.exchanges.map(({ id, fromId, toId }) => [id, [fromId, toId]] as const),
        ...scene.needs.map(({ id, supplierId, consumerId }) => [id, [supplierId, consumerId]] as const),
      ]),
    [scene],
  )
  const inOrder = useMemo(
    () => new Set(needs === 'troubled' ? scene.needs.flatMap(({ id, worst }) => (isTroubled(worst) || isChanged(scene, id) ? [] : [id])) : []),
    [scene, needs],
  )
  return useCallback(
    (part, id) => {
      if (shown && (isLine(part) || part === 'node'))
        return inOrder.has(id) && !shown.lines.has(id) ? 'hidden' : shownEmphasis({ shown, source, edge }, part, id)
      if (part === 'node') {
        if (kept && !kept.has(id)) return 'dim'
        return lit && !lit.has(id) ? 'dim' : id === source ? 'strong' : 'plain'
      }
      if (!isLine(part)) return 'plain'
      if (id === edge) return 'strong'
      const [from = '', to = ''] = ends.get(id) ?? []
      const isOwn = edge === null && lit !== null && (from === source || to === source)
      if (inOrder.has(id) && !isOwn) return 'hidden'
      if (part === 'label') return 'plain'
      if (kept && !(kept.has(from) && kept.has(to))) return 'dim'
      if (edge !== null) return 'dim'
      if (!lit) return 'plain'
      return isOwn ? 'strong' : lit.has(from) && lit.has(to) ? 'plain' : 'dim'
    },
    [ends, inOrder, lit, source, kept, edge, shown],
  )
}
