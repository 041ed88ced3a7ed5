import { createHmac, timingSafeEqual } from 'node:crypto'
import { ask, tell } from '../../../db/query.ts'
import type { Principal } from '../access/principal.ts'
import { hashOf } from '../access/secret.ts'
import type { Store } from '../store-contract.ts'

const dayMs = 86_400_000

/** A session ends after so long without a request, and in any case after so long. */
export const idleDays = 14
export const absoluteDays = 90

/** How long a session may be believed without asking the database: another process may have ended it meanwhile. */
const freshMs = 1_000
const mostKnown = 10_000

/** How often the last use of a session is written down. */
const touchMs = 3_600_000

export type UserPrincipal = Extract<Principal, { readonly kind: 'user' }>

export type Sessions = {
  /** the user of a request's session cookie; null where it holds none that is alive */
  readonly userOf: (request: Request) => Promise<UserPrincipal | null>
  /** forgets what is believed, because a session or a user has changed */
  readonly forget: () => void
}

/** The value of a cookie as it was set; null where the request has none. */
export function cookieOf(headers: Headers, name: string): string | null {
  const pair = (headers.get('cookie') ?? '').split(';').find((each) => each.trimStart().startsWith(`${name}=`))
  if (!pair) return null
  try {
    return decodeURIComponent(pair.slice(pair.indexOf('=') + 1).trim())
  } catch {
    return null
  }
}

/** The session token that a cookie carries, if this server signed it: `TOKEN.SIGNATURE`, HMAC-SHA-256 in base64. */
function tokenIn(cookie: string, secret: string): string | null {
  const at = cookie.lastIndexOf('.')
  const token = cookie.slice(0, Math.max(at, 0))
  const given = Buffer.from(cookie.slice(at + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return token !== '' && given.length === right.length && timingSafeEqual(given, right) ? token : null
}

type Around = { readonly store: Pick<Store, 'ask' | 'write'>; readonly secret: string; readonly cookieName: string; readonly clock: () => Date }

async function readSession({ store, clock }: Around, token: string): Promise<UserPrincipal | null> {
  const [row] = await store.ask((statements) => ask(statements.sessionByToken, { token: hashOf(token) }))
  const now = clock()
  if (!row || row.disabledAt !== null || row.expiresAt <= now) return null
  const idleMs = now.getTime() - row.updatedAt.getTime()
  if (idleMs > idleDays * dayMs || now.getTime() - row.createdAt.getTime() > absoluteDays * dayMs) return null
  // Only the idle limit and the list of sessions show it: what fails now is written at the next request.
  if (idleMs > touchMs) void store.write('accounts', (statements) => tell(statements.touchSession, { id: row.id, now })).catch(() => undefined)
  return { kind: 'user', userId: row.userId, sessionId: row.id, isInstanceOwner: row.isInstanceOwner }
}

/** Knows signed-in users by their cookie. */
export function makeSessions(around: Around): Sessions {
  const known = new Map<string, { readonly since: number; readonly user: Promise<UserPrincipal | null> }>()
  return {
    userOf: async ({ headers }) => {
      const cookie = cookieOf(headers, around.cookieName)
      const token = cookie && tokenIn(cookie, around.secret)
      if (!token) return null
      const found = known.get(token)
      if (found && performance.now() - found.since < freshMs) return found.user
      if (known.size >= mostKnown) known.clear()
      const fresh = { since: performance.now(), user: readSession(around, token) }
      known.set(token, fresh)
      fresh.user.catch(() => known.get(token) === fresh && known.delete(token))
      return fresh.user
    },
    forget: () => known.clear(),
  }
}
