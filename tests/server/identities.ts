import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { ask, tell } from '../../db/query.ts'
import type { Participation } from '../../lib/domain/entity.ts'
import type { Role } from '../../lib/domain/vocabulary.ts'
import { type Access, openAccess } from '../../lib/server/access/access.ts'
import type { Identity } from '../../lib/server/access/identity.ts'
import { join } from '../../lib/server/access/join.ts'
import type { Principal, TokenScope } from '../../lib/server/access/principal.ts'
import { hashOf, newToken } from '../../lib/server/access/secret.ts'
import type { Store } from '../../lib/server/store.ts'

/** Somebody with an account, signed in. */
export type Actor = {
  readonly userId: string
  readonly name: string
  readonly email: string
  /** what their browser sends */
  readonly headers: Readonly<Record<string, string>>
  readonly signOut: () => void
}

type Place = { readonly nodeId: string; readonly tier: Participation['tier'] }

/** Makes people of every kind on a server, and tells who a request of theirs comes from. Sessions are the kit's own; all else is the real thing. */
export type Identities = {
  readonly identity: Identity
  readonly access: Access
  readonly user: (options?: { readonly name?: string; readonly isInstanceOwner?: boolean }) => Promise<Actor>
  /** makes somebody a member. @returns the id of their person */
  readonly join: (actor: Actor, networkId: string, role: Role, place?: Place) => Promise<string>
  /** the headers that a program with a new token sends, and the token */
  readonly token: (actor: Actor, networkId: string, scope: TokenScope, expiresAt?: Date) => Promise<TokenOfTest>
}

export type TokenOfTest = {
  readonly id: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly revoke: () => Promise<void>
}

const cookieName = 'weft_test_session'

function sessionIn({ headers }: Request): string | null {
  return new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(headers.get('cookie') ?? '')?.[1] ?? null
}

/** @param clock the instant of the server, where a test has its own */
export function identitiesOn(store: Store, clock: () => Date = () => new Date('2027-02-10T09:00:00Z')): Identities {
  const access = openAccess(store, clock)
  const userBySession = new Map<string, string>()
  const principalOf = async (request: Request): Promise<Principal> => {
    const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    if (bearer) return access.principalOfToken(bearer)
    const sessionId = sessionIn(request)
    const userId = userBySession.get(sessionId ?? '')
    if (!userId || !sessionId) return { kind: 'anonymous' }
    const [row] = await store.ask((statements) => ask(statements.userById, { userId }))
    return row ? { kind: 'user', userId, sessionId, isInstanceOwner: row.isInstanceOwner } : { kind: 'anonymous' }
  }
  return {
    access,
    identity: { principalOf, whoIn: access.whoIn },
    user: async ({ name = 'Ana', isInstanceOwner = false } = {}) => {
      const [userId, sessionId] = [`user_${randomUUID()}`, randomUUID()]
      const email = `${userId}@example.org`
      const now = clock()
      const row = {
        id: userId,
        name,
        email,
        emailVerified: true,
        twoFactorEnabled: false,
        isInstanceOwner,
        disabledAt: null,
        createdAt: now,
        updatedAt: now,
      }
      await store.write('accounts', (statements) => tell(statements.insertUser, row))
      userBySession.set(sessionId, userId)
      const signOut = () => {
        userBySession.delete(sessionId)
        access.changed()
      }
      return { userId, name, email, headers: { cookie: `${cookieName}=${sessionId}`, origin: 'http://localhost' }, signOut }
    },
    join: ({ userId: id, name, email }, networkId, role, place) =>
      join({ store, access, uuid: v7, now: clock().toISOString() }, { networkId, account: { id, name, email }, role, participation: place ?? null }),
    token: async ({ userId }, networkId, scope, expiresAt = new Date(clock().getTime() + 86_400_000)) => {
      const [id, text] = [`token_${randomUUID()}`, newToken()]
      const row = { id, networkId, userId, name: 'Test', hash: hashOf(text), hint: text.slice(-4), scope, createdAt: clock(), expiresAt }
      await store.write(networkId, (statements) => tell(statements.insertApiToken, { ...row, lastUsedAt: null, revokedAt: null }))
      const revoke = () => store.write(networkId, (statements) => tell(statements.revokeApiToken, { networkId, id, revokedAt: clock() }))
      return { id, text, headers: { authorization: `Bearer ${text}` }, revoke }
    },
  }
}
