import type { Who } from '../access.ts'
import type { Dependency, PromiseMove, Terms } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { type Given, termsBy } from './effect.ts'
import type { Turn } from './machine.ts'

/** The id of the move with which a need is asked or offered as it is made: it follows from the need's own. Cost O(1). */
export function firstMoveId(dependencyId: string): PromiseMove['id'] {
  const own = /^dep_([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/.exec(dependencyId)
  return asId<'promiseMove'>(`move_${own?.[1] ?? dependencyId}`.slice(0, 200))
}

/** What a move says about terms: those that it proposes, or, where it makes the promise, what it settles. */
function termsOf(before: Dependency, after: Dependency, { row, side }: Turn, given: Given): Terms | null {
  const proposed = termsBy(side, given.terms)
  if (row.to !== 'promised' || row.move === 'propose' || !settles.has(row.move)) return proposed
  const taken = proposed ?? before.terms
  return { by: taken?.by ?? 'supplier', what: taken?.what ?? null, condition: taken?.condition ?? null, on: after.promisedOn }
}

const settles: ReadonlySet<string> = new Set(['request', 'promise', 'accept', 'agree'])

/** One step of a promise: before, after, and how it came. */
export type Step = { readonly before: Dependency | null; readonly after: Dependency; readonly turn: Turn; readonly given: Given }

/**
 * The record of a move.
 *
 * @throws DomainError ID_TAKEN
 * Cost O(moves of the network).
 */
export function recordOfMove(
  snapshot: Snapshot,
  { before, after, turn, given }: Step,
  { id, who, at }: { readonly id: PromiseMove['id']; readonly who: Who; readonly at: string },
): PromiseMove {
  if (find(snapshot, 'promiseMove', id))
    throw new DomainError('ID_TAKEN', `There is already a move with the id “${id}”.`, { entity: 'promiseMove', id })
  return {
    id,
    at,
    personId: who.personId === null ? null : asId<'person'>(who.personId),
    rank: nextRank(snapshot, 'promiseMove'),
    dependencyId: after.id,
    move: turn.row.move,
    from: before?.state ?? null,
    to: after.state,
    side: turn.side,
    reason: given.reason,
    answerBy: given.answerBy,
    terms: termsOf(before ?? after, after, turn, given),
  }
}
