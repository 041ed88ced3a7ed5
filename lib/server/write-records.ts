import { type Steps, tell, type Values } from '../../db/query.ts'
import type { Statements } from '../../db/statements.ts'
import { type Change, withFields } from '../domain/change.ts'
import type { EntityName } from '../domain/ids.ts'
import { find, type Snapshot } from '../domain/snapshot.ts'
import { columnValue, rowOf } from './rows.ts'

/** A statement that sets more columns than this sets them all, so that there are few different statements. */
const fewColumns = 2

function* update(statements: Statements, networkId: string, snapshot: Snapshot, { entity, id, after }: Change): Steps<void> {
  const before = find(snapshot, entity, id)
  if (!before || !after) throw new Error(`a change updates ${entity} ${id}, which is not there`)
  const record = withFields(before, after)
  const changed = [...new Set(Object.keys(after).map((path) => (path.startsWith('metric.') ? 'metric' : path)))]
  const fields = changed.length > fewColumns ? Object.keys(record).filter((field) => field !== 'id') : changed.sort()
  const set = fields.map((field) => [`set:${field}`, columnValue(field, Reflect.get(record, field))])
  yield* tell(statements.update(entity, fields), { networkId, id, ...Object.fromEntries(set) })
}

function byEntity(changes: readonly Change[]): Map<EntityName, Change[]> {
  return Map.groupBy(changes, ({ entity }) => entity)
}

/**
 * Writes the rows that changes lead to. References are checked at the commit, so the order does not matter.
 *
 * @param snapshot the network before the changes
 * @param extra columns of the network's own row that are no fields of the record, where it is new
 */
export function* writeRecords(statements: Statements, networkId: string, snapshot: Snapshot, changes: readonly Change[], extra: Values = {}): Steps<void> {
  for (const [entity, gone] of byEntity(changes.filter(({ after }) => after === null))) yield* tell(statements.remove(entity), ...gone.map(({ id }) => ({ networkId, id })))
  for (const [entity, fresh] of byEntity(changes.filter(({ before }) => before === null)))
    yield* tell(statements.insert(entity), ...fresh.map(({ after }) => rowOf(networkId, entity === 'network' ? { ...after, ...extra } : (after ?? {}))))
  for (const change of changes) if (change.before !== null && change.after !== null) yield* update(statements, networkId, snapshot, change)
}

/** Appends a change set's changes to the log. */
export function* writeLog(statements: Statements, networkId: string, revision: number, changes: readonly Change[]): Steps<void> {
  const runs = changes.map(({ entity, id, before, after }, ordinal) => ({ networkId, revision, ordinal, entity, recordId: id, before, after }))
  yield* tell(statements.insertLog, ...runs)
}
