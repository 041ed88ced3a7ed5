import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Store } from '../store-contract.ts'

type UserRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isInstanceOwner: boolean
  readonly disabledAt: Date | null
  readonly twoFactorEnabled: boolean
  readonly createdAt: Date
}

/** A user as the owners of a server see one. */
function shown({ id, name, email, isInstanceOwner, disabledAt, twoFactorEnabled, createdAt }: UserRow) {
  return {
    ...{ id, name, email, isInstanceOwner },
    isDisabled: disabledAt !== null,
    hasSecondFactor: twoFactorEnabled,
    createdAt: formatInstant(createdAt.getTime()),
  }
}

export type ShownUser = ReturnType<typeof shown>

export async function listUsers(store: Pick<Store, 'ask'>): Promise<ShownUser[]> {
  return (await store.ask((statements) => ask(statements.listUsers))).map(shown)
}

/** @throws DomainError NOT_FOUND */
export function* requireUserRow(statements: Statements, userId: string): Steps<UserRow> {
  const [user] = yield* ask(statements.userById, { userId })
  if (user) return user
  throw new DomainError('NOT_FOUND', 'There is no such account on this server.')
}

/**
 * Keeps at least one owner of the server who can sign in.
 *
 * @throws DomainError LAST_OWNER
 */
export function* refuseLastOwner(statements: Statements, userId: string): Steps<void> {
  const owners = yield* ask(statements.instanceOwners, { yes: true })
  if (owners.some(({ id }) => id !== userId) || !owners.some(({ id }) => id === userId)) return
  throw new DomainError('LAST_OWNER', 'This is the last owner of the server. Make somebody else an owner of it first.')
}

export type UserChange = { readonly isDisabled?: boolean | undefined; readonly isInstanceOwner?: boolean | undefined }

/** Disables an account or makes it an owner of the server, and the other way round. A disabled one is signed out everywhere. */
export function changeUser(store: Pick<Store, 'write'>, userId: string, { change, now }: { change: UserChange; now: Date }): Promise<ShownUser> {
  // One lane for all changes of owners, so that two owners cannot leave at once.
  return store.write('instance owners', function* (statements) {
    yield* requireUserRow(statements, userId)
    if (change.isDisabled === true || change.isInstanceOwner === false) yield* refuseLastOwner(statements, userId)
    if (change.isDisabled !== undefined) yield* tell(statements.setDisabled, { userId, disabledAt: change.isDisabled ? now : null, now })
    if (change.isDisabled === true) yield* tell(statements.removeSessionsOf, { userId })
    if (change.isInstanceOwner !== undefined) yield* tell(statements.setInstanceOwner, { userId, isInstanceOwner: change.isInstanceOwner, now })
    return shown(yield* requireUserRow(statements, userId))
  })
}
