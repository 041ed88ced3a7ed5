import type { Change } from '../change.ts'
import type { PromiseMove } from '../entity.ts'
import { DomainError } from '../error.ts'
import { find, nameOf, type Snapshot } from '../snapshot.ts'
import { historyOf } from './stand.ts'
import { moveWords, sideWords } from './words.ts'

/** Whether a change set is taken back or brought back, and when. */
export type UndoAt = { readonly direction: 'undo' | 'redo'; readonly now: string }

/** How long a move can be taken back or brought back. */
export const undoableMinutes = 10

/** Guaranteed by `Change`: what is made or deleted is there as a whole record. */
function wholeMove(fields: Change['after']): PromiseMove {
  return fields as unknown as PromiseMove
}

/** The moves that somebody made with the change set, not those that only went or came with a record on which they hang. */
function movesOf(reversed: readonly Change[], { direction }: UndoAt): PromiseMove[] {
  return reversed.flatMap(({ entity, before, after }) => {
    if (entity !== 'promiseMove') return []
    if (direction === 'undo') return after === null ? [wholeMove(before)] : []
    return before === null ? [wholeMove(after)] : []
  })
}

const cannot = { undo: 'This cannot be undone', redo: 'This cannot be redone' } as const

function movedOn(snapshot: Snapshot, move: PromiseMove, later: PromiseMove, { direction }: UndoAt): DomainError {
  const person = find(snapshot, 'person', later.personId)
  const need = find(snapshot, 'dependency', move.dependencyId)
  const name = need ? ` “${nameOf(need)}”` : ''
  const who = person ? nameOf(person) : sideWords[later.side]
  return new DomainError('PROMISE_MOVED_ON', `${cannot[direction]}: the promise${name} has moved on, ${who} ${moveWords[later.move].done}.`, {
    dependencyId: move.dependencyId,
    move: later.id,
  })
}

function tooLate({ at, dependencyId }: PromiseMove, { direction }: UndoAt): DomainError {
  const remedy = 'Make the move that changes it instead.'
  return new DomainError('UNDO_TOO_LATE', `${cannot[direction]}: a move can be taken back for ${undoableMinutes} minutes. ${remedy}`, {
    dependencyId,
    at,
  })
}

/**
 * Refuses to take back, or to bring back, a move of a promise that has moved on since or is no longer fresh. Deletes that carried promises,
 * and all other changes, are not restricted by it.
 *
 * @param reversed the changes of the undo or redo
 * @throws DomainError PROMISE_MOVED_ON, UNDO_TOO_LATE
 * Cost O(changes + moves of the promises). Spec: PR60-PR64.
 */
export function refuseSpentMoves(snapshot: Snapshot, reversed: readonly Change[], at: UndoAt): void {
  const moves = movesOf(reversed, at)
  const own = new Set<string>(moves.map(({ id }) => id))
  for (const move of moves) {
    const later = historyOf(snapshot, move.dependencyId).find(({ id, rank }) => !own.has(id) && rank >= move.rank)
    if (later) throw movedOn(snapshot, move, later, at)
    if (Date.parse(at.now) - Date.parse(move.at) > undoableMinutes * 60_000) throw tooLate(move, at)
  }
}
