import { entityNames } from '../../lib/domain/ids.ts'
import type { Snapshot } from '../../lib/domain/snapshot.ts'

/** All records of a network as plain data in one order, to compare two snapshots of it. */
export function recordsOf(snapshot: Snapshot): Record<string, unknown> {
  return Object.fromEntries(entityNames.map((entity) => [entity, [...snapshot.tables[entity].values()].sort((a, b) => (a.id < b.id ? -1 : 1))]))
}
