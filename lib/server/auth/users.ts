import { v7 } from 'uuid'
import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'

/** How the account library marks an account that signs in by password. */
const credential = 'credential'

export type NewUser = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  /** digest of the password; null for a user who signs in elsewhere */
  readonly password: string | null
  readonly isInstanceOwner: boolean
}

/** An e-mail address as it is kept and compared. */
export function sameEmail(email: string): string {
  return email.trim().toLowerCase()
}

export function newUserId(): string {
  return `user_${v7()}`
}

function* addCredential(statements: Statements, { userId, password, now }: { userId: string; password: string; now: Date }): Steps<void> {
  const account = { id: `account_${v7()}`, accountId: userId, providerId: credential, userId, password, createdAt: now, updatedAt: now }
  yield* tell(statements.insertAccount, account)
}

/** A new user, in the transaction of the caller. */
export function* addUser(statements: Statements, { password, ...user }: NewUser, now: Date): Steps<void> {
  yield* tell(statements.insertUser, { ...user, twoFactorEnabled: false, disabledAt: null, createdAt: now, updatedAt: now })
  if (password !== null) yield* addCredential(statements, { userId: user.id, password, now })
}

/** Gives a user a password, the first or another one, in the transaction of the caller. */
export function* putPassword(statements: Statements, userId: string, { password, now }: { password: string; now: Date }): Steps<void> {
  const [account] = yield* ask(statements.credentialOf, { userId })
  if (account) yield* tell(statements.setPassword, { userId, password, now })
  else yield* addCredential(statements, { userId, password, now })
}
