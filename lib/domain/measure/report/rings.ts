import type { NeedGraph } from '../../plan/graph.ts'
import { type Ring, ringsOf } from '../../plan/rings.ts'
import { type FeedbackArcs, feedbackArcs } from '../order/feedback-arcs.ts'

/** A ring of key results with what would free it. */
export type RingReport = Ring & {
  /** every set of as few needs as possible */
  readonly fewest: FeedbackArcs
  /** every set of needs that are as weak as possible together, and of those the fewest */
  readonly weakest: FeedbackArcs
}

/** The rings of a graph, in the order of their first key result, each with every smallest cut. Cost that of `feedbackArcs` for each. Spec: OR6-OR9. */
export function ringReports(graph: NeedGraph): RingReport[] {
  return ringsOf(graph).map((ring) => ({ ...ring, fewest: feedbackArcs(graph, ring, 'number'), weakest: feedbackArcs(graph, ring, 'strength') }))
}
