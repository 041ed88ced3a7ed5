import type { NeedGraph } from '../../plan/graph.ts'
import { eachNeighbour } from '../../plan/graph.ts'

/** How a goal hangs on a key result through all ways between them. */
export type PathsToGoal = {
  /** Σ over ways to the goal of the product of strengths; 0 for the goal itself. It may exceed 1: an order, not a share */
  readonly weight: Float64Array
  /** how many ways lead to the goal; 1 for the goal itself */
  readonly count: Float64Array
}

/**
 * Path weight and number of ways to a goal: [(I − W)⁻¹ − I] in the goal's column, and the same with every strength at 1.
 *
 * @param order suppliers before consumers; must hold the goal
 * @returns by vertex; 0 where no way leads to the goal
 * Cost O(vertices + needs). Spec: CN36-CN37.
 */
export function pathsToGoal(graph: NeedGraph, order: Int32Array, goal: number): PathsToGoal {
  const [weight, count] = [new Float64Array(graph.keyResultIds.length), new Float64Array(graph.keyResultIds.length)]
  weight[goal] = 1
  count[goal] = 1
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const vertex = order[at] ?? 0
    if (vertex === goal) continue
    eachNeighbour(graph.consumersOf, vertex, (consumer, need) => {
      weight[vertex] = (weight[vertex] ?? 0) + (graph.strength[need] ?? 0) * (weight[consumer] ?? 0)
      count[vertex] = (count[vertex] ?? 0) + (count[consumer] ?? 0)
    })
  }
  weight[goal] = 0
  return { weight, count }
}
