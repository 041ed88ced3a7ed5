import type { Node } from '../entity.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import type { PlanOf } from './plan-parts.ts'

/** What the schema of a node holds at most. */
export const activityLimit = 100
export const descriptionLimit = 10_000

/** The line by which a node that is no more can still be found: its name, and what it was for. */
function tookOver({ name, description }: Node): string {
  return description === null || description.trim() === '' ? `Took over “${name}”.` : `Took over “${name}”: ${description.trim()}`
}

/**
 * The node that stays after a merge: its own place, area and kind; a new name where the plan gives one; the activities of all, each
 * once; and in its description a line for each node that became part of it.
 *
 * @throws DomainError NOT_FOUND
 * Cost O(nodes of the plan · activities). Spec: RV33.
 */
export function afterMerge(snapshot: Snapshot, plan: PlanOf<'merge'>): Node {
  const kept = get(snapshot, 'node', plan.intoId)
  const gone = plan.nodeIds.map((id) => find(snapshot, 'node', id)).filter((node) => node !== undefined)
  const lines = [kept.description?.trim() ?? '', ...gone.map(tookOver)].filter((line) => line !== '')
  return {
    ...kept,
    name: plan.name?.trim() || kept.name,
    activities: [...new Set([...kept.activities, ...gone.flatMap(({ activities }) => activities)])],
    description: lines.join('\n\n'),
  }
}
