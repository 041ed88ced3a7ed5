import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { GuestRoomBody } from '../../contract/guest.ts'
import type { Ritual } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import { todayIn } from '../../domain/own-nodes.ts'
import { decideAnswer } from '../../domain/ritual/answer.ts'
import { type Looking, nameOfSeat, type Room, seenQuestions } from '../../domain/ritual/room.ts'
import { find, get, type Snapshot } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import { hashOf, isLinkSecret, newLinkSecret } from '../access/secret.ts'
import type { Store } from '../store-contract.ts'
import { type RoomAt, readRoom } from './read-room.ts'

/** So many guests one room takes: a link that went round cannot fill the database. */
const mostGuests = 200

/** A link that lets guests in now. */
export type OpenDoor = RoomAt & { readonly id: string; readonly expiresAt: Date }

/** The room that a secret opens to guests; null where it opens none now. Whether the session is over is told inside. */
export async function doorOf(store: Pick<Store, 'ask'>, secret: string, now: Date): Promise<OpenDoor | null> {
  if (!isLinkSecret(secret)) return null
  const [row] = await store.ask((statements) => ask(statements.guestLinkByHash, { hash: hashOf(secret) }))
  if (!row || row.revokedAt !== null || row.expiresAt <= now) return null
  return { id: row.id, networkId: row.networkId, ritualId: row.ritualId, expiresAt: row.expiresAt }
}

/** A guest at the door: the secret of the seat, where there is one already. */
export type Visit = { readonly store: Store; readonly door: OpenDoor; readonly seatSecret: string | null; readonly now: string }

function placeOf({ door: { networkId, ritualId } }: Visit): RoomAt {
  return { networkId, ritualId }
}

/** The seat of a guest by its secret, if it is one of this room. */
function* ownSeat(statements: Statements, visit: Visit): Steps<string | null> {
  if (visit.seatSecret === null || !isLinkSecret(visit.seatSecret)) return null
  const { networkId, ritualId } = placeOf(visit)
  const [seat] = yield* ask(statements.seatByHash, { hash: hashOf(visit.seatSecret) })
  return seat && seat.networkId === networkId && seat.ritualId === ritualId ? seat.id : null
}

const endings = {
  closed: 'It is finished. Thank you for taking part: there is nothing more to do.',
  cancelled: 'It was called off. Nothing of it was kept.',
} as const

/** The session that a guest's link opens, as long as it lasts. @throws DomainError SESSION_ENDED, which says how, and nothing of what was answered */
function requireLasting(snapshot: Snapshot, ritualId: string): Ritual {
  const ritual = get(snapshot, 'ritual', ritualId)
  if (ritual.state === 'open') return ritual
  throw new DomainError('SESSION_ENDED', endings[ritual.state])
}

/** What a guest sees: no name and no seat of anybody else, and of the network only what the check is called. */
function shownToGuest(
  snapshot: Snapshot,
  { room, ritual, seatId, expiresAt }: { room: Room; ritual: Ritual; seatId: string | null; expiresAt: Date },
) {
  const looking: Looking = { seatId, personId: null, day: '' }
  const seat = room.seats.find(({ id }) => id === seatId)
  const { id, title, kind, phase, state } = ritual
  return {
    ritual: { id, title, kind, phase, state },
    nodeName: find(snapshot, 'node', ritual.nodeId)?.name ?? null,
    here: room.seats.filter(({ leftAt }) => leftAt === null).length,
    me: seat ? { id: seat.id, name: nameOfSeat(snapshot, seat) } : null,
    questions: seenQuestions(snapshot, ritual, room, looking).map((seen) => ({
      ...seen,
      answered: seen.answered.length,
      open: seen.open?.map(({ body }) => ({ seatId: null, nodeId: null, body })) ?? null,
    })),
    expiresAt: formatInstant(expiresAt.getTime()),
  } satisfies GuestRoomBody
}

/** The room as a guest sees it. @throws DomainError SESSION_ENDED */
export async function roomForGuest(visit: Visit): Promise<GuestRoomBody> {
  const at = placeOf(visit)
  const snapshot = await visit.store.read(at.networkId)
  const ritual = requireLasting(snapshot, at.ritualId)
  return visit.store.ask(function* (statements) {
    const seatId = yield* ownSeat(statements, visit)
    return shownToGuest(snapshot, { room: yield* readRoom(statements, at), ritual, seatId, expiresAt: visit.door.expiresAt })
  })
}

type Writing = {
  readonly snapshot: Snapshot
  readonly ritual: Ritual
  readonly statements: Statements
  readonly room: Room
  readonly seatId: string | null
}

/** Writes in an open room as a guest. @returns the seat that the guest has after it */
function writeAsGuest(visit: Visit, write: (writing: Writing) => Steps<string | null>): Promise<GuestRoomBody> {
  const at = placeOf(visit)
  return visit.store.within(at.networkId, function* (snapshot, statements) {
    const ritual = requireLasting(snapshot, at.ritualId)
    const room = yield* readRoom(statements, at)
    const seatId = yield* write({ snapshot, ritual, statements, room, seatId: yield* ownSeat(statements, visit) })
    return shownToGuest(snapshot, { room: yield* readRoom(statements, at), ritual, seatId, expiresAt: visit.door.expiresAt })
  })
}

function refuseCrowd({ seats }: Room): void {
  if (seats.filter(({ personId }) => personId === null).length < mostGuests) return
  throw new DomainError('TOO_MANY_REQUESTS', `There are ${mostGuests} guests in this room already. Ask who leads the session.`)
}

/**
 * Takes a seat as a guest, or gives the own one another name.
 *
 * @returns the room, and the secret of the seat, of which only the hash is kept
 * @throws DomainError SESSION_ENDED, TOO_MANY_REQUESTS
 */
export async function takeGuestSeat(visit: Visit, { name, id }: { readonly name: string; readonly id: string }) {
  const fresh = newLinkSecret()
  let secret = fresh
  const room = await writeAsGuest(visit, function* ({ statements, room: before, seatId }) {
    const at = placeOf(visit)
    if (seatId !== null) {
      secret = visit.seatSecret ?? fresh
      yield* tell(statements.nameSeat, { ...at, id: seatId, name: name || null })
      return seatId
    }
    secret = fresh
    refuseCrowd(before)
    const seat = { id, personId: null, name: name || null, hash: hashOf(fresh), nodeId: null, joinedAt: new Date(visit.now), leftAt: null }
    yield* tell(statements.putSeat, { ...at, ...seat })
    return id
  })
  return { secret, room }
}

/** Answers a question under seal as a guest. @throws DomainError SESSION_ENDED, SEAT_MISSING, SEALED, VALIDATION, NOT_FOUND */
export function answerAsGuest(visit: Visit, question: string, body: unknown): Promise<GuestRoomBody> {
  return writeAsGuest(visit, function* ({ snapshot, ritual, statements, room, seatId }) {
    const day = todayIn(snapshot, visit.now)
    const answer = decideAnswer(snapshot, ritual, { room, seatId, question, body, day })
    const key = { ...placeOf(visit), question, seatId }
    if (answer === null) yield* tell(statements.removeSealed, key)
    else yield* tell(statements.putSealed, { ...key, body: answer.body, at: new Date(visit.now) })
    return seatId
  })
}
