import { layersOf } from '../../plan/layers.ts'
import { type SupplyGraph, waitedFor, withoutNeeds } from '../chance/supply.ts'

/** Who still waits, and how deep. */
export type WaitingSteps = {
  /** by each key result that is not reached: 0 waits for nothing, else one more than the deepest that it waits for; null on or behind a ring */
  readonly stepOf: Readonly<Record<string, number | null>>
  /** how many needs of theirs are on nodes that have no key result for them */
  readonly onNodes: number
}

/** The needs that somebody who is not reached has of something that is not there yet. */
function openNeeds(supply: SupplyGraph): SupplyGraph {
  const { needIds, supplier } = supply.graph
  const met = needIds.filter((_, need) => supply.reached[supplier[need] ?? 0] === 1)
  return withoutNeeds({ ...supply, graph: waitedFor(supply) }, new Set(met))
}

/**
 * How many steps lie before each key result that is still to do: what is reached waits for nobody, and nobody waits for it.
 *
 * Cost O(vertices + needs). Spec: OR23, CN4, CN8.
 */
export function waitingSteps(supply: SupplyGraph): WaitingSteps {
  const open = supply.reached.includes(1) ? openNeeds(supply) : supply
  const layers = layersOf(open.graph)
  const ids = open.graph.keyResultIds.slice(0, supply.keyResults).filter((_, vertex) => supply.reached[vertex] === 0)
  return {
    stepOf: Object.fromEntries(ids.map((id) => [id, layers.get(id) ?? null])),
    onNodes: open.graph.supplier.reduce((sum, vertex) => sum + (vertex >= supply.keyResults ? 1 : 0), 0),
  }
}
