import { type NeedGraph, needGraph } from '../../plan/graph.ts'
import { ringsOf } from '../../plan/rings.ts'
import type { Snapshot } from '../../snapshot.ts'
import { elementaryCycles } from '../order/cycles.ts'
import { type FeedbackArcs, feedbackArcs, listedAtMost } from '../order/feedback-arcs.ts'
import { finish, type Steps } from '../step.ts'

/** What waits for itself, under the keys of the `cycleVariant` part of `weft analyse`. Keys with a question mark are there where they say something. */
export type CycleReport = {
  readonly stronglyConnected: readonly (readonly string[])[]
  readonly elementaryCycles: readonly (readonly string[])[]
  /** null where there are more than are listed */
  readonly elementaryCycleCount: number | null
  readonly elementaryCyclesCappedAt?: number
  /** sets of needs of which each frees the whole network; none where nothing waits for itself */
  readonly minFeedbackArcSets: readonly (readonly string[])[]
  readonly minFeedbackArcSetSize: number
  readonly minFeedbackArcSetsCappedAt?: number
  /** false: a ring is so large that a smaller set may exist */
  readonly minFeedbackArcSetProven?: false
}

/** One set of each ring together, in all ways, no more than can be listed. */
function together(rings: readonly FeedbackArcs[]): { sets: (readonly string[])[]; isCapped: boolean } {
  let sets: (readonly string[])[] = [[]]
  let isCapped = rings.some((ring) => ring.isCapped)
  for (const ring of rings) {
    if (sets.length * ring.sets.length > listedAtMost) isCapped = true
    sets = sets.flatMap((set) => ring.sets.map((more) => [...set, ...more])).slice(0, listedAtMost)
  }
  return { sets, isCapped }
}

function inDocumentOrder({ needIds }: NeedGraph, sets: readonly (readonly string[])[]): string[][] {
  const place = new Map(needIds.map((id, at) => [id, at]))
  return sets.map((set) => set.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)))
}

/**
 * Which key results wait for themselves, round which circles, and every smallest set of needs without which nobody does.
 *
 * @param cycleId the cycle whose key results and what they need; null is all
 * Cost that of `elementaryCycles` and of `feedbackArcs` for each ring. Spec: OR3-OR9, OR15-OR16.
 */
export function* cycleReportSteps(snapshot: Snapshot, cycleId: string | null): Steps<CycleReport> {
  const graph = needGraph(snapshot, cycleId)
  yield 0.3
  const rings = ringsOf(graph)
  yield 0.4
  const { cycles, isCapped } = elementaryCycles(graph, listedAtMost)
  const cuts: FeedbackArcs[] = []
  for (const [at, ring] of rings.entries()) {
    yield 0.6 + (0.4 * at) / rings.length
    cuts.push(feedbackArcs(graph, ring, 'number'))
  }
  const free = together(cuts)
  return {
    stronglyConnected: rings.map(({ keyResultIds }) => keyResultIds),
    elementaryCycles: cycles,
    elementaryCycleCount: isCapped ? null : cycles.length,
    ...(isCapped ? { elementaryCyclesCappedAt: listedAtMost } : {}),
    minFeedbackArcSets: rings.length === 0 ? [] : inDocumentOrder(graph, free.sets),
    minFeedbackArcSetSize: cuts.reduce((sum, { sets }) => sum + (sets[0]?.length ?? 0), 0),
    ...(free.isCapped ? { minFeedbackArcSetsCappedAt: listedAtMost } : {}),
    ...(cuts.every(({ isProven }) => isProven) ? {} : { minFeedbackArcSetProven: false }),
  }
}

/** `cycleReportSteps` to its end. Spec: OR3-OR9, OR15-OR16. */
export function cycleReport(snapshot: Snapshot, cycleId: string | null): CycleReport {
  return finish(cycleReportSteps(snapshot, cycleId))
}
