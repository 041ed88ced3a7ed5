import type { Ritual } from '../entity.ts'
import { ownNodes } from '../own-nodes.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { compareInstants } from '../time.ts'
import { leastVoters } from '../vocabulary.ts'
import { isWrittenTogether, type Question, questionOf } from './question.ts'
import { type Answered, readAnswer } from './sealed.ts'
import { type Spread, spreadsOf } from './spread.ts'
import { writesDown } from './writer.ts'

/** Somebody in the room of a ritual: a person of the network, or a guest (without a person). */
export type Seat = {
  readonly id: string
  readonly personId: string | null
  /** the name that a guest gave */
  readonly name: string | null
  readonly nodeId: string | null
  readonly joinedAt: string
  readonly leftAt: string | null
}

/** What somebody answered under seal, as it is kept. */
export type Sealed = { readonly question: string; readonly seatId: string; readonly body: unknown; readonly at: string }

export type Room = { readonly seats: readonly Seat[]; readonly sealed: readonly Sealed[] }

/** Who looks: somebody with a seat, a person without one, or nobody of both. */
export type Looking = { readonly seatId: string | null; readonly personId: string | null; readonly day: string }

export type OpenAnswer = { readonly seatId: string | null; readonly nodeId: string | null; readonly body: unknown }

/** A question as somebody may see it: nothing of another's answer unless it is open to them. */
export type SeenQuestion = {
  readonly question: string
  readonly answered: readonly string[]
  readonly mine: unknown
  /** whether its answers are open to those who may read them */
  readonly isRevealed: boolean
  readonly open: readonly OpenAnswer[] | null
  readonly spread: readonly Spread[] | null
}

type At = { readonly snapshot: Snapshot; readonly ritual: Ritual; readonly room: Room; readonly looking: Looking }

/** The answers to a question with the seats that gave them. Cost O(answers · seats). */
export function answersTo(room: Room, question: Question): readonly (Answered & { readonly seat: Seat })[] {
  return room.sealed.flatMap((each) => {
    const seat = each.question === question.key ? room.seats.find(({ id }) => id === each.seatId) : undefined
    return seat ? [{ ...readAnswer(question, each.body), seat }] : []
  })
}

/** Whether a person is one of those whose node checks itself. */
function isOfTeam({ snapshot, ritual, looking: { personId, day } }: At): boolean {
  return ritual.nodeId !== null && ownNodes(snapshot, personId, day).has(ritual.nodeId)
}

/**
 * Whether the words of others may open to a seat: to the people of the node, and to guests, whom its people or its lead let in by a link. The
 * code of a session is known to everybody who reads the network, so it lets nobody in to that. Cost that of `ownNodes`. Spec: RI24.
 */
export function isLetIn(snapshot: Snapshot, { nodeId }: Ritual, { seat, day }: { readonly seat: Seat; readonly day: string }): boolean {
  return seat.personId === null || (nodeId !== null && ownNodes(snapshot, seat.personId, day).has(nodeId))
}

/** Whether the seat was taken before the last answer came: nobody sits down in order to read what others have said. */
function wasThere({ room, looking }: At, question: Question): boolean {
  const seat = room.seats.find(({ id }) => id === looking.seatId)
  return seat !== undefined && room.sealed.some(({ question: key, at }) => key === question.key && compareInstants(seat.joinedAt, at) <= 0)
}

/** How many have answered a question. */
function votersOf({ room }: At, question: Question): number {
  return room.sealed.filter(({ question: key }) => key === question.key).length
}

/**
 * Whether the answers to a question are open to somebody. A vote and a draft open by being revealed: those of a plan to everybody who reads the
 * network, the statements of a check to the people of its node, and from four voters on to whoever sat in the room by then. “How do you generate value?” opens to
 * those of the node and to guests, once they have given an answer; what is written together is open to who writes it. Spec: RI22-RI25, RI30.
 */
function isOpenTo(at: At, question: Question): boolean {
  const { ritual, room, looking } = at
  switch (question.asks) {
    case 'confidence':
    case 'draft':
      return ritual.revealed.includes(question.key)
    case 'statement':
      return ritual.revealed.includes(question.key) && (isOfTeam(at) || (wasThere(at, question) && votersOf(at, question) >= leastVoters))
    case 'value': {
      const seat = room.seats.find(({ id }) => id === looking.seatId)
      const hasAnswered = room.sealed.some((each) => each.question === question.key && each.seatId === looking.seatId)
      return seat !== undefined && hasAnswered && isLetIn(at.snapshot, ritual, { seat, day: looking.day })
    }
    case 'change':
    case 'share':
      return writesDown(at.snapshot, ritual, looking)
  }
}

function byText(a: OpenAnswer, b: OpenAnswer): number {
  const [left, right] = [JSON.stringify(a.body), JSON.stringify(b.body)]
  return left < right ? -1 : 1
}

/** What holds of an answer that is written together: what was given last, by whomever. */
function lastOf(room: Room, { key }: Question): Room {
  const last = room.sealed.filter(({ question }) => question === key).reduce((a, b) => (compareInstants(b.at, a.at) >= 0 ? b : a))
  return { seats: room.seats, sealed: [last] }
}

/** What others said in words. Reasons of a vote stand without names, in the order of the alphabet, which tells nothing of who came first. */
function openAnswers({ room }: At, question: Question): readonly OpenAnswer[] | null {
  const answers = answersTo(isWrittenTogether(question) ? lastOf(room, question) : room, question)
  if (question.asks === 'statement') return null
  if (question.asks !== 'confidence') return answers.map(({ seat, body }) => ({ seatId: seat.id, nodeId: seat.nodeId, body }))
  const reasons = answers.flatMap((each) => (each.asks === 'confidence' ? [each.body.why?.trim() ?? ''] : []))
  return reasons
    .filter((why) => why !== '')
    .map((why) => ({ seatId: null, nodeId: null, body: { why } }))
    .toSorted(byText)
}

function seen(at: At, question: Question): SeenQuestion {
  const { room, looking } = at
  const given = room.sealed.filter((each) => each.question === question.key)
  const isOpen = isOpenTo(at, question)
  return {
    question: question.key,
    answered: given.map(({ seatId }) => seatId),
    mine: given.find(({ seatId }) => seatId === looking.seatId)?.body ?? null,
    isRevealed: at.ritual.revealed.includes(question.key),
    open: isOpen ? openAnswers(at, question) : null,
    spread: isOpen ? spreadsOf(answersTo(room, question)) : null,
  }
}

/**
 * The questions of a room that somebody has answered, each as `looking` may see it. This is the only way by which an answer leaves the server.
 *
 * Cost O(questions · answers). Spec: RI21-RI26.
 */
export function seenQuestions(snapshot: Snapshot, ritual: Ritual, room: Room, looking: Looking): readonly SeenQuestion[] {
  const keys = [...new Set(room.sealed.map(({ question }) => question))].toSorted()
  const questions = keys.flatMap((key) => questionOf(ritual.kind, key) ?? [])
  return questions.map((question) => seen({ snapshot, ritual, room, looking }, question))
}

/** What a seat is called: the person's name of now, or the name that a guest gave. Cost O(1). */
export function nameOfSeat(snapshot: Snapshot, { personId, name }: Seat): string {
  return find(snapshot, 'person', personId)?.name ?? name ?? 'Guest'
}
