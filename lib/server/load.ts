import { ask, type Steps } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import type { Change } from '../domain/change.ts'
import { DomainError } from '../domain/error.ts'
import { entityNames } from '../domain/ids.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../domain/snapshot.ts'
import { formatInstant } from '../domain/time.ts'
import { advance, type NetworkState } from './network-state.ts'
import { withNames, withPersonalValues } from './privacy/vault.ts'
import { entityOf, fieldsOf, idsOf, recordOf } from './rows.ts'
import type { ChangeSet } from './store-contract.ts'

/** Above this many changes, reading the snapshot again is cheaper than following them. */
export const resetAbove = 5_000

export function noNetwork(networkId: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no network “${networkId}” here. It may have been deleted.`, { entity: 'network', id: networkId })
}

/** Reads a network from its tables, in one transaction of the caller. @throws DomainError NOT_FOUND */
export function* loadSnapshot(statements: Statements, networkId: string): Steps<Snapshot> {
  const [row] = yield* ask(statements.revision, { networkId })
  if (!row) throw noNetwork(networkId)
  const snapshot = makeSnapshot({}, row.revision)
  for (const entity of entityNames) {
    const rows = yield* ask(statements.load(entity), { networkId })
    const created = rows.map((each): Change => {
      const record = recordOf(each)
      return { entity, id: record.id, before: null, after: record }
    })
    applyChanges(snapshot, created)
  }
  return snapshot
}

type LogRow = { readonly entity: string; readonly recordId: string; readonly before: unknown; readonly after: unknown }

/** A change as the log has it: names and addresses are still numbers of the vault. */
export function changeOf({ entity, recordId, before, after }: LogRow): Change {
  return { entity: entityOf(entity), id: recordId, before: fieldsOf(before), after: fieldsOf(after) }
}

/** The last revision that all rows of a log hold completely, if a limit cut it off. */
type Log = { readonly changes: ReadonlyMap<number, Change[]>; readonly isCut: boolean }

function* readLog(statements: Statements, range: { networkId: string; after: number; before: number }): Steps<Log> {
  const rows = yield* ask(statements.logBetween, { ...range, limit: resetAbove + 1 })
  const logged = yield* withPersonalValues(statements, range.networkId, rows.map(changeOf))
  const changes = new Map<number, Change[]>()
  for (const [at, change] of logged.entries()) {
    const revision = rows[at]?.revision ?? 0
    const known = changes.get(revision)
    if (known) known.push(change)
    else changes.set(revision, [change])
  }
  return { changes, isCut: rows.length > resetAbove }
}

type SetRow = Omit<ChangeSet, 'at' | 'changes' | 'othersNodeIds'> & { readonly at: Date; readonly othersNodeIds: unknown }

/** A change set of the log with its changes. */
export function toSet(row: SetRow, changes: readonly Change[]): ChangeSet {
  const { id, revision, command, actor, undoOf, at, summary } = row
  return { id, revision, command, actor, undoOf, at: formatInstant(at.getTime()), changes, summary, othersNodeIds: idsOf(row.othersNodeIds) }
}

/** Change sets after a revision, oldest first; 'reset' where they hold too many changes. */
export function* readSets(statements: Statements, networkId: string, revision: number, limit: number): Steps<readonly ChangeSet[] | 'reset'> {
  const sets = yield* ask(statements.setsSince, { networkId, revision, limit })
  const last = sets.at(-1)
  if (!last) return []
  const { changes, isCut } = yield* readLog(statements, { networkId, after: revision, before: last.revision + 1 })
  if (isCut) return 'reset'
  return yield* withNames(
    statements,
    networkId,
    sets.map((set) => toSet(set, changes.get(set.revision) ?? [])),
  )
}

/** One change set with all of its changes; null where it never was. */
export function* readSet(
  statements: Statements,
  networkId: string,
  by: { readonly id: string } | { readonly revision: number },
): Steps<ChangeSet | null> {
  const [row] = 'id' in by ? yield* ask(statements.setById, { networkId, ...by }) : yield* ask(statements.setAt, { networkId, ...by })
  if (!row) return null
  const rows = yield* ask(statements.logOf, { networkId, revision: row.revision })
  const changes = rows.map(changeOf)
  const [set] = yield* withNames(statements, networkId, [toSet(row, yield* withPersonalValues(statements, networkId, changes))])
  return set ?? null
}

/** Follows what other processes committed. @returns false where there is too much to follow: load it again */
export function* catchUp(statements: Statements, networkId: string, state: NetworkState): Steps<boolean> {
  const sets = yield* readSets(statements, networkId, state.snapshot.revision, resetAbove)
  if (sets === 'reset') return false
  for (const set of sets) advance(state, set)
  return true
}
