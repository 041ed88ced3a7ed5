import type { Ritual } from '../entity.ts'
import { DomainError } from '../error.ts'
import { ownNodes } from '../own-nodes.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { isWrittenTogether, type Question, questionOf } from './question.ts'
import { isLetIn, type Room, type Seat } from './room.ts'
import { type Answered, readAnswer } from './sealed.ts'
import { writesDown } from './writer.ts'

/** Who answers what in which room: the seat that answers, and the body; null takes the answer back. */
export type Answering = {
  readonly room: Room
  readonly seatId: string | null
  readonly question: string
  readonly body: unknown
  readonly day: string
}

/** @throws DomainError NOT_FOUND where the ritual has no such question. Cost O(1). Spec: RI20. */
export function requireQuestion({ id, kind, title }: Ritual, key: string): Question {
  const question = questionOf(kind, key)
  if (question) return question
  throw new DomainError('NOT_FOUND', `“${title}” asks nothing by the name of “${key}”.`, { id, question: key })
}

/** The seat of somebody who is in the room. @throws DomainError SEAT_MISSING. Cost O(seats). Spec: RI21. */
export function requireSeat({ id, title }: Ritual, { seats }: Room, seatId: string | null): Seat {
  const seat = seats.find((each) => each.id === seatId && each.leftAt === null)
  if (seat) return seat
  throw new DomainError('SEAT_MISSING', `You are not in “${title}”. Join it first; then answer.`, { id })
}

/** @throws DomainError SEALED where the question is revealed: what comes later would be said in the knowledge of the rest */
function refuseLate({ id, title, revealed }: Ritual, { key }: Question): void {
  if (!revealed.includes(key)) return
  throw new DomainError('SEALED', `The answers of “${title}” to this question are open. Nothing is added to them or taken out any more.`, {
    id,
    question: key,
  })
}

/** A draft is of the people of its node, and of who sits in the room for it. */
function requireOwnNode(snapshot: Snapshot, question: Question, { seat, day }: { readonly seat: Seat; readonly day: string }): void {
  if (question.asks !== 'draft') return
  const node = find(snapshot, 'node', question.nodeId)
  if (!node) throw new DomainError('NOT_FOUND', 'This node is not there any more.', { entity: 'node', id: question.nodeId })
  if (seat.nodeId === node.id || ownNodes(snapshot, seat.personId, day).has(node.id)) return
  throw new DomainError('FORBIDDEN', `You draft for another node. Sit down for “${node.name}” first.`, { entity: 'node', id: node.id })
}

/** What is written together is written by the people of the node and by who leads; what others of the room think of it they say aloud. */
function requireWriter(snapshot: Snapshot, ritual: Ritual, question: Question, by: { readonly personId: string | null; readonly day: string }): void {
  if (!isWrittenTogether(question) || writesDown(snapshot, ritual, by)) return
  const name = find(snapshot, 'node', ritual.nodeId)?.name ?? 'the node'
  throw new DomainError('FORBIDDEN', `The people of “${name}” and who leads the check write this down. Tell it to one of them.`, { id: ritual.id })
}

/** To who may read others, they are open once there is an own answer: from then on the words stay, and only what they speak of may change. */
function refuseAfterthought(ritual: Ritual, { key }: Question, { room, seatId, body }: Answering): void {
  const own = room.sealed.find((each) => each.question === key && each.seatId === seatId)
  const hasRead = room.sealed.some((each) => each.question === key && each.seatId !== seatId)
  if (!own || !hasRead) return
  const before = readAnswer({ asks: 'value' }, own.body)
  const after = body === null ? null : readAnswer({ asks: 'value' }, body)
  if (before.asks === 'value' && after?.asks === 'value' && before.body.text === after.body.text) return
  throw new DomainError('SEALED', 'You have read what others wrote. Your own sentence stays; what it speaks of may still change.', {
    id: ritual.id,
    question: key,
  })
}

/**
 * Reads what somebody answers in an open ritual, where it may be answered at all.
 *
 * @returns the answer; null where it is taken back
 * @throws DomainError NOT_FOUND, SEAT_MISSING, SEALED, FORBIDDEN, VALIDATION
 * Cost O(seats + answers). Spec: RI20-RI25, RI30.
 */
export function decideAnswer(snapshot: Snapshot, ritual: Ritual, answering: Answering): Answered | null {
  const { room, seatId, body, day } = answering
  const question = requireQuestion(ritual, answering.question)
  const seat = requireSeat(ritual, room, seatId)
  refuseLate(ritual, question)
  if (body !== null) requireOwnNode(snapshot, question, { seat, day })
  requireWriter(snapshot, ritual, question, { personId: seat.personId, day })
  const answer = body === null ? null : readAnswer(question, body)
  if (question.asks === 'value' && isLetIn(snapshot, ritual, { seat, day })) refuseAfterthought(ritual, question, answering)
  return answer
}
