import type { Ritual } from '../../entity.ts'
import { listOf, type Snapshot } from '../../snapshot.ts'
import { compareInstants } from '../../time.ts'

/** When a check began: when it was opened or, where it was booked before, when it was started. Cost O(1). Spec: CK2. */
export function beganAt({ at, startsAt }: Pick<Ritual, 'at' | 'startsAt'>): string {
  return startsAt !== null && compareInstants(startsAt, at) > 0 ? startsAt : at
}

/** Whether a check is booked for later and nobody has started it. Cost O(1). Spec: CK2. */
export function isBooked({ state, at, startsAt }: Pick<Ritual, 'state' | 'at' | 'startsAt'>, now: string): boolean {
  return state === 'open' && startsAt !== null && compareInstants(startsAt, at) > 0 && compareInstants(startsAt, now) > 0
}

/** Whether something happened while a check was going on. Cost O(1). Spec: CK2. */
export function isDuring(ritual: Pick<Ritual, 'at' | 'startsAt' | 'closedAt'>, instant: string): boolean {
  return compareInstants(instant, beganAt(ritual)) >= 0 && (ritual.closedAt === null || compareInstants(instant, ritual.closedAt) <= 0)
}

/** The checks of a node that were held, latest first. Cost O(rituals log rituals). Spec: CK3. */
export function checksOf(snapshot: Snapshot, nodeId: string): Ritual[] {
  return listOf(snapshot, 'ritual')
    .filter(({ kind, state, nodeId: of }) => kind === 'check' && state === 'closed' && of === nodeId)
    .sort((a, b) => compareInstants(b.closedAt ?? b.at, a.closedAt ?? a.at))
}
