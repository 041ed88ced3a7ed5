import { can, type Who } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import type { Principal } from '../access/principal.ts'
import { addressOf } from '../client-address.ts'
import { connectionOf } from '../connection.ts'
import type { Listening } from '../live/events.ts'
import { type Place, placeIn } from '../live/place.ts'
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

/** A browser sends the header by itself where it goes on with a stream; where a page opens a new one, only the address can say it. */
function lastSeenOf({ headers }: Request, after: string | null = null): Place | null {
  return placeIn(headers.get('last-event-id') ?? after)
}

type Asked = Pick<Services, 'identity'> & {
  readonly principal: Principal
  readonly who: Who
  readonly request: Request
  readonly networkId: string
}

/** Asks again by the same headers, so that an ended session, membership or token is noticed. */
function askAgain({ identity, request, networkId }: Pick<Asked, 'identity' | 'request' | 'networkId'>): () => Promise<boolean> {
  const again = new Request(request.url, { headers: request.headers })
  return async () => {
    const who = await identity.whoIn(await identity.principalOf(again), networkId)
    return who !== null && can(who.role, 'read')
  }
}

/** What a window says of itself in the address: its name, and the last event that it heard. */
type Query = { readonly client?: string | undefined; readonly after?: string | undefined }

/** Somebody who listens to a network. People who have signed in see each other; programs and onlookers do not see them. */
export function listeningOf(asked: Asked & { readonly query: Query }): Listening {
  const { principal, who, request, networkId, query } = asked
  return {
    ...keysOf(principal),
    address: addressOf(request),
    outgoing: connectionOf(request),
    networkId,
    isAllowed: askAgain(asked),
    lastSeen: lastSeenOf(request, query.after),
    clientId: query.client,
    seesPeople: principal.kind === 'user' && who.personId !== null,
    rooms: 'all',
  }
}

/** A window of a person who has signed in. @throws DomainError FORBIDDEN for a program, which is nowhere */
export function speakerOf(asked: Asked) {
  const { principal, who, networkId } = asked
  if (principal.kind === 'user' && who.personId !== null)
    return { ...keysOf(principal), networkId, personId: who.personId, isAllowed: askAgain(asked) }
  throw new DomainError('FORBIDDEN', 'Only a person who has signed in can be seen in a network.')
}

type LinkAsked = {
  readonly link: { readonly id: string; readonly networkId: string }
  readonly isAllowed: () => Promise<boolean>
  readonly headers: Readonly<Record<string, string>>
  /** the session of whose room it hears, too */
  readonly ritualId?: string
}

/** A link that listens: each one counts as a reader of its own, and sees nobody. */
export function linkListening(request: Request, { link, isAllowed, headers, ritualId }: LinkAsked): Listening {
  const { id, networkId } = link
  return {
    credential: `link ${id}`,
    reader: `link ${id} ${addressOf(request)}`,
    address: addressOf(request),
    outgoing: connectionOf(request),
    headers,
    networkId,
    isAllowed,
    lastSeen: lastSeenOf(request),
    ...(ritualId !== undefined && { rooms: { ritualId } }),
  }
}

export function tooManyStreams(): DomainError {
  return new DomainError('UNAVAILABLE', 'Too many windows are listening for changes. Close some of them, or try again in a moment.')
}
