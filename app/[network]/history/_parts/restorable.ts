import type { EntityName } from '../../../../lib/domain/ids.ts'
import { find, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import type { Difference } from '../../../components/history/types.ts'

/** Records that are told by themselves, the one on which others hang first: what a delete was about. */
const rank: readonly EntityName[] = ['area', 'node', 'cycle', 'goal', 'objective', 'keyResult', 'exchange', 'team', 'person', 'dependency']

function rankOf({ entity }: Difference): number {
  const at = rank.indexOf(entity)
  return at < 0 ? rank.length : at
}

/** Whether a record is brought back by itself; the rest comes back with what it is a part of. */
export function isOwnThing({ entity }: Difference): boolean {
  return rank.includes(entity)
}

/** The differences in the order in which people read them: what others hang on first, its parts last. */
export function inReadingOrder(differences: readonly Difference[]): Difference[] {
  return differences.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** What a change set removed and what is not back, the record on which the others hang first. */
export function removedIn(snapshot: Snapshot, differences: readonly Difference[]): Difference[] {
  return differences.filter(({ kind, entity, id }) => kind === 'removed' && !find(snapshot, entity, id)).toSorted((a, b) => rankOf(a) - rankOf(b))
}
