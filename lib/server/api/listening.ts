import { can } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import type { Principal } from '../access/principal.ts'
import { addressOf } from '../client-address.ts'
import type { Listening } from '../live/events.ts'
import type { Services } from './context.ts'

/** By what somebody listens, and who that is: one person may have several sessions. */
function keysOf(principal: Principal): { readonly credential: string; readonly reader: string } {
  switch (principal.kind) {
    case 'user':
      return { credential: `session ${principal.sessionId}`, reader: principal.userId }
    case 'token':
      return { credential: `token ${principal.tokenId}`, reader: principal.userId }
    default:
      return { credential: principal.kind, reader: principal.kind }
  }
}

function lastSeenOf({ headers }: Request): number | null {
  const text = headers.get('last-event-id') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

type Asked = Pick<Services, 'identity'> & { readonly principal: Principal; readonly request: Request; readonly networkId: string }

/** Somebody who listens to a network: asked again by the same headers, so that an ended session, membership or token ends the stream. */
export function listeningOf({ identity, principal, request, networkId }: Asked): Listening {
  const again = new Request(request.url, { headers: request.headers })
  const isAllowed = async () => {
    const who = await identity.whoIn(await identity.principalOf(again), networkId)
    return who !== null && can(who.role, 'read')
  }
  return { ...keysOf(principal), address: addressOf(request), networkId, isAllowed, lastSeen: lastSeenOf(request) }
}

/** A link that listens: each one counts as a reader of its own. */
export function linkListening(
  request: Request,
  link: { readonly id: string; readonly networkId: string },
  isAllowed: () => Promise<boolean>,
): Listening {
  const { id, networkId } = link
  return {
    credential: `link ${id}`,
    reader: `link ${id} ${addressOf(request)}`,
    address: addressOf(request),
    networkId,
    isAllowed,
    lastSeen: lastSeenOf(request),
  }
}

export function tooManyStreams(): DomainError {
  return new DomainError('UNAVAILABLE', 'Too many windows are listening for changes. Close some of them, or try again in a moment.')
}
