import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import type { Accounts } from './accounts.ts'
import { requireGoodPassword } from './passwords.ts'
import { digestOf } from './setup.ts'
import { putPassword, sameEmail } from './users.ts'

const prefix = 'reset:'
const dayMs = 86_400_000

/** How long a link works that is mailed, and one that somebody hands over. */
export const resetLifeMs = { mailed: 3_600_000, handed: dayMs } as const

export type ResetLink = { readonly path: string; readonly expiresAt: Date }

/** Makes a link by which a user sets a new password; the ones before it end. */
export function* makeResetLink(statements: Statements, userId: string, { now, lifeMs }: { now: Date; lifeMs: number }): Steps<ResetLink> {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(now.getTime() + lifeMs)
  yield* tell(statements.removeTokensOf, { value: userId, pattern: `${prefix}%` })
  const row = { id: `verification_${v7()}`, identifier: prefix + digestOf(token), value: userId, expiresAt, createdAt: now, updatedAt: now }
  yield* tell(statements.insertToken, row)
  return { path: `/sign-in?reset=${token}`, expiresAt }
}

function over(): DomainError {
  return new DomainError('LINK_OVER', 'This link does not work any more. Ask for a new one on the sign-in page.')
}

/**
 * Sets the password of a link's user and ends all sessions of the account. The link is used up with it, in one transaction.
 *
 * @returns the address to sign in with
 * @throws DomainError LINK_OVER; VALIDATION where the password is no good, which leaves the link as it is
 */
export async function resetPassword(
  { store, hash, clock, changed }: Accounts,
  { token, password }: { token: string; password: string },
): Promise<string> {
  const identifier = prefix + digestOf(token)
  const [row] = await store.ask((statements) => ask(statements.findToken, { identifier }))
  if (!row || row.expiresAt <= clock()) throw over()
  const userId = row.value
  const [user] = await store.ask((statements) => ask(statements.userById, { userId }))
  if (!user) throw over()
  requireGoodPassword(password, 'password', [user.name, user.email])
  const digest = await hash(password)
  await store.write('accounts', function* (statements) {
    const taken = yield* ask(statements.takeToken, { identifier })
    if (taken.length === 0) throw over()
    yield* putPassword(statements, userId, { password: digest, now: clock() })
    yield* tell(statements.removeSessionsOf, { userId })
  })
  changed()
  return user.email
}

/** Mails a link to whom the address belongs, if that is somebody who may sign in. It takes as long whether or not it is: nothing is awaited. */
export async function mailResetLink({ store, clock, origin, mail }: Accounts, address: string): Promise<void> {
  const [user] = await store.ask((statements) => ask(statements.userByEmail, { email: sameEmail(address) }))
  if (!user || user.disabledAt !== null || !mail) return
  const { path } = await store.write('accounts', (statements) => makeResetLink(statements, user.id, { now: clock(), lifeMs: resetLifeMs.mailed }))
  const text = `Hello ${user.name},\n\nsomebody asked for a new password of your account at Weft. Set it here, within an hour:\n\n${origin}${path}\n\nIf it was not you, do nothing: your password stays as it is.\n`
  await mail.send({ to: user.email, subject: 'A new password for Weft', text })
}
