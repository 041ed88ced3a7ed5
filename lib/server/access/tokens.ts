import { ask, tell } from '../../../db/query.ts'
import type { Store } from '../store-contract.ts'
import { type Principal, type TokenScope, tokenScopes } from './principal.ts'
import { hashOf, isToken } from './secret.ts'

/** How often the last use of a token is written down. */
const lastUseMs = 60_000

const anonymous: Principal = { kind: 'anonymous' }

function scopeOf(text: string): TokenScope {
  return tokenScopes.find((scope) => scope === text) ?? 'read'
}

export type TokenDoor = {
  /** Who a token stands for. One that is unknown, mistyped, expired or revoked stands for nobody. */
  readonly principalOf: (token: string) => Promise<Principal>
}

/** Knows tokens again by their hash. */
export function openTokenDoor(store: Pick<Store, 'ask' | 'write'>, clock: () => Date): TokenDoor {
  const touch = (id: string, now: Date) =>
    // Only the list of tokens shows it: what fails now is written at the next use.
    void store.write(`token ${id}`, (statements) => tell(statements.touchApiToken, { id, lastUsedAt: now })).catch(() => undefined)
  return {
    principalOf: async (token) => {
      if (!isToken(token)) return anonymous
      const [row] = await store.ask((statements) => ask(statements.apiTokenByHash, { hash: hashOf(token) }))
      const now = clock()
      if (!row || row.revokedAt !== null || row.disabledAt !== null || row.expiresAt <= now) return anonymous
      if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= lastUseMs) touch(row.id, now)
      return { kind: 'token', tokenId: row.id, userId: row.userId, networkId: row.networkId, scope: scopeOf(row.scope) }
    },
  }
}
