import type { Change } from '../change.ts'
import type { EntityName } from '../ids.ts'

/** The kinds of record of which the structure of a network is made, each with the fields that place it. */
const placedBy: Partial<Record<EntityName, readonly string[]>> = { area: [], node: ['areaId'], exchange: ['fromNodeId', 'toNodeId'] }

/** The kinds of record of which the structure of a network is made. */
export const structuralEntities = ['area', 'node', 'exchange'] as const satisfies readonly EntityName[]

/**
 * Whether one change is of the structure: a value area, a node or an exchange came or went, a node moved to another area, an exchange
 * joins other nodes. Other names and other words are not.
 *
 * Cost O(1). Spec: HI10.
 */
export function isStructuralChange({ entity, before, after }: Change): boolean {
  const fields = placedBy[entity]
  if (!fields) return false
  return before === null || after === null || fields.some((field) => field in after)
}

/**
 * Whether a change set changed the structure of the network, so that somebody may want to know why. That which made the network did not:
 * there was nothing to change.
 *
 * Cost O(changes). Spec: HI10.
 */
export function isStructural(changes: readonly Change[]): boolean {
  return !changes.some(({ entity, before }) => entity === 'network' && before === null) && changes.some(isStructuralChange)
}
