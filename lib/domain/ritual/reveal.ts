import { can, isProgram, mayChange, speaksFor, type Who } from '../access.ts'
import { type Change, diff } from '../change.ts'
import { entitySchemas, type Ritual } from '../entity.ts'
import { DomainError } from '../error.ts'
import { nextRank } from '../next-rank.ts'
import { ownNodes, todayIn } from '../own-nodes.ts'
import { find, get, referring, type Snapshot } from '../snapshot.ts'
import { leastVoters } from '../vocabulary.ts'
import { requireQuestion, requireSeat } from './answer.ts'
import { requireOpen } from './phases.ts'
import { isWrittenTogether, type Question } from './question.ts'
import { answersTo, type Room } from './room.ts'
import { type Spread, spreadsOf } from './spread.ts'

/** Who acts when; and new ids for tallies, by their number. */
export type Acting = { readonly who: Who; readonly now: string; readonly newId: (ordinal: number) => string }

/** Whether somebody leads a ritual: who was made its leader; where there is none, whoever may change it. Cost that of `mayChange`. Spec: RI5. */
export function leads(snapshot: Snapshot, ritual: Ritual, { who, now }: Pick<Acting, 'who' | 'now'>): boolean {
  if (isProgram(who)) return true
  if (ritual.facilitatorId !== null) return ritual.facilitatorId === who.personId
  return mayChange(snapshot, who, { entity: 'ritual', record: ritual }, todayIn(snapshot, now))
}

type At = { readonly snapshot: Snapshot; readonly ritual: Ritual; readonly room: Room }

/** @throws DomainError SEAT_MISSING, FORBIDDEN, SEALED */
function requireMayReveal({ snapshot, ritual, room }: At, question: Question, acting: Acting): void {
  if (leads(snapshot, ritual, acting)) return
  const { who, now } = acting
  const seat = requireSeat(ritual, room, who.personId)
  if (question.asks === 'draft') {
    if (speaksFor(snapshot, who, question.nodeId, todayIn(snapshot, now))) return
    const message = 'Drafts are opened by who leads the session, and by who speaks for their node. Ask one of them.'
    throw new DomainError('FORBIDDEN', message, { id: ritual.id, question: question.key, seat: seat.id })
  }
  const given = new Set(room.sealed.filter((each) => each.question === question.key).map(({ seatId }) => seatId))
  const waiting = room.seats.filter(({ id, leftAt }) => leftAt === null && !given.has(id)).length
  if (waiting === 0 && given.size > 1) return
  if (waiting === 0)
    throw new DomainError('SEALED', 'You are the only one who has answered. Wait for others, or ask who leads the session to open it.', {
      id: ritual.id,
      waiting,
    })
  const people = waiting === 1 ? 'One in the room has' : `${waiting} in the room have`
  throw new DomainError('SEALED', `${people} not answered yet. Wait, or ask who leads the session to open it.`, { id: ritual.id, waiting })
}

type Counted = Spread & { readonly key: string }

function tallyChanges({ snapshot, ritual }: At, counted: readonly Counted[], acting: Acting): Change[] {
  const known = counted.filter(({ nodeId }) => nodeId === null || find(snapshot, 'node', nodeId))
  const first = nextRank(snapshot, 'tally')
  return known.map(({ nodeId, key, counts, trends, voters }, ordinal) => {
    const own = { id: acting.newId(ordinal), rank: first + ordinal, at: acting.now, ritualId: ritual.id }
    const after = entitySchemas.tally.parse({ ...own, nodeId, key, counts, trends, voters })
    return { entity: 'tally', id: after.id, before: null, after }
  })
}

function refuseUnasked(ritual: Ritual, question: Question, room: Room): void {
  const { key, asks } = question
  if (isWrittenTogether(question))
    throw new DomainError('SEALED', 'This is written together, and open to who writes it. There is nothing to reveal.', {
      id: ritual.id,
      question: key,
    })
  if (asks === 'value')
    throw new DomainError('SEALED', 'These answers open to each who has given one. There is nothing to reveal.', { id: ritual.id, question: key })
  if (room.sealed.some(({ question }) => question === key)) return
  throw new DomainError('SEALED', 'Nobody has answered this yet, so there is nothing to open.', { id: ritual.id, question: key })
}

/**
 * Opens the answers to a question: the ritual says so from then on, and a vote on the plan leaves a tally of all and of each node. Where it
 * is open already nothing changes.
 *
 * @throws DomainError NOT_FOUND, RITUAL_OVER, SEAT_MISSING, FORBIDDEN, SEALED
 * Cost O(answers · nodes). Spec: RI22-RI23.
 */
export function decideReveal(
  snapshot: Snapshot,
  at: { readonly ritualId: string; readonly question: string; readonly room: Room },
  acting: Acting,
): Change[] {
  const { room } = at
  const ritual = requireOpen(snapshot, at.ritualId)
  const question = requireQuestion(ritual, at.question)
  if (ritual.revealed.includes(question.key)) return []
  requireMayReveal({ snapshot, ritual, room }, question, acting)
  refuseUnasked(ritual, question, room)
  const opened = diff('ritual', ritual, { ...ritual, revealed: [...ritual.revealed, question.key] })
  const spreads = question.asks === 'confidence' ? (spreadsOf(answersTo(room, question)) ?? []) : []
  const counted = spreads.map((spread) => ({ ...spread, key: question.key }))
  return [...(opened ? [opened] : []), ...tallyChanges({ snapshot, ritual, room }, counted, acting)]
}

function requireTeam(snapshot: Snapshot, ritual: Ritual, { who, now }: Acting): void {
  const isOwn = ritual.nodeId !== null && ownNodes(snapshot, who.personId, todayIn(snapshot, now)).has(ritual.nodeId)
  if (isOwn && can(who.role, 'write')) return
  throw new DomainError('FORBIDDEN', 'What leaves the team is decided by the people of its node.', { id: ritual.id })
}

function shareable({ ritual, room }: At, key: string): Counted {
  const question = requireQuestion(ritual, key)
  const [spread] = ritual.revealed.includes(key) ? (spreadsOf(answersTo(room, question)) ?? []) : []
  if (!spread) throw new DomainError('SEALED', 'The answers to this statement are not open yet. Reveal them first.', { id: ritual.id, question: key })
  if (spread.voters < leastVoters)
    throw new DomainError('SEALED', `Fewer than ${leastVoters} have answered this statement. It stays in the team.`, { id: ritual.id, question: key })
  return { ...spread, nodeId: ritual.nodeId, key }
}

/**
 * Lets statements of a check leave the team as counts. Those that did already stay as they are.
 *
 * @throws DomainError NOT_FOUND, FORBIDDEN for others than the people of the node, SEALED for fewer than four voters
 * Cost O(keys · answers). Spec: RI26.
 */
export function decideShare(
  snapshot: Snapshot,
  at: { readonly ritualId: string; readonly keys: readonly string[]; readonly room: Room },
  acting: Acting,
): Change[] {
  const ritual = get(snapshot, 'ritual', at.ritualId)
  for (const key of at.keys) requireQuestion(ritual, key)
  requireTeam(snapshot, ritual, acting)
  const shared = new Set(referring(snapshot, 'tally', 'ritualId', ritual.id).map(({ key }) => key))
  const wanted = [...new Set(at.keys)].filter((key) => !shared.has(key))
  const here = { snapshot, ritual, room: at.room }
  const counted = wanted.map((key) => shareable(here, key))
  return tallyChanges(here, counted, acting)
}
