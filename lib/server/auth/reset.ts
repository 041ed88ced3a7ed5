import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import type { Accounts } from './accounts.ts'
import { requireGoodPassword } from './passwords.ts'
import { digestOf } from './setup.ts'
import { putPassword, sameEmail } from './users.ts'

/** How a link gets to its user, and how long it works then. One that came by mail proves whose the address is. */
const lifeMs = { mailed: 3_600_000, handed: 86_400_000 } as const
type Way = keyof typeof lifeMs

function identifierOf(way: Way, token: string): string {
  return `reset:${way}:${digestOf(token)}`
}

export type ResetLink = { readonly path: string; readonly expiresAt: Date }

/** Makes a link by which a user sets a new password; the ones before it end. */
export function* makeResetLink(statements: Statements, userId: string, { now, way }: { now: Date; way: Way }): Steps<ResetLink> {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(now.getTime() + lifeMs[way])
  yield* tell(statements.removeTokensOf, { value: userId, pattern: 'reset:%' })
  const row = { id: `verification_${v7()}`, identifier: identifierOf(way, token), value: userId, expiresAt, createdAt: now, updatedAt: now }
  yield* tell(statements.insertToken, row)
  return { path: `/reset/${token}`, expiresAt }
}

function over(): DomainError {
  return new DomainError('LINK_OVER', 'This link does not work any more. Ask for a new one on the sign-in page.')
}

type Found = { readonly userId: string; readonly identifier: string; readonly way: Way }

/** @throws DomainError LINK_OVER */
async function findLink({ store, clock }: Accounts, token: string): Promise<Found> {
  for (const way of ['mailed', 'handed'] as const) {
    const identifier = identifierOf(way, token)
    const [row] = await store.ask((statements) => ask(statements.findToken, { identifier }))
    if (row && row.expiresAt > clock()) return { userId: row.value, identifier, way }
  }
  throw over()
}

/** Uses a link up and sets the password, in one transaction; all sessions of the account end with it. */
function* useLink(statements: Statements, { userId, identifier, way }: Found, { digest, now }: { digest: string; now: Date }): Steps<void> {
  const taken = yield* ask(statements.takeToken, { identifier })
  if (taken.length === 0) throw over()
  yield* putPassword(statements, userId, { password: digest, now })
  if (way === 'mailed') yield* tell(statements.verifyEmail, { userId, yes: true })
  yield* tell(statements.removeSessionsOf, { userId })
}

/**
 * Sets the password of a link's user and ends all sessions of the account.
 *
 * @returns the address to sign in with
 * @throws DomainError LINK_OVER; VALIDATION where the password is no good, which leaves the link as it is
 */
export async function resetPassword(accounts: Accounts, { token, password }: { token: string; password: string }): Promise<string> {
  const { store, hash, clock, changed } = accounts
  const found = await findLink(accounts, token)
  const [user] = await store.ask((statements) => ask(statements.userById, { userId: found.userId }))
  if (!user) throw over()
  requireGoodPassword(password, 'password', [user.name, user.email])
  const digest = await hash(password)
  await store.write('accounts', (statements) => useLink(statements, found, { digest, now: clock() }))
  changed()
  return user.email
}

/** Mails a link to whom the address belongs, if that is somebody who may sign in. It takes as long whether or not it is: nothing is awaited. */
export async function mailResetLink({ store, clock, origin, mail }: Accounts, address: string): Promise<void> {
  const [user] = await store.ask((statements) => ask(statements.userByEmail, { email: sameEmail(address) }))
  if (!user || user.disabledAt !== null || !mail) return
  const { path } = await store.write('accounts', (statements) => makeResetLink(statements, user.id, { now: clock(), way: 'mailed' }))
  const text = `Hello ${user.name},\n\nsomebody asked for a new password of your account at Weft. Set it here, within an hour:\n\n${origin}${path}\n\nIf it was not you, do nothing: your password stays as it is.\n`
  await mail.send({ to: user.email, subject: 'A new password for Weft', text })
}
