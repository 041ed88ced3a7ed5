import type { Mark, Reason } from '../../../lib/domain/entity.ts'
import { listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { MarkKind, ReasonKind } from '../../../lib/domain/vocabulary.ts'

/** Where the cause of a change lies, as it is told. */
export const reasonWords: Record<ReasonKind, string> = { internal: 'internal', external: 'external' }

/** What each kind of reason means, for who chooses one. */
export const reasonHints: Record<ReasonKind, string> = {
  internal: 'The cause lies in the organisation: people, plans, what we learned.',
  external: 'The cause lies outside: market, law, partners, customers.',
}

/** What a named snapshot stands for. */
export const markWords: Record<MarkKind, string> = { baseline: 'baseline', walk: 'walk-through', end: 'end of a cycle', other: 'other' }

/** Why each change set was made, where somebody has said so. */
export function reasonsByRevision(snapshot: Snapshot): ReadonlyMap<number, Reason> {
  return new Map([...snapshot.tables.reason.values()].map((reason) => [reason.revision, reason]))
}

/** The named snapshots, latest first. */
export function marksOf(snapshot: Snapshot): Mark[] {
  return listOf(snapshot, 'mark').toSorted((a, b) => b.revision - a.revision || (a.id < b.id ? 1 : -1))
}
