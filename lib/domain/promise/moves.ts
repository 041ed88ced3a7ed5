import type { Who } from '../access.ts'
import { find, type Snapshot } from '../snapshot.ts'
import type { PromiseMoveName, PromiseState, Side } from '../vocabulary.ts'
import { type MoveNeed, type Row, takesOf } from './machine.ts'
import { turnsOf } from './turns.ts'

export { moveWords, sideWords, stateWords } from './words.ts'

/** A move that somebody can make now. */
export type OpenMove = {
  readonly move: PromiseMoveName
  readonly to: PromiseState
  /** the side for which it is made; who speaks for both has to say which in `promise.move` */
  readonly side: Side
  /** without these it is refused; `day` is `answerBy` of a deferral */
  readonly needs: readonly MoveNeed[]
  /** these may be given; `day` is `promisedOn` */
  readonly takes: readonly MoveNeed[]
  /** the key that makes it in lists of promises; null where it has none */
  readonly key: string | null
  /** what the button says */
  readonly label: string
}

const keys: Partial<Record<PromiseMoveName, string>> = {
  promise: 'Y',
  accept: 'A',
  agree: 'A',
  counter: 'C',
  decline: 'X',
  refuse: 'X',
  deliver: 'D',
}

/** The key that makes a move: `Y` promise, `C` counter, `X` decline, `D` delivered, `A` accept. Inside one node asking is promising. */
function keyOf({ move, to }: Row): string | null {
  return move === 'request' && to === 'promised' ? 'Y' : (keys[move] ?? null)
}

/**
 * The moves that somebody can make with a promise now, in the order of the table: what is answered with before what ends it,
 * and the answer to a proposed change before all.
 *
 * @param today day in the network's time zone
 * @returns none where the need is not there
 * Cost O(rows + moves + participations of both nodes). Spec: PR1-PR4.
 */
export function openMoves(snapshot: Snapshot, dependencyId: string, who: Who, today: string): OpenMove[] {
  const dependency = find(snapshot, 'dependency', dependencyId)
  if (!dependency) return []
  const { mine } = turnsOf(snapshot, dependency, who, today)
  const isAnswer = ({ row }: (typeof mine)[number]) => row.by === 'proposee'
  return [...mine.filter(isAnswer), ...mine.filter((turn) => !isAnswer(turn))].map((turn) => {
    const { move, to, needs, label } = turn.row
    return { move, to, side: turn.side, needs, takes: takesOf(turn), key: keyOf(turn.row), label }
  })
}
