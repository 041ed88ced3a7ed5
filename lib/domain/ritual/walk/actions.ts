import type { Ritual, RitualItem } from '../../entity.ts'
import { find, listOf, networkOf, type Snapshot } from '../../snapshot.ts'
import { compareInstants, dayReader } from '../../time.ts'

/** What became of an action on a day. */
export type ActionState = 'open' | 'late' | 'done' | 'dropped'

/** What became of an action by a day; one that was settled later counts as it stood then. Cost O(1). Spec: WA53. */
export function actionState({ status, settledAt, dueOn }: RitualItem, on: { readonly day: string; readonly at?: string }): ActionState {
  const isSettled = settledAt === null || on.at === undefined || compareInstants(settledAt, on.at) <= 0
  if (status === 'done' && isSettled) return 'done'
  if (status === 'dropped' && isSettled) return 'dropped'
  return dueOn !== null && dueOn < on.day ? 'late' : 'open'
}

/** The walk before another one: the one that was closed last before it began; of a walk that is to come, the last one. Cost O(rituals). Spec: WA51. */
export function walkBefore(snapshot: Snapshot, walk: Ritual | null): Ritual | null {
  const closed = listOf(snapshot, 'ritual').filter(
    ({ id, kind, state, closedAt }) =>
      kind === 'walk' && state === 'closed' && closedAt !== null && id !== walk?.id && (!walk || compareInstants(closedAt, walk.at) <= 0),
  )
  return closed.sort((a, b) => compareInstants(b.closedAt ?? b.at, a.closedAt ?? a.at))[0] ?? null
}

/** Rituals of the whole network: what a team agreed in its own check stays with the team. */
const shared: ReadonlySet<Ritual['kind']> = new Set(['plan', 'walk'])

function byDay(a: RitualItem, b: RitualItem): number {
  const [left, right] = [a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31']
  return left === right ? 0 : left < right ? -1 : 1
}

/**
 * The actions with which a walk begins: all of the last walk in their order, then what is still open from walks and plans before it, soonest
 * due first. Actions of checks and coffees are not among them.
 *
 * @param walk the walk that begins; null where it is not open yet
 * Cost O(entries · log). Spec: WA51-WA52.
 */
export function actionsToReview(snapshot: Snapshot, walk: Ritual | null): RitualItem[] {
  const last = walkBefore(snapshot, walk)
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const actions = listOf(snapshot, 'ritualItem').filter(({ kind, ritualId }) => kind === 'action' && ritualId !== walk?.id)
  const older = actions.filter(({ ritualId, status, at, settledAt }) => {
    const ritual = find(snapshot, 'ritual', ritualId)
    const isOpen = status === 'open' || (walk !== null && settledAt !== null && dayOf(settledAt) >= dayOf(walk.at))
    return isOpen && ritualId !== last?.id && ritual?.state === 'closed' && shared.has(ritual.kind) && (!walk || compareInstants(at, walk.at) < 0)
  })
  return [...actions.filter(({ ritualId }) => ritualId === last?.id), ...older.sort(byDay)]
}
