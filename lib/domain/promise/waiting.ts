import type { Dependency, PromiseMove } from '../entity.ts'
import { madeAtMs } from '../ids.ts'
import type { Snapshot } from '../snapshot.ts'
import { daysBetween, formatInstant } from '../time.ts'
import type { PromiseMoveName, Side } from '../vocabulary.ts'
import { answererOf, otherSide } from './machine.ts'
import { historyOf, standOf } from './stand.ts'

/** What a promise waits for: an answer to an ask or an offer, to a counter, to a proposed change, to a delivery; a need that was refused. */
export const waitingKinds = ['answer', 'counter', 'proposal', 'delivery', 'refused'] as const
export type WaitingKind = (typeof waitingKinds)[number]

export type Waiting = {
  readonly kind: WaitingKind
  /** whose move it is */
  readonly side: Side
  /** the move since which it waits; undefined where the history is unknown */
  readonly since: PromiseMove | undefined
}

const openedBy: Record<WaitingKind, readonly PromiseMoveName[]> = {
  answer: ['request', 'offer'],
  counter: ['counter'],
  proposal: ['propose'],
  delivery: ['deliver'],
  refused: ['decline', 'revoke'],
}

function whose(snapshot: Snapshot, dependency: Dependency): Omit<Waiting, 'since'> | null {
  const { state, terms } = dependency
  switch (state) {
    case 'requested':
    case 'deferred':
      return { kind: 'answer', side: 'supplier' }
    case 'offered':
      return { kind: 'answer', side: 'consumer' }
    case 'countered':
      return { kind: 'counter', side: answererOf(standOf(snapshot, dependency)) }
    case 'promised':
      return terms && { kind: 'proposal', side: otherSide(terms.by) }
    case 'delivered':
      return { kind: 'delivery', side: 'consumer' }
    case 'declined':
    case 'revoked':
      return { kind: 'refused', side: 'consumer' }
    default:
      return null
  }
}

/**
 * For whom a promise waits, and since which move.
 *
 * @returns null where nobody has to answer anything
 * Cost O(moves of the promise). Spec: PR70.
 */
export function waitingOf(snapshot: Snapshot, dependency: Dependency): Waiting | null {
  const open = whose(snapshot, dependency)
  return open && { ...open, since: historyOf(snapshot, dependency.id).findLast(({ move }) => openedBy[open.kind].includes(move)) }
}

/**
 * Calendar days since a move; without one since the need was written down, where its id tells that.
 *
 * @param dayOf reads the day of an instant where the network lives
 * @returns null where neither is known; never negative
 * Cost O(1). Spec: PR71.
 */
export function ageInDays(dependencyId: string, since: PromiseMove | undefined, { dayOf, today }: DayContext): number | null {
  const madeMs = madeAtMs(dependencyId)
  const at = since?.at ?? (madeMs === null ? null : formatInstant(madeMs))
  return at === null ? null : Math.max(0, daysBetween(dayOf(at), today))
}

/** How to read the day of an instant, and which day it is. */
export type DayContext = { readonly dayOf: (at: string) => string; readonly today: string }
