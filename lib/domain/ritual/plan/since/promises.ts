import { counted } from '../../../counted.ts'
import type { Dependency } from '../../../entity.ts'
import { dependencyDueOn } from '../../../okr/dependency-marks.ts'
import { isSettledState, promiseClass } from '../../../okr/promise-class.ts'
import type { Sentence } from '../../../plan/sentence.ts'
import { dayText } from '../../../promise/day-words.ts'
import { historyOf } from '../../../promise/stand.ts'
import { find, networkOf, type Snapshot } from '../../../snapshot.ts'
import { dayReader, daysBetween } from '../../../time.ts'
import { giverPart, say, takerPart, thingPart } from '../fit/words.ts'
import { isUnpromised, needsOf } from '../needs.ts'

/**
 * What became of a need of the plan. Promised then: `kept` (delivered in time), `cameLate`, `late` (its day has passed), `takenBack`,
 * `moved` to another day, `running`. Not promised then: `promised` since, `open` still. Either: `released` (nobody needs it any more).
 * Not there then: `added`.
 */
export const promiseFates = ['kept', 'cameLate', 'late', 'takenBack', 'moved', 'running', 'promised', 'open', 'released', 'added'] as const
export type PromiseFate = (typeof promiseFates)[number]

export type PromiseSince = {
  readonly dependencyId: string
  readonly wasPromised: boolean
  readonly fate: PromiseFate
  readonly sentence: Sentence
}

/** Both moments, and the day by which is judged. */
type Moments = { readonly then: Snapshot; readonly now: Snapshot; readonly today: string }

/** The day on which it was last delivered; null where its history does not tell. */
function deliveredOn(now: Snapshot, { id }: Dependency): string | null {
  const at = historyOf(now, id).findLast(({ to, from }) => (to === 'delivered' || to === 'accepted') && from !== 'delivered')?.at
  return at === undefined ? null : dayReader(networkOf(now).timeZone)(at)
}

type Told = { readonly fate: PromiseFate; readonly sentence: Sentence }

/** What became of a promise, measured against the day for which it was promised then. */
function promiseFate({ now, today }: Omit<Moments, 'then'>, old: Dependency, fresh: Dependency): Told {
  const [giver, thing, taker] = [giverPart(now, fresh), thingPart(now, fresh), takerPart(now, fresh)]
  const due = dependencyDueOn(old)
  if (isSettledState(fresh.state) && isSettledState(old.state))
    return { fate: 'kept', sentence: say(giver, ' had given ', thing, ' before the plan was committed.') }
  if (isSettledState(fresh.state)) {
    const came = deliveredOn(now, fresh)
    const days = due === null || came === null ? 0 : daysBetween(due, came)
    if (days > 0) return { fate: 'cameLate', sentence: say(giver, ' gave ', thing, ` ${counted(days, 'day')} late.`) }
    return { fate: 'kept', sentence: say(giver, ' gave ', thing, ' as promised.') }
  }
  if (fresh.state !== 'promised') return { fate: 'takenBack', sentence: say(giver, ' took ', thing, ' back; ', taker, ' still needs it.') }
  const dueNow = dependencyDueOn(fresh)
  if (dueNow !== null && dueNow < today)
    return { fate: 'late', sentence: say(thing, ' of ', giver, ` is ${counted(daysBetween(dueNow, today), 'day')} late.`) }
  if (due === dueNow || due === null || dueNow === null) return { fate: 'running', sentence: say(thing, ' of ', giver, ' is promised as it was.') }
  const days = Math.abs(daysBetween(due, dueNow))
  const way = dueNow > due ? 'later' : 'earlier'
  return { fate: 'moved', sentence: say(thing, ' of ', giver, ` is promised ${counted(days, 'day')} ${way}, for ${dayText(dueNow, today)}.`) }
}

function needSince(moments: Moments, old: Dependency): PromiseSince {
  const { then, now } = moments
  const wasPromised = !isUnpromised(old)
  const fresh = find(now, 'dependency', old.id)
  const base = { dependencyId: old.id, wasPromised }
  if (!fresh || promiseClass(fresh.state) === 'ended')
    return {
      ...base,
      fate: 'released',
      sentence: say(takerPart(then, old), ' does not need ', thingPart(then, old), ' of ', giverPart(then, old), ' any more.'),
    }
  if (wasPromised) return { ...base, ...promiseFate(moments, old, fresh) }
  const thing = say(thingPart(now, fresh), ' of ', giverPart(now, fresh))
  if (isUnpromised(fresh)) return { ...base, fate: 'open', sentence: say(...thing, ' is still not promised.') }
  return { ...base, fate: 'promised', sentence: say(...thing, ' has been promised since.') }
}

/**
 * What became of the needs of a plan, and which came since.
 *
 * @param today day in the network's time zone
 * @returns those of the plan in its order, then those that came, in document order
 * Cost O(needs + moves). Spec: PL62-PL63.
 */
export function promisesSince(moments: Moments, cycleId: string): PromiseSince[] {
  const { then, now } = moments
  const old = needsOf(then, cycleId)
  const known = new Set<string>(old.map(({ id }) => id))
  const added = needsOf(now, cycleId).flatMap((need): PromiseSince[] => {
    if (known.has(need.id)) return []
    const sentence = say(takerPart(now, need), ' came to need ', thingPart(now, need), ' of ', giverPart(now, need), '.')
    return [{ dependencyId: need.id, wasPromised: false, fate: 'added', sentence }]
  })
  return [...old.map((need) => needSince(moments, need)), ...added]
}
