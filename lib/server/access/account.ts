import { ask } from '../../../db/query.ts'
import { DomainError } from '../../domain/error.ts'
import type { Store } from '../store-contract.ts'
import type { Principal } from './principal.ts'

/** An account, as far as networks have to know it. */
export type Account = { readonly id: string; readonly name: string; readonly email: string }

/** The account behind a principal; null for strangers and for the program itself. */
export async function accountOf(store: Pick<Store, 'ask'>, principal: Principal): Promise<Account | null> {
  if (principal.kind !== 'user' && principal.kind !== 'token') return null
  const [row] = await store.ask((statements) => ask(statements.userById, { userId: principal.userId }))
  return row ? { id: row.id, name: row.name, email: row.email } : null
}

/** The account of somebody who signed in. @throws DomainError FORBIDDEN for a program */
export async function requireAccount(store: Pick<Store, 'ask'>, principal: Principal): Promise<Account> {
  const account = await accountOf(store, principal)
  if (account) return account
  throw new DomainError('FORBIDDEN', 'The command line has no account. Sign in and do it yourself.')
}

/** Who is noted as the maker of a link or an invitation. */
export function userIdOf(principal: Principal): string {
  return principal.kind === 'user' || principal.kind === 'token' ? principal.userId : principal.kind
}

/** The name of an account; empty where it is gone, or was the command line. */
export async function nameOfUser(store: Pick<Store, 'ask'>, userId: string): Promise<string> {
  const [row] = await store.ask((statements) => ask(statements.userById, { userId }))
  return row?.name ?? ''
}
