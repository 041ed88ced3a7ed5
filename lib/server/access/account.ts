import { ask } from '../../../db/query.ts'
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
