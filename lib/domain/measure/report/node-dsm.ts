import type { Snapshot } from '../../snapshot.ts'
import { nodeMatrix } from '../order/matrix.ts'
import { optimalOrders } from '../order/optimal-orders.ts'
import { sequence } from '../order/sequence.ts'
import { wrongSideMarks } from '../order/wrong-side.ts'
import { finish, type Steps } from '../step.ts'

/** Which node needs which, and in which order, under the keys of the `nodeDSM` part of `weft analyse`. */
export type NodeDsmReport = {
  readonly edges: readonly { readonly supplier: string; readonly consumer: string; readonly dependencies: number }[]
  readonly givenOrder: readonly string[]
  readonly feedbackMarksGivenOrder: number
  readonly minFeedbackMarks: number
  readonly oneOptimalOrder: readonly string[]
  /** null where it is not counted: too many nodes are joined, or there are more orders than a number holds */
  readonly numberOfOptimalOrders: number | null
  /** false: so many nodes wait for each other that an order with fewer marks may exist */
  readonly minFeedbackMarksProven?: false
}

/**
 * The matrix of nodes: what it looks like as it stands, and the order with the fewest needs that point backwards.
 *
 * @param cycleId the cycle of those who need; null is all
 * Cost that of `sequence` and `optimalOrders`. Spec: OR1-OR2, OR10-OR12.
 */
export function* nodeDsmSteps(snapshot: Snapshot, cycleId: string | null): Steps<NodeDsmReport> {
  const { graph, marks } = nodeMatrix(snapshot, cycleId)
  yield 0.4
  const { order, wrongSide, isProven } = sequence(graph)
  yield 0.9
  const counted = optimalOrders(graph)
  const isSurely = isProven || counted?.wrongSide === wrongSide
  return {
    edges: marks.map(({ supplier, consumer, dependencyIds }) => ({ supplier, consumer, dependencies: dependencyIds.length })),
    givenOrder: graph.keyResultIds,
    feedbackMarksGivenOrder: wrongSideMarks(graph, graph.keyResultIds),
    minFeedbackMarks: wrongSide,
    oneOptimalOrder: order,
    numberOfOptimalOrders: isSurely ? (counted?.orders ?? null) : null,
    ...(isSurely ? {} : { minFeedbackMarksProven: false }),
  }
}

/** `nodeDsmSteps` to its end. Spec: OR1-OR2, OR10-OR12. */
export function nodeDsmReport(snapshot: Snapshot, cycleId: string | null): NodeDsmReport {
  return finish(nodeDsmSteps(snapshot, cycleId))
}
