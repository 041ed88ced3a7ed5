import { type Change, diff } from '../change.ts'
import { planDelete } from '../command/cascade.ts'
import { freeSlot } from '../command/slot.ts'
import type { Node, StructurePlan } from '../entity.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { get, type Snapshot } from '../snapshot.ts'
import { carryOver } from './carry.ts'
import { afterMerge } from './merged-node.ts'
import { requireFit } from './misfits.ts'
import type { PlanOf } from './plan-parts.ts'
import { splitNode } from './split.ts'

function added(snapshot: Snapshot, { areaId, name, description }: PlanOf<'add'>, nodeIds: readonly string[]): Change[] {
  const placed = { id: asId<'node'>(nodeIds[0] ?? ''), areaId, closeness: null }
  const own = { name: name.trim(), description, kind: null, activities: [], position: null }
  const node: Node = { ...placed, ...own, rank: nextRank(snapshot, 'node'), slot: freeSlot(snapshot, placed) }
  return [{ entity: 'node', id: node.id, before: null, after: node }]
}

function removed(snapshot: Snapshot, id: string): Change {
  return { entity: 'node', id, before: get(snapshot, 'node', id), after: null }
}

function merged(snapshot: Snapshot, plan: PlanOf<'merge'>): Change[] {
  const change = diff('node', get(snapshot, 'node', plan.intoId), afterMerge(snapshot, plan))
  return [...carryOver(snapshot, plan.nodeIds, plan.intoId), ...(change ? [change] : []), ...plan.nodeIds.map((id) => removed(snapshot, id))]
}

function retired(snapshot: Snapshot, { nodeId, heirId }: PlanOf<'retire'>): Change[] {
  if (heirId === null) return planDelete(snapshot, 'node', nodeId)
  return [...carryOver(snapshot, [nodeId], heirId), removed(snapshot, nodeId)]
}

/**
 * What a plan does to the network: to add, merge, split or retire nodes. Its reverse takes all of it back.
 *
 * @param nodeIds ids of the nodes that it makes, in order: one to add, one less than the parts to split
 * @returns changes in the order in which they can be applied, one for each record
 * @throws DomainError PLAN_UNFIT with every misfit, its field and what to do
 * Cost O(records of the nodes · references). Spec: RV20-RV45.
 */
export function planChanges(snapshot: Snapshot, plan: StructurePlan, { nodeIds }: { readonly nodeIds: readonly string[] }): Change[] {
  requireFit(snapshot, plan, nodeIds)
  switch (plan.kind) {
    case 'add':
      return added(snapshot, plan, nodeIds)
    case 'merge':
      return merged(snapshot, plan)
    case 'split':
      return splitNode(snapshot, plan, nodeIds)
    case 'retire':
      return retired(snapshot, plan)
  }
}
