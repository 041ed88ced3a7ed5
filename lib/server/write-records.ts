import { type Steps, tell, tellEach, type Values } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import { type Change, withFields } from '../domain/change.ts'
import type { EntityName } from '../domain/ids.ts'
import { find, type Snapshot } from '../domain/snapshot.ts'
import { keepInVault } from './privacy/vault.ts'
import { columnValue, rowOf } from './rows.ts'
import type { ChangeSet } from './store-contract.ts'

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

/** What to write: the changes, and the network before them. */
type Writing = {
  readonly networkId: string
  readonly snapshot: Snapshot
  readonly changes: readonly Change[]
  /** columns of the network's own row that are no fields of the record, where it is new */
  readonly extra?: Values
}

/** Writes the rows that changes lead to. References are checked at the commit, so the order does not matter. */
export function* writeRecords(statements: Statements, { networkId, snapshot, changes, extra = {} }: Writing): Steps<void> {
  for (const [entity, gone] of byEntity(changes.filter(({ after }) => after === null)))
    yield* tellEach(
      statements.remove(entity),
      gone.map(({ id }) => ({ networkId, id })),
    )
  for (const [entity, fresh] of byEntity(changes.filter(({ before }) => before === null))) {
    const rows = fresh.map(({ after }) => rowOf(networkId, entity === 'network' ? { ...after, ...extra } : (after ?? {})))
    yield* tellEach(statements.insert(entity), rows)
  }
  for (const change of changes) if (change.before !== null && change.after !== null) yield* update(statements, networkId, snapshot, change)
}

/**
 * Appends a change set and its changes to the history, which holds no name and no address of a person: those go to the vault.
 *
 * @param set with its summary as the log keeps it
 */
export function* writeHistory(statements: Statements, networkId: string, set: ChangeSet): Steps<void> {
  const { revision } = set
  yield* tell(statements.insertSet, { networkId, ...set, at: new Date(set.at) })
  const changes = yield* keepInVault(statements, networkId, set)
  const rows = changes.map(({ entity, id, before, after }, ordinal) => ({ networkId, revision, ordinal, entity, recordId: id, before, after }))
  yield* tellEach(statements.insertLog, rows)
}
