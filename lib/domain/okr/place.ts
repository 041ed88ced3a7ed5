import { find, type Snapshot } from '../snapshot.ts'

/** Where something lives: its node, the node's area, its cycle; null for what is not there. */
export type Place = { readonly nodeId: string | null; readonly areaId: string | null; readonly cycleId: string | null }

/** Where every key result and every node lives. */
export type Places = { readonly ofKeyResult: ReadonlyMap<string, Place>; readonly ofNode: ReadonlyMap<string, Place> }

export const nowhere: Place = { nodeId: null, areaId: null, cycleId: null }

/** Where a key result lives. Cost O(1). */
export function placeOfKeyResult(snapshot: Snapshot, keyResultId: string | null): Place {
  const objective = find(snapshot, 'objective', find(snapshot, 'keyResult', keyResultId)?.objectiveId ?? null)
  if (!objective) return nowhere
  return { nodeId: objective.nodeId, areaId: find(snapshot, 'node', objective.nodeId)?.areaId ?? null, cycleId: objective.cycleId }
}

/** Where everything lives, for those who ask often: key results of one objective share their place. Cost O(n). */
export function placesOf({ tables }: Snapshot): Places {
  const ofNode = new Map<string, Place>()
  for (const { id, areaId } of tables.node.values()) ofNode.set(id, { nodeId: id, areaId, cycleId: null })
  const ofObjective = new Map<string, Place>()
  for (const { id, nodeId, cycleId } of tables.objective.values())
    ofObjective.set(id, { nodeId, areaId: ofNode.get(nodeId)?.areaId ?? null, cycleId })
  const ofKeyResult = new Map<string, Place>()
  for (const { id, objectiveId } of tables.keyResult.values()) ofKeyResult.set(id, ofObjective.get(objectiveId) ?? nowhere)
  return { ofKeyResult, ofNode }
}
