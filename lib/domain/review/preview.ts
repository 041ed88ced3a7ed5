import type { StructurePlan } from '../entity.ts'
import { type Comparison, compare } from '../history/compare.ts'
import { applyChanges, fork, type Snapshot } from '../snapshot.ts'
import { effectOf, type PlanEffect } from './effect.ts'
import { measuresOf, type NetworkMeasures } from './measures.ts'
import { planChanges } from './plan.ts'
import { nodesMadeBy } from './plan-parts.ts'

/** What a plan would do to the network as it stands now. */
export type PlanPreview = PlanEffect & {
  readonly comparison: Comparison
  readonly before: NetworkMeasures
  readonly after: NetworkMeasures
  /** the network with the plan done; the nodes that it makes have the ids `preview-1`, `preview-2`, … */
  readonly snapshot: Snapshot
}

/**
 * What a plan would do, without doing it: every difference as a sentence, what goes, the promises in force that it touches, and the
 * measures before and after.
 *
 * @throws DomainError PLAN_UNFIT
 * Cost O(records): the network is copied once. Spec: RV63.
 */
export function previewPlan(snapshot: Snapshot, plan: StructurePlan): PlanPreview {
  const nodeIds = Array.from({ length: nodesMadeBy(plan) }, (_, at) => `preview-${at + 1}`)
  const after = fork(snapshot)
  const changes = planChanges(after, plan, { nodeIds })
  const effect = effectOf(after, plan, changes)
  applyChanges(after, changes)
  return { ...effect, comparison: compare(snapshot, after), before: measuresOf(snapshot), after: measuresOf(after), snapshot: after }
}
