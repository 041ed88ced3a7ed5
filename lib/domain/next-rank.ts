import type { EntityName } from './ids.ts'
import type { Snapshot } from './snapshot.ts'

/** The place after the last record of its kind. Cost O(n). */
export function nextRank(snapshot: Snapshot, entity: EntityName): number {
  let last = 0
  for (const record of snapshot.tables[entity].values()) if ('rank' in record && record.rank > last) last = record.rank
  return last + 1
}
