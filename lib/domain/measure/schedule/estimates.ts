import { find, type Snapshot } from '../../snapshot.ts'
import type { SupplyGraph } from '../chance/supply.ts'
import { type Estimated, estimated } from './duration.ts'

/**
 * The estimate of each vertex of a supply graph: that of its key result.
 *
 * @returns null where there is none, and for stubs: how long a node takes for what it has no key result for, nobody has said
 * Cost O(vertices). Spec: CN61, CN65.
 */
export function estimatesOf(snapshot: Snapshot, { graph, keyResults }: SupplyGraph): readonly (Estimated | null)[] {
  return graph.keyResultIds.map((id, vertex) => {
    const keyResult = vertex < keyResults ? find(snapshot, 'keyResult', id) : undefined
    return keyResult ? estimated(keyResult) : null
  })
}
