import type { RoomBody, RoomQuestion } from '../../contract/room.ts'
import { isWrittenTogether, questionOf } from '../../domain/ritual/question.ts'
import type { ChangeAnswer, ConfidenceAnswer, DraftAnswer, ShareAnswer, StatementAnswer, ValueAnswer } from '../../domain/ritual/sealed.ts'
import type { Spread } from '../../domain/ritual/spread.ts'

/** What an answer to a question looks like, by the key of the question. */
export type AnswerTo<K extends string> = K extends `draft:${string}`
  ? DraftAnswer
  : K extends `confidence${string}`
    ? ConfidenceAnswer
    : K extends 'value'
      ? ValueAnswer
      : K extends 'change'
        ? ChangeAnswer
        : K extends 'share'
          ? ShareAnswer
          : K extends `s${number}`
            ? StatementAnswer
            : unknown

/** A question as this window may see it. */
export type SeenAnswers<A> = {
  /** ids of the seats that have answered */
  readonly answered: readonly string[]
  /** the own answer, also while it is on its way */
  readonly mine: A | null
  /** whether it takes no answer any more; who may read the answers sees them below */
  readonly isRevealed: boolean
  /** what others said in words; null while it is sealed. Reasons of a vote are without `value` and without a seat */
  readonly open: readonly { readonly seatId: string | null; readonly nodeId: string | null; readonly body: Partial<A> }[] | null
  readonly spread: readonly Spread[] | null
}

/** An answer that the server has not acknowledged yet; a body of null takes the own answer back. */
export type Waiting = { readonly body: unknown }

export type RoomState = { readonly room: RoomBody; readonly waiting: ReadonlyMap<string, Waiting> }

/** Guaranteed by the server: each answer has passed the schema of its question. */
function castSeen<A>(seen: Omit<RoomQuestion, 'question'>): SeenAnswers<A> {
  return seen as SeenAnswers<A>
}

const unanswered: Omit<RoomQuestion, 'question'> = { answered: [], mine: null, isRevealed: false, open: null, spread: null }

function isOneForAll(key: string): boolean {
  const question = questionOf('check', key)
  return question !== null && isWrittenTogether(question)
}

/** A question as the server told it last, with the own answer that is on its way laid over it. */
export function seenIn<K extends string>({ room, waiting }: RoomState, key: K): SeenAnswers<AnswerTo<K>> {
  const told = room.questions.find(({ question }) => question === key) ?? unanswered
  const mine = waiting.get(key)
  if (!mine) return castSeen(told)
  const others = told.answered.filter((seatId) => seatId !== room.me)
  const own = mine.body === null || room.me === null ? [] : [room.me]
  const seen = { ...told, mine: mine.body, answered: [...others, ...own] }
  return castSeen(isOneForAll(key) ? { ...seen, open: [{ seatId: room.me, nodeId: null, body: mine.body }] } : seen)
}
