import type { Identity } from '../access/identity.ts'
import type { Principal } from '../access/principal.ts'
import { type LocalSecret, localHeader } from './local-secret.ts'
import type { Sessions } from './sessions.ts'

const anonymous: Principal = { kind: 'anonymous' }

type Doors = {
  readonly sessions: Sessions
  readonly local: Pick<LocalSecret, 'isRight'>
  readonly principalOfToken: (text: string) => Promise<Principal>
  readonly whoIn: Identity['whoIn']
}

/** The text of a bearer token; null where the header holds none. */
function bearerOf(header: string): string {
  return /^bearer +(\S+)$/i.exec(header)?.[1] ?? ''
}

/**
 * Tells who asks, by the first of these that a request has: the secret of this machine, a token, a session. One that is given and wrong is
 * nobody; it never falls back to the next.
 */
export function openRealIdentity({ sessions, local, principalOfToken, whoIn }: Doors): Identity {
  return {
    whoIn,
    principalOf: async (request) => {
      const secret = request.headers.get(localHeader)
      if (secret !== null) return local.isRight(secret) ? { kind: 'local' } : anonymous
      const authorization = request.headers.get('authorization')
      if (authorization !== null) return principalOfToken(bearerOf(authorization))
      return (await sessions.userOf(request)) ?? anonymous
    },
  }
}
