import type { DependencyAssessment, DependencyCondition, DisplayStatus, GroupAssessment, ObjectiveAssessment } from './assessment.ts'
import { displayStatuses } from './assessment.ts'
import { meanByWeight, type RollUpPart, rollUp } from './roll-up.ts'
import { noStatuses, worseCondition, worstStatus } from './status-counts.ts'

/** What a node, an area or the network adds up while objectives and dependencies pass by. */
export type GroupTally = {
  readonly id: string
  readonly parts: RollUpPart[]
  readonly expected: { share: number | null; weight: number | null }[]
  readonly counts: Record<DisplayStatus, number>
  keyResults: number
  needs: number
  gives: number
  inside: number
  worstNeed: DependencyCondition | null
  worstGive: DependencyCondition | null
}

/** An empty tally. Cost O(1). */
export function startTally(id: string): GroupTally {
  return { id, parts: [], expected: [], counts: noStatuses(), keyResults: 0, needs: 0, gives: 0, inside: 0, worstNeed: null, worstGive: null }
}

/** Adds an objective with its weight (null is 1). Cost O(1). */
export function addObjective(tally: GroupTally, objective: ObjectiveAssessment, weight: number | null): void {
  const { share } = objective.progress
  tally.parts.push({ ...objective.progress, weight })
  tally.expected.push({ share: share === null ? null : objective.expected, weight })
  tally.keyResults += objective.keyResults
  for (const status of displayStatuses) tally.counts[status] += objective.counts[status]
}

/** Adds a dependency between two groups of one level: inside where they are the same, else a need of one and a gift of the other. Cost O(1). */
export function addDependency(consumer: GroupTally | undefined, supplier: GroupTally | undefined, { condition }: DependencyAssessment): void {
  if (consumer && consumer === supplier) {
    consumer.inside += 1
    return
  }
  if (consumer) {
    consumer.needs += 1
    consumer.worstNeed = worseCondition(consumer.worstNeed, condition)
  }
  if (supplier) {
    supplier.gives += 1
    supplier.worstGive = worseCondition(supplier.worstGive, condition)
  }
}

/** The group that a tally adds up to. Every objective counts once by its weight, whatever node it lives on. Cost O(objectives). Spec: OKR24-OKR26. */
export function finishTally({ parts, expected, ...tally }: GroupTally): GroupAssessment {
  return { ...tally, progress: rollUp(parts), expected: meanByWeight(expected), ...worstStatus(tally.counts), objectives: parts.length }
}
