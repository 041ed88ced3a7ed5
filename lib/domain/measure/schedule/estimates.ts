import { isReachedIn } from '../../okr/reached.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import { dependencyOfStub, type SupplyGraph } from '../chance/supply.ts'
import { type Estimated, estimated } from './duration.ts'

/** What is reached takes no more time, whatever it was estimated. */
const done: Estimated = { optimistic: 0, likely: 0, pessimistic: 0 }

/**
 * The estimate of each vertex of a supply graph: that of its key result, of a reached one no time.
 *
 * @returns null where there is none, and for stubs: how long a node takes for what it has no key result for, nobody has said, and where a
 * reached key result asked for it nobody has to
 * Cost O(vertices). Spec: CN61, CN65, CN75.
 */
export function estimatesOf(snapshot: Snapshot, { graph, keyResults, reached }: SupplyGraph): readonly (Estimated | null)[] {
  return graph.keyResultIds.map((id, vertex) => {
    if (reached[vertex] === 1) return done
    if (vertex >= keyResults)
      return isReachedIn(snapshot, find(snapshot, 'dependency', dependencyOfStub(id))?.consumerKeyResultId ?? null) ? done : null
    const keyResult = find(snapshot, 'keyResult', id)
    return keyResult ? estimated(keyResult) : null
  })
}
