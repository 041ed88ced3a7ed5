import { ask, tell } from '../../../db/query.ts'
import type { ApiToken } from '../../contract/tokens.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Store } from '../store-contract.ts'
import type { Access } from './access.ts'
import { type TokenScope, tokenScopes } from './principal.ts'
import { hashOf, newToken } from './secret.ts'

const dayMs = 86_400_000

type TokenRow = {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly hint: string
  readonly scope: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

function textOf(instant: Date | null): string | null {
  return instant && formatInstant(instant.getTime())
}

function shown({ id, name, hint, scope, createdAt, expiresAt, lastUsedAt, revokedAt }: TokenRow, personId: string | null): ApiToken {
  return {
    ...{ id, name, hint, personId },
    scope: tokenScopes.find((each) => each === scope) ?? 'read',
    createdAt: formatInstant(createdAt.getTime()),
    expiresAt: formatInstant(expiresAt.getTime()),
    lastUsedAt: textOf(lastUsedAt),
    revokedAt: textOf(revokedAt),
  }
}

type Around = { readonly store: Pick<Store, 'ask'>; readonly access: Access }

/** All tokens of a network, oldest first, with the account of each. */
export async function listTokens({ store, access }: Around, networkId: string) {
  const rows = await store.ask((statements) => ask(statements.apiTokensOf, { networkId }))
  const { byUser } = await access.memberships.of(networkId)
  return rows.map((row) => ({ userId: row.userId, item: shown(row, byUser.get(row.userId)?.personId ?? null) }))
}

type Making = {
  readonly store: Pick<Store, 'write'>
  readonly networkId: string
  readonly userId: string
  readonly personId: string | null
  readonly id: string
  readonly now: string
}

/** Makes a token. @returns it, and its text, which nobody can read again */
export async function makeToken(
  { store, networkId, userId, personId, id, now }: Making,
  { name, scope, days }: { readonly name: string; readonly scope: TokenScope; readonly days: number },
) {
  const token = newToken()
  const createdAt = new Date(now)
  const expiresAt = new Date(createdAt.getTime() + days * dayMs)
  const row = { id, userId, name, scope, hint: token.slice(-4), createdAt, expiresAt, lastUsedAt: null, revokedAt: null }
  await store.write(networkId, (statements) => tell(statements.insertApiToken, { ...row, networkId, hash: hashOf(token) }))
  return { item: shown(row, personId), token }
}

/** Ends a token at once; one that has ended keeps its first end. */
export function revokeToken(store: Pick<Store, 'write'>, at: { readonly networkId: string; readonly id: string }, now: string): Promise<void> {
  return store.write(at.networkId, (statements) => tell(statements.revokeApiToken, { ...at, revokedAt: new Date(now) }))
}
