import { type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { RoomBody } from '../../contract/room.ts'
import type { Who } from '../../domain/access.ts'
import type { Ritual } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import { todayIn } from '../../domain/own-nodes.ts'
import { decideAnswer } from '../../domain/ritual/answer.ts'
import { requireOpen } from '../../domain/ritual/phases.ts'
import { decideReveal, decideShare } from '../../domain/ritual/reveal.ts'
import type { Looking } from '../../domain/ritual/room.ts'
import { find, get, type Snapshot } from '../../domain/snapshot.ts'
import type { CommitContext, Committed, Store, WriteOptions } from '../store-contract.ts'
import { type RoomAt, readRoom, shownRoom } from './read-room.ts'

/** Somebody of the network in a room. */
export type Member = RoomAt & { readonly store: Store; readonly who: Who; readonly now: string }

/** What of a room is written, and the answer that follows from it. */
type Write = (at: { readonly snapshot: Snapshot; readonly ritual: Ritual; readonly statements: Statements }) => Steps<void>

/** The seat of a person is named after the person: whoever joins twice, from two windows or two processes, sits once. */
function lookingOf(snapshot: Snapshot, { who, now }: Pick<Member, 'who' | 'now'>): Looking {
  return { seatId: who.personId, personId: who.personId, day: todayIn(snapshot, now) }
}

function placeOf({ networkId, ritualId }: RoomAt): RoomAt {
  return { networkId, ritualId }
}

/** Writes in an open room, one after the other with every change of the network, and shows the room after it. */
function writeIn(member: Member, write: Write): Promise<RoomBody> {
  const at = placeOf(member)
  return member.store.within(at.networkId, function* (snapshot, statements) {
    const ritual = requireOpen(snapshot, at.ritualId)
    yield* write({ snapshot, ritual, statements })
    return shownRoom(snapshot, ritual, { room: yield* readRoom(statements, at), looking: lookingOf(snapshot, member) })
  })
}

/** The room as a member sees it. @throws DomainError NOT_FOUND */
export async function roomFor(member: Member): Promise<RoomBody> {
  const at = placeOf(member)
  const snapshot = await member.store.read(at.networkId)
  const ritual = get(snapshot, 'ritual', at.ritualId)
  const room = await member.store.ask((statements) => readRoom(statements, at))
  return shownRoom(snapshot, ritual, { room, looking: lookingOf(snapshot, member) })
}

/** Only people sit in a room: the command line is nobody. @throws DomainError FORBIDDEN */
function personIn({ personId }: Who): string {
  if (personId !== null) return personId
  throw new DomainError('FORBIDDEN', 'Only a person of the network takes part in a session.')
}

/** Takes a seat, or the own one for another node. @throws DomainError NOT_FOUND, RITUAL_OVER, UNKNOWN_REFERENCE */
export function takeSeat(member: Member, nodeId: string | null): Promise<RoomBody> {
  const personId = personIn(member.who)
  return writeIn(member, function* ({ snapshot, statements }) {
    if (nodeId !== null && !find(snapshot, 'node', nodeId))
      throw new DomainError('UNKNOWN_REFERENCE', 'There is no such node any more. Choose another one.', { entity: 'node', id: nodeId })
    const seat = { id: personId, personId, name: null, hash: null, nodeId, joinedAt: new Date(member.now), leftAt: null }
    yield* tell(statements.putSeat, { ...placeOf(member), ...seat })
  })
}

/** Leaves the room; what was answered stays. */
export function leaveSeat(member: Member): Promise<RoomBody> {
  const id = personIn(member.who)
  return writeIn(member, ({ statements }) => tell(statements.leaveSeat, { ...placeOf(member), id, now: new Date(member.now) }))
}

/** Answers a question under seal; null takes the answer back. @throws DomainError SEAT_MISSING, SEALED, FORBIDDEN, VALIDATION */
export function giveAnswer(member: Member, question: string, body: unknown): Promise<RoomBody> {
  const at = placeOf(member)
  const seatId = personIn(member.who)
  return writeIn(member, function* ({ snapshot, ritual, statements }) {
    const room = yield* readRoom(statements, at)
    const answer = decideAnswer(snapshot, ritual, { room, seatId, question, body, day: todayIn(snapshot, member.now) })
    const key = { ...at, question, seatId }
    if (answer === null) yield* tell(statements.removeSealed, key)
    else yield* tell(statements.putSealed, { ...key, body: answer.body, at: new Date(member.now) })
  })
}

type Opening = {
  readonly store: Store
  readonly ctx: CommitContext
  readonly ritualId: string
  readonly uuid: () => string
  readonly options: WriteOptions
}

function newTally(uuid: () => string): () => string {
  return () => `tally_${uuid()}`
}

/** Opens a question: what is sealed is read in the transaction that opens it, so an answer is either counted or refused. */
export function reveal({ store, ctx, ritualId, uuid, options }: Opening, question: string): Promise<Committed> {
  const read = (statements: Statements) => readRoom(statements, { networkId: ctx.networkId, ritualId })
  return store.commitWith(
    ctx,
    {
      name: 'ritual.reveal',
      read,
      decide: (snapshot, { who, now }, room) => decideReveal(snapshot, { ritualId, question, room }, { who, now, newId: newTally(uuid) }),
    },
    options,
  )
}

/** Lets statements leave the team as counts. */
export function shareTallies({ store, ctx, ritualId, uuid, options }: Opening, keys: readonly string[]): Promise<Committed> {
  const read = (statements: Statements) => readRoom(statements, { networkId: ctx.networkId, ritualId })
  return store.commitWith(
    ctx,
    {
      name: 'ritual.share',
      read,
      decide: (snapshot, { who, now }, room) => decideShare(snapshot, { ritualId, keys, room }, { who, now, newId: newTally(uuid) }),
    },
    options,
  )
}
