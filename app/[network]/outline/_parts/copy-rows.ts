import type { RecordRow } from '../../../../lib/client/outline/row.ts'
import { keyResultsUnder, siblingsUnder } from '../../../../lib/client/outline/under.ts'
import type { Cycle } from '../../../../lib/domain/entity.ts'
import { healthRows } from '../../../../lib/domain/health/table.ts'
import { keyResultRows } from '../../../../lib/domain/quick-add/to-rows.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'

/** A row of the outline as a table, and what it holds in words. */
export type CopiedRows = { readonly text: string; readonly what: string }

function counted(ids: readonly string[], word: string): string {
  return ids.length === 1 ? `one ${word}` : `${ids.length} ${word}s`
}

function healthUnder(snapshot: Snapshot, { kind, id }: RecordRow): readonly string[] {
  if (kind === 'health') return [id]
  return kind === 'node' ? siblingsUnder(snapshot, 'health', id, null).map((each) => each.id) : []
}

/** The key results in a row and below it; of a health metric, and of a node without key results, the health metrics. Null where there are neither. */
export function copyOf(snapshot: Snapshot, row: RecordRow, cycle: Cycle | null): CopiedRows | null {
  const ids = row.kind === 'health' ? [] : keyResultsUnder(snapshot, row.kind, row.id, cycle)
  if (ids.length > 0) return { text: keyResultRows(snapshot, ids), what: counted(ids, 'key result') }
  const health = healthUnder(snapshot, row)
  return health.length > 0 ? { text: healthRows(snapshot, health), what: counted(health, 'health metric') } : null
}
