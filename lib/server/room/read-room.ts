import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { RoomBody } from '../../contract/room.ts'
import type { Ritual } from '../../domain/entity.ts'
import { type Looking, nameOfSeat, type Room, type Seat, seenQuestions } from '../../domain/ritual/room.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'

/** Where a room is. */
export type RoomAt = { readonly networkId: string; readonly ritualId: string }

type SeatRow = Omit<Seat, 'joinedAt' | 'leftAt'> & { readonly joinedAt: Date; readonly leftAt: Date | null }

/** A row as the domain knows it. */
export function seatOf({ id, personId, name, nodeId, joinedAt, leftAt }: SeatRow): Seat {
  const left = leftAt && formatInstant(leftAt.getTime())
  return { id, personId, name, nodeId, joinedAt: formatInstant(joinedAt.getTime()), leftAt: left }
}

/** Who sits in a room, and everything that is sealed in it: for the domain to decide who may see what. */
export function* readRoom(statements: Statements, at: RoomAt): Steps<Room> {
  const seats = yield* ask(statements.seatsOf, at)
  const sealed = yield* ask(statements.sealedOf, at)
  return {
    seats: seats.map(seatOf),
    sealed: sealed.map(({ question, seatId, body, at: given }) => ({ question, seatId, body, at: formatInstant(given.getTime()) })),
  }
}

/** A room as somebody may see it. */
export function shownRoom(snapshot: Snapshot, ritual: Ritual, { room, looking }: { readonly room: Room; readonly looking: Looking }): RoomBody {
  const me = room.seats.find(({ id, leftAt }) => id === looking.seatId && leftAt === null)
  const seats = room.seats.map((seat) => {
    const { id, personId, nodeId, leftAt } = seat
    return { id, personId, name: nameOfSeat(snapshot, seat), nodeId, isGuest: personId === null, isHere: leftAt === null }
  })
  return { seats, me: me?.id ?? null, questions: seenQuestions(snapshot, ritual, room, looking) }
}
