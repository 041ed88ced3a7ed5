import { filtersThroughObjective } from '../../contract/list.ts'
import type { AnyEntity } from '../../domain/entity.ts'
import type { EntityName } from '../../domain/ids.ts'
import { find, listOf, type Snapshot } from '../../domain/snapshot.ts'

/** The records of a list in their order; of key results those whose objective is on the nodes and in the cycles that were asked for. */
export function belonging(snapshot: Snapshot, entity: EntityName, query: Readonly<Record<string, unknown>>): AnyEntity[] {
  const records: AnyEntity[] = listOf(snapshot, entity)
  const wanted = filtersThroughObjective(entity).flatMap((field) => {
    const text = query[field]
    return typeof text === 'string' ? [{ field, ids: new Set(text.split(',')) }] : []
  })
  if (wanted.length === 0) return records
  return records.filter((record) => {
    const objective = 'objectiveId' in record ? find(snapshot, 'objective', record.objectiveId) : undefined
    return objective !== undefined && wanted.every(({ field, ids }) => ids.has(objective[field]))
  })
}
