'use client'

import { useMemo } from 'react'
import { drawMapLabels } from '../../../../lib/layout/draw/map.ts'
import type { Mark } from '../../../../lib/layout/draw/mark.ts'
import { isTroubled } from '../../../../lib/layout/input.ts'
import { fitMapLabels, withLabels } from '../../../../lib/layout/map/fit-labels.ts'
import type { MapScene } from '../../../../lib/layout/scene.ts'
import type { NeedChoice } from './use-layers.ts'

type Shown = {
  /** the least scale of the level of detail that is drawn */
  readonly scale: number
  /** the node that is looked at */
  readonly source: string | null
  /** the line that the keys have reached */
  readonly edge: string | null
  readonly needs: NeedChoice
}

function changedLines({ changes, exchanges, needs }: MapScene): ReadonlySet<string> {
  const isChanged = (part: 'exchange' | 'need', id: string) => changes?.items[`${part}:${id}`] !== undefined
  return new Set([...exchanges.filter(({ id }) => isChanged('exchange', id)), ...needs.filter(({ id }) => isChanged('need', id))].map(({ id }) => id))
}

function shownLines(scene: MapScene, { source, edge, needs }: Omit<Shown, 'scale'>): ReadonlySet<string> {
  if (scene.changes && source === null && edge === null) return changedLines(scene)
  const isOwn = (...ends: string[]) => source !== null && ends.includes(source)
  const hasOwn =
    scene.exchanges.some(({ fromId, toId }) => isOwn(fromId, toId)) || scene.needs.some(({ supplierId, consumerId }) => isOwn(supplierId, consumerId))
  if (edge !== null) return new Set([edge])
  return new Set([
    ...scene.exchanges.filter(({ fromId, toId }) => !hasOwn || isOwn(fromId, toId)).map(({ id }) => id),
    ...scene.needs
      .filter(({ supplierId, consumerId, worst }) => (hasOwn ? isOwn(supplierId, consumerId) : needs === 'all' || isTroubled(worst)))
      .map(({ id }) => id),
  ])
}

/** The labels of the map at the scale at which it is drawn: of all lines that are shown, of one node's lines while it is looked at. */
export function useLabels(scene: MapScene, { scale, source, edge, needs }: Shown): readonly Mark[] {
  return useMemo(
    () => drawMapLabels(withLabels(scene, fitMapLabels(scene, scale, shownLines(scene, { source, edge, needs })))),
    [scene, scale, source, edge, needs],
  )
}
