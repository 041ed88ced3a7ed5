import type { Shown } from '../../../lib/domain/measure/figure/figure.ts'
import { placeOfKeyResult } from '../../../lib/domain/okr/place.ts'
import { nodeOfSide } from '../../../lib/domain/record-nodes.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { ChainScene } from '../../../lib/layout/scene.ts'

/** What of a drawing is lit up: its items and its lines. All else is dimmed. */
export type Lit = { readonly items: ReadonlySet<string>; readonly lines: ReadonlySet<string> }

function known(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null)
}

/** On the map: nodes, those of the key results, and the ends of all that is shown; exchanges, and needs between two nodes as one line. */
export function litOnMap(snapshot: Snapshot, { nodeIds, keyResultIds, dependencyIds, exchangeIds }: Shown): Lit {
  const needs = dependencyIds.flatMap((id) => {
    const need = find(snapshot, 'dependency', id)
    return need ? [{ supplier: nodeOfSide(snapshot, need, 'supplier'), consumer: nodeOfSide(snapshot, need, 'consumer') }] : []
  })
  const exchanges = exchangeIds.flatMap((id) => find(snapshot, 'exchange', id) ?? [])
  return {
    items: new Set(
      known([
        ...nodeIds,
        ...keyResultIds.map((id) => placeOfKeyResult(snapshot, id).nodeId),
        ...needs.flatMap(({ supplier, consumer }) => [supplier, consumer]),
        ...exchanges.flatMap(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId]),
      ]),
    ),
    lines: new Set([...exchangeIds, ...needs.map(({ supplier, consumer }) => `${supplier}>${consumer}`)]),
  }
}

/** On the chain: key results, else the cards of the nodes; the needs that are shown with what they tie, and where none is named those between. */
export function litOnChain({ cards, edges }: Pick<ChainScene, 'cards' | 'edges'>, { nodeIds, keyResultIds, dependencyIds }: Shown): Lit {
  const needs = new Set(dependencyIds)
  const isOwn = keyResultIds.length > 0 ? new Set(keyResultIds) : null
  const nodes = new Set(nodeIds)
  const own = new Set(cards.filter(({ id, nodeId }) => (isOwn ? isOwn.has(id) : nodes.has(nodeId))).map(({ id }) => id))
  const shown = edges.filter(({ fromId, toId, dependencyIds: ids }) =>
    needs.size > 0 ? ids.some((id) => needs.has(id)) : own.has(fromId) && own.has(toId),
  )
  return { items: new Set([...own, ...shown.flatMap(({ fromId, toId }) => [fromId, toId])]), lines: new Set(shown.map(({ id }) => id)) }
}
