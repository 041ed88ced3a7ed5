import { type Selection, selectionKindOf, selectionOf } from '../../../lib/client/view.ts'
import type { Difference } from '../../../lib/domain/history/compare.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'

/** The record whose panel tells of a difference: its own, or that which it belongs to; null where there is none. */
export function selectionOfDifference(union: Snapshot, { entity, id, nodeId }: Difference): string | null {
  const kind = selectionKindOf(entity)
  if (kind) return selectionOf(kind, id)
  if (entity === 'checkIn') return selected('kr', find(union, 'checkIn', id)?.keyResultId)
  if (entity === 'promiseMove') return selected('need', find(union, 'promiseMove', id)?.dependencyId)
  if (entity === 'healthReading') return selected('health', find(union, 'healthReading', id)?.healthMetricId)
  return selected('node', nodeId ?? undefined)
}

function selected(kind: Selection['kind'], id: string | undefined): string | null {
  return id === undefined ? null : selectionOf(kind, id)
}
