import { ask, tell } from '../../../db/query.ts'
import { DomainError } from '../../domain/error.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Principal } from '../access/principal.ts'
import type { Accounts } from './accounts.ts'
import { idleDays, type UserPrincipal } from './sessions.ts'

/** Accounts are for people who signed in: neither a token nor the command line has one. @throws DomainError FORBIDDEN */
export function requireUser(principal: Principal): UserPrincipal {
  if (principal.kind === 'user') return principal
  throw new DomainError('FORBIDDEN', 'Only somebody who signed in with a password or elsewhere has an account here.')
}

/** The signed-in user as pages show it; null for everybody else. */
export async function signedInUser({ store }: Accounts, principal: Principal) {
  if (principal.kind !== 'user') return null
  const { userId } = principal
  const [user] = await store.ask((statements) => ask(statements.userById, { userId }))
  const [credential] = await store.ask((statements) => ask(statements.credentialOf, { userId }))
  if (!user) return null
  const { id, name, email, isInstanceOwner, twoFactorEnabled } = user
  return { id, name, email, isInstanceOwner, hasSecondFactor: twoFactorEnabled, hasPassword: Boolean(credential?.password) }
}

function textOr(text: string | null): string | null {
  return text === '' ? null : text
}

/** Where a user is signed in, the last seen first. Session tokens never leave the server. */
export async function listSessions({ store, clock }: Accounts, { userId, sessionId }: UserPrincipal) {
  const rows = await store.ask((statements) => ask(statements.sessionsOf, { userId }))
  const idleSince = new Date(clock().getTime() - idleDays * 86_400_000)
  const alive = rows.filter(({ expiresAt, updatedAt }) => expiresAt > clock() && updatedAt > idleSince)
  return alive.map(({ id, expiresAt, createdAt, updatedAt, ipAddress, userAgent }) => ({
    id,
    isCurrent: id === sessionId,
    signedInAt: formatInstant(createdAt.getTime()),
    lastSeenAt: formatInstant(updatedAt.getTime()),
    expiresAt: formatInstant(expiresAt.getTime()),
    address: textOr(ipAddress),
    browser: textOr(userAgent),
  }))
}

/** @throws DomainError NOT_FOUND for a session that is not the user's own, exactly as for one that is not there */
export async function endSession({ store, changed }: Accounts, { userId }: UserPrincipal, id: string): Promise<void> {
  const ended = await store.write('accounts', (statements) => ask(statements.removeSession, { userId, id }))
  if (ended.length === 0) throw new DomainError('NOT_FOUND', 'There is no such session of yours. It may have ended already.')
  changed()
}

export async function endOtherSessions({ store, changed }: Accounts, { userId, sessionId }: UserPrincipal): Promise<void> {
  await store.write('accounts', (statements) => tell(statements.removeOtherSessions, { userId, keep: sessionId }))
  changed()
}

/** Checks what somebody has to give before the account is deleted. @throws DomainError VALIDATION */
export async function requireProof(
  { store, verify }: Accounts,
  { userId }: UserPrincipal,
  given: { readonly email: string; readonly password: string | null },
): Promise<void> {
  const [user] = await store.ask((statements) => ask(statements.userById, { userId }))
  const [credential] = await store.ask((statements) => ask(statements.credentialOf, { userId }))
  const refuse = (path: string, message: string) =>
    new DomainError('VALIDATION', `Nothing was deleted: what was given ${message}.`, { faults: [{ path, message }] })
  if (user?.email !== given.email.trim().toLowerCase()) throw refuse('email', 'is not your address')
  if (!credential?.password) return
  if (given.password !== null && (await verify({ hash: credential.password, password: given.password }))) return
  throw refuse('password', 'is not your password')
}
