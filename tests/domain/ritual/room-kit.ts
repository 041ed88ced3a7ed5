import { decideAnswer } from '../../../lib/domain/ritual/answer.ts'
import { decideReveal } from '../../../lib/domain/ritual/reveal.ts'
import { type Room, type Sealed, type Seat, seenQuestions } from '../../../lib/domain/ritual/room.ts'
import { applyChanges, get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { network, now, type PersonOfPlan, session, today, who } from './plan/kit.ts'

export const check = { id: 'chk', kind: 'check', title: 'Check of Billing', phase: 'statements', nodeId: 'billing', facilitatorId: 'fay' }

type Fields = Readonly<Record<string, unknown>>

export const planning = (fields: Fields = {}) => network({ ritual: [{ ...session, ...fields }] })
export const checking = (fields: Fields = {}) => network({ ritual: [{ ...check, ...fields }] })

export const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  ...{ id, personId: id, name: null, nodeId: null, joinedAt: '2027-03-15T08:00:00Z', leftAt: null },
  ...more,
})
export const given = (seatId: string, question: string, body: unknown, at = '2027-03-15T08:30:00Z'): Sealed => ({ seatId, question, body, at })

export const vote = (value: number, why?: string) => (why === undefined ? { value } : { value, why })
export const stand = (colour: number, trend = 0) => ({ colour, trend })
export const draft = (text: string) => ({ lines: [{ id: 'l1', kind: 'objective', text }] })

export const people = ['ana', 'ben', 'fay', 'olga', 'eva'] as const
export const nobody = [null, ...people]

export function seenBy(snapshot: Snapshot, ritualId: string, room: Room, looking: { seat?: string | null; person?: string | null }) {
  const { seat: seatId = null, person: personId = seatId } = looking
  return seenQuestions(snapshot, get(snapshot, 'ritual', ritualId), room, { seatId, personId, day: today })
}

export function answer(snapshot: Snapshot, ritualId: string, room: Room, [seatId, question, body]: readonly [string | null, string, unknown]) {
  return decideAnswer(snapshot, get(snapshot, 'ritual', ritualId), { room, seatId, question, body, day: today })
}

export function acting(person: PersonOfPlan) {
  return { who: who(person), now, newId: (ordinal: number) => `tally_${ordinal}` }
}

export function reveal(snapshot: Snapshot, room: Room, person: PersonOfPlan, question: string) {
  const changes = decideReveal(
    snapshot,
    { ritualId: get(snapshot, 'ritual', question.startsWith('s') ? 'chk' : 'rit').id, question, room },
    acting(person),
  )
  applyChanges(snapshot, changes)
  return changes
}
