import type { ChainCard, ChainScene } from '../../../../lib/layout/scene.ts'
import type { Walk, WalkEdge } from '../../../components/graph/walk.ts'

/** What keys can reach on a chain, from the first supplier to the last consumer. */
export function chainWalk(scene: ChainScene, edges: readonly WalkEdge[]): Walk {
  const laneOf = new Map(scene.groups.map(({ nodeId, areaId }) => [nodeId, areaId]))
  const laneAt = (card: ChainCard) =>
    laneOf.get(card.nodeId) ?? scene.lanes.find(({ box }) => card.box.y >= box.y && card.box.y < box.y + box.height)?.areaId ?? null
  const cards = scene.cards.toSorted((a, b) => a.layer - b.layer || a.box.y - b.box.y)
  return {
    items: new Map(cards.map((card) => [card.id, { id: card.id, ...card.box, group: laneAt(card), layer: card.layer }])),
    order: cards.map(({ id }) => id),
    edges,
    arrows: 'edges',
  }
}
