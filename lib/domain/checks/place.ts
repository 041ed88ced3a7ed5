import { placeOfKeyResult } from '../okr/place.ts'
import type { Snapshot } from '../snapshot.ts'

/** The node of a key result as a list; empty where it is on none. Cost O(1). */
export function nodesOfKeyResult(snapshot: Snapshot, id: string): string[] {
  const { nodeId } = placeOfKeyResult(snapshot, id)
  return nodeId === null ? [] : [nodeId]
}
