import { ask, type Steps, tellEach } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { Change } from '../../domain/change.ts'
import { fillNames, namesSomebody } from '../../domain/people/named-text.ts'
import { sealChanges, sealedIn, unsealChanges } from './seal.ts'

/** Up to this many values are asked for one by one; more are read with all others of the network. */
const fewValues = 16

/** Keeps the names and addresses of changes in the vault. @returns the changes as the log may hold them */
export function* keepInVault(
  statements: Statements,
  networkId: string,
  { id, changes }: { readonly id: string; readonly changes: readonly Change[] },
): Steps<readonly Change[]> {
  const sealed = sealChanges(changes, id)
  yield* tellEach(
    statements.insertPersonalValue,
    sealed.values.map((value) => ({ networkId, ...value })),
  )
  return sealed.changes
}

function* valuesOf(statements: Statements, networkId: string, ids: readonly string[]): Steps<ReadonlyMap<string, string>> {
  const values = new Map<string, string>()
  if (ids.length > fewValues) for (const row of yield* ask(statements.personalValues, { networkId })) values.set(row.id, row.value)
  else for (const id of ids) for (const row of yield* ask(statements.personalValue, { networkId, id })) values.set(row.id, row.value)
  return values
}

/** Changes of the log with their names and addresses, as far as nobody was erased. */
export function* withPersonalValues(statements: Statements, networkId: string, changes: readonly Change[]): Steps<readonly Change[]> {
  const ids = sealedIn(changes)
  return ids.length === 0 ? changes : unsealChanges(changes, yield* valuesOf(statements, networkId, ids))
}

/** What everybody is called, or was called last before the person's record went. */
function* namesIn(statements: Statements, networkId: string): Steps<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const { personId, value } of yield* ask(statements.personalNames, { networkId })) names.set(personId, value)
  for (const { id, name } of yield* ask(statements.peopleNames, { networkId })) names.set(id, name)
  return names
}

/** Change sets, steps of undo and the like with the names of people put into their summaries. */
export function* withNames<T extends { readonly summary: string }>(
  statements: Statements,
  networkId: string,
  told: readonly T[],
): Steps<readonly T[]> {
  if (!told.some(({ summary }) => namesSomebody(summary))) return told
  const names = yield* namesIn(statements, networkId)
  return told.map((each) => ({ ...each, summary: fillNames(each.summary, (id) => names.get(id)) }))
}
