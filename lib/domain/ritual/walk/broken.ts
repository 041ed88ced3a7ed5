import type { Dependency } from '../../entity.ts'
import type { DependencyAssessment } from '../../okr/assessment.ts'
import { historyOf } from '../../promise/stand.ts'
import { find, type Snapshot } from '../../snapshot.ts'

/** Whether a promise is broken or late: revoked or declined, or past the day for which it was promised. Cost O(1). Spec: WA4. */
export function isBroken({ condition }: Pick<DependencyAssessment, 'condition'>): boolean {
  return condition === 'revoked' || condition === 'declined' || condition === 'late'
}

/** The same for a dependency as it stood on a day. */
function wasBroken({ state, promisedOn, neededOn }: Dependency, day: string): boolean {
  if (state === 'revoked' || state === 'declined') return true
  const due = promisedOn ?? neededOn
  return state === 'promised' && due !== null && due < day
}

/** The last walk, and how the day of an instant is read; one reader serves all promises. */
export type Then = { readonly before: Snapshot | null; readonly since: string; readonly dayOf: (at: string) => string }

/** Whether the last move into its present state was made after the last walk; false where nobody kept its history. */
function movedAfter(snapshot: Snapshot, need: DependencyAssessment, { since, dayOf }: Then): boolean {
  const move = historyOf(snapshot, need.id).findLast(({ to }) => to === need.state)
  return move !== undefined && dayOf(move.at) > since
}

/** Whether a promise broke, or its day passed, after the last walk. Cost O(moves of the promise). Spec: WA13. */
export function brokeSince(snapshot: Snapshot, need: DependencyAssessment, last: Then): boolean {
  const { before, since } = last
  if (!isBroken(need)) return false
  if (before) {
    const then = find(before, 'dependency', need.id)
    return !then || !wasBroken(then, since)
  }
  const now = find(snapshot, 'dependency', need.id)
  if (need.condition === 'late') return now !== undefined && !wasBroken(now, since)
  return movedAfter(snapshot, need, last)
}

/** Whether a promise was given after the last walk. Cost O(moves of the promise). Spec: WA13. */
export function promisedSince(snapshot: Snapshot, need: DependencyAssessment, { before, since, dayOf }: Then): boolean {
  if (!need.isPromised) return false
  const then = before && find(before, 'dependency', need.id)
  if (before) return !then || !(then.state === 'promised' || then.state === 'delivered' || then.state === 'accepted')
  const promised = historyOf(snapshot, need.id).findLast(({ to, from }) => to === 'promised' && from !== 'promised' && from !== 'delivered')
  return promised !== undefined && dayOf(promised.at) > since
}
