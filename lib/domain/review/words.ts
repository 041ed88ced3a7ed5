import type { StructurePlan } from '../entity.ts'
import { joined } from '../joined.ts'
import { find, type Snapshot } from '../snapshot.ts'

function named(snapshot: Snapshot, id: string): string {
  const name = find(snapshot, 'node', id)?.name
  return name === undefined ? 'a node that is not there' : `“${name}”`
}

/**
 * What a plan would do, in a few words: “Merge “Care” into “Growth””.
 *
 * @returns at most 500 signs
 * Cost O(names). Spec: RV51.
 */
export function planTitle(snapshot: Snapshot, plan: StructurePlan): string {
  return fullTitle(snapshot, plan).slice(0, 500)
}

function fullTitle(snapshot: Snapshot, plan: StructurePlan): string {
  switch (plan.kind) {
    case 'add':
      return `Add “${plan.name.trim()}”`
    case 'merge':
      return `Merge ${joined(plan.nodeIds.map((id) => named(snapshot, id)))} into ${named(snapshot, plan.intoId)}`
    case 'split':
      return `Split ${named(snapshot, plan.nodeId)} into ${joined(plan.parts.map(({ name }) => `“${name.trim()}”`))}`
    case 'retire': {
      const heir = plan.heirId === null ? '' : `; ${named(snapshot, plan.heirId)} takes over`
      return `Retire ${named(snapshot, plan.nodeId)}${heir}`
    }
  }
}
