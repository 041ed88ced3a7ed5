import type { Who } from '../../../../lib/domain/access.ts'
import type { CommandCall } from '../../../../lib/domain/command/call.ts'
import { runCommands } from '../../../../lib/domain/command/run.ts'
import type { EntityName, Id } from '../../../../lib/domain/ids.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { fork, get, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { needsNetwork, type SketchedNeed } from '../../sketch.ts'

export const today = '2027-02-10'
export const now = '2027-02-10T10:00:00Z'

export const ours: Who = {
  personId: 'ann',
  role: 'contributor',
  members: new Map([
    ['ann', 'contributor'],
    ['bob', 'contributor'],
  ]),
}
export const theirs: Who = { ...ours, personId: 'bob' }

/** Key result `a` of Platform gives to `b` of Onboarding; Ann leads the one, Bob the other, and a check of both is open. */
export function twoSides(needs: readonly SketchedNeed[] = [{ supplier: 'a', consumer: 'b', what: 'SSO', promisedOn: '2027-02-20' }]): Snapshot {
  return needsNetwork({ a: { node: 'platform', title: 'Uptime' }, b: { node: 'onboarding', title: 'Days to go live' } }, needs, {
    person: [{ id: 'ann' }, { id: 'bob' }],
    participation: [
      { id: 'p1', nodeId: 'platform', personId: 'ann', tier: 'lead' },
      { id: 'p2', nodeId: 'onboarding', personId: 'bob', tier: 'lead' },
    ],
    ritual: [
      { id: 'given', kind: 'check', nodeId: 'platform', phase: 'promises', at: '2027-02-10T09:00:00Z' },
      { id: 'taken', kind: 'check', nodeId: 'onboarding', phase: 'promises', at: '2027-02-10T09:00:00Z' },
    ],
  })
}

export function assessed(snapshot: Snapshot) {
  return assess(snapshot, { today, cycleId: 'q' })
}

/** Ids that are counted up. */
export function counter(): <E extends EntityName>(entity: E) => Id<E> {
  let made = 0
  return <E extends EntityName>(entity: E) => {
    made += 1
    return asId<E>(`${entity}_${made}`)
  }
}

/** The network after commands, which are decided as a server would. */
export function after(snapshot: Snapshot, calls: readonly CommandCall[], { who = ours, at = now }: { who?: Who; at?: string } = {}): Snapshot {
  const next = fork(snapshot)
  runCommands(next, calls, { actor: 'test', who, now: at })
  return next
}

export function ritualOf(snapshot: Snapshot, id: string) {
  return get(snapshot, 'ritual', id)
}
