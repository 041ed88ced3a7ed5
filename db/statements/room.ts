import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, placeholders, typed, value } from './builder.ts'

function seatStatements(db: Builder, { seat }: Tables) {
  const all = getTableColumns(seat)
  const { networkId, ritualId, id, personId, name, hash, joinedAt, leftAt } = seat
  const here = and(eq(networkId, value('networkId')), eq(ritualId, value('ritualId')))
  const one = and(here, eq(id, value('id')))
  return {
    /** takes a seat, or takes the own one again */
    putSeat: compile(
      db
        .insert(seat)
        .values(placeholders(all))
        .onConflictDoUpdate({ target: [networkId, ritualId, id], set: { nodeId: sql`${value('nodeId')}`, leftAt: sql`null` } }),
    ),
    seatsOf: compileSelect(db.select(all).from(seat).where(here).orderBy(asc(joinedAt), asc(id)), all),
    seatByHash: compileSelect(
      db
        .select(all)
        .from(seat)
        .where(eq(hash, value('hash'))),
      all,
    ),
    nameSeat: compile(db.update(seat).set(placeholders({ name })).where(one)),
    leaveSeat: compile(
      db
        .update(seat)
        .set({ leftAt: typed(leftAt, 'now') })
        .where(and(one, isNull(leftAt))),
    ),
    seatsOfPerson: compileSelect(
      db
        .select({ ritualId, nodeId: seat.nodeId, joinedAt, leftAt })
        .from(seat)
        .where(and(eq(networkId, value('networkId')), eq(personId, value('personId'))))
        .orderBy(asc(joinedAt), asc(ritualId)),
      { ritualId, nodeId: seat.nodeId, joinedAt, leftAt },
    ),
    removeSeatsIn: compile(db.delete(seat).where(here)),
    removeSeatsOf: compile(db.delete(seat).where(and(eq(networkId, value('networkId')), eq(personId, value('personId'))))),
    removeSeats: compile(db.delete(seat).where(eq(networkId, value('networkId')))),
  }
}

function sealedStatements(db: Builder, { sealed, seat }: Tables) {
  const all = getTableColumns(sealed)
  const { networkId, ritualId, question, seatId, body, at } = sealed
  const here = and(eq(networkId, value('networkId')), eq(ritualId, value('ritualId')))
  const one = and(here, eq(question, value('question')), eq(seatId, value('seatId')))
  const seats = db
    .select({ id: seat.id })
    .from(seat)
    .where(and(eq(seat.networkId, value('networkId')), eq(seat.personId, value('personId'))))
  return {
    /** an answer, over the one that the same seat gave before */
    putSealed: compile(
      db
        .insert(sealed)
        .values(placeholders(all))
        .onConflictDoUpdate({ target: [networkId, ritualId, question, seatId], set: { body: typed(body, 'body'), at: typed(at, 'at') } }),
    ),
    sealedOf: compileSelect(db.select(all).from(sealed).where(here).orderBy(asc(question), asc(at), asc(seatId)), all),
    /** what somebody answered, in every room */
    sealedOfSeat: compileSelect(
      db
        .select({ ritualId, question, body, at })
        .from(sealed)
        .where(and(eq(networkId, value('networkId')), eq(seatId, value('seatId'))))
        .orderBy(asc(at), asc(question)),
      { ritualId, question, body, at },
    ),
    removeSealed: compile(db.delete(sealed).where(one)),
    removeSealedTo: compile(db.delete(sealed).where(and(here, eq(question, value('question'))))),
    removeSealedIn: compile(db.delete(sealed).where(here)),
    /** before the seats go: an answer is known by its seat */
    removeSealedBy: compile(db.delete(sealed).where(and(eq(networkId, value('networkId')), sql`${seatId} in ${seats}`))),
    removeAllSealed: compile(db.delete(sealed).where(eq(networkId, value('networkId')))),
  }
}

function codeStatement(db: Builder, { ritual }: Tables) {
  const { networkId, id, code, state } = ritual
  const found = { networkId, id }
  const isOpen = and(eq(code, value('code')), eq(state, 'open'))
  return { openByCode: compileSelect(db.select(found).from(ritual).where(isOpen).orderBy(asc(networkId), asc(id)), found) }
}

function guestStatements(db: Builder, { guestLink }: Tables) {
  const all = getTableColumns(guestLink)
  const { networkId, ritualId, hash, revokedAt } = guestLink
  const here = and(eq(networkId, value('networkId')), eq(ritualId, value('ritualId')))
  return {
    insertGuestLink: compile(db.insert(guestLink).values(placeholders(all))),
    guestLinkByHash: compileSelect(
      db
        .select(all)
        .from(guestLink)
        .where(eq(hash, value('hash'))),
      all,
    ),
    revokeGuestLinks: compile(
      db
        .update(guestLink)
        .set({ revokedAt: typed(revokedAt, 'now') })
        .where(and(here, isNull(revokedAt))),
    ),
    removeGuestLinksIn: compile(db.delete(guestLink).where(here)),
    removeGuestLinks: compile(db.delete(guestLink).where(eq(networkId, value('networkId')))),
  }
}

/** The statements on the room of a ritual: who sits in it, what they answered under seal, and the links of its guests. */
export function roomStatements(db: Builder, tables: Tables) {
  return { ...seatStatements(db, tables), ...sealedStatements(db, tables), ...guestStatements(db, tables), ...codeStatement(db, tables) }
}
