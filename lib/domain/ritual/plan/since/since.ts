import { counted } from '../../../counted.ts'
import { capital } from '../../../history/record-text.ts'
import { joined } from '../../../joined.ts'
import type { Snapshot } from '../../../snapshot.ts'
import { type KeyResultFate, type KeyResultSince, keyResultFates, keyResultsSince } from './key-results.ts'
import { type PromiseFate, type PromiseSince, promiseFates, promisesSince } from './promises.ts'

/** A plan and what became of it. */
export type SinceBaseline = {
  readonly keyResults: readonly KeyResultSince[]
  readonly promises: readonly PromiseSince[]
  readonly counts: {
    readonly keyResults: Readonly<Record<KeyResultFate, number>>
    readonly promises: Readonly<Record<PromiseFate, number>>
  }
  /** one sentence: what became of the plan */
  readonly lead: string
}

function some(count: number, text: string): string[] {
  return count === 0 ? [] : [`${count} ${text}`]
}

function keyResultLead({ added, dropped, changed, asPlanned }: Readonly<Record<KeyResultFate, number>>): string {
  const total = dropped + changed + asPlanned
  const came = added === 0 ? '' : `; ${added} came on`
  if (total === 0) return `no key result was planned${came}`
  const subject = `of ${counted(total, 'planned key result')}`
  if (asPlanned === total)
    return `${total === 1 ? 'the one planned key result stands' : `${total === 2 ? 'both' : `all ${total}`} planned key results stand`}${came}`
  return `${subject} ${joined([...some(asPlanned, asPlanned === 1 ? 'stands' : 'stand'), ...some(changed, changed === 1 ? 'was changed' : 'were changed'), ...some(dropped, dropped === 1 ? 'was dropped' : 'were dropped')])}${came}`
}

/** Only what was promised then counts here; what was open then is told beside. */
function promiseLead(promises: readonly PromiseSince[]): string {
  const made = promises.filter(({ wasPromised }) => wasPromised)
  if (made.length === 0) return 'nothing was promised'
  const count = (fate: PromiseFate) => made.filter((each) => each.fate === fate).length
  const parts = [
    ...some(count('kept'), 'kept'),
    ...some(count('cameLate'), 'came late'),
    ...some(count('late'), 'late now'),
    ...some(count('takenBack'), 'taken back'),
    ...some(count('moved'), 'moved'),
    ...some(count('running'), 'still to come'),
    ...some(count('released'), 'not needed any more'),
  ]
  return `of ${counted(made.length, 'promise')}: ${joined(parts)}`
}

function countsOf<F extends string>(fates: readonly F[], found: readonly { readonly fate: F }[]): Record<F, number> {
  return castCounts(Object.fromEntries(fates.map((fate) => [fate, found.filter((each) => each.fate === fate).length])))
}

/** Guaranteed by `countsOf`: there is one number for each fate. */
function castCounts<F extends string>(counts: Record<string, number>): Record<F, number> {
  return counts as Record<F, number>
}

/**
 * What became of a plan: key result by key result and promise by promise, from the baseline to now. How far key results came
 * is progress and told elsewhere; here it is told what of the plan still stands.
 *
 * @param then the network as it was at the baseline
 * @param today day in the network's time zone
 * @returns the same whatever the order of the records in their tables
 * Cost O(key results + needs + moves). Spec: PL60-PL64.
 */
export function sinceBaseline(
  then: Snapshot,
  now: Snapshot,
  { cycleId, today }: { readonly cycleId: string; readonly today: string },
): SinceBaseline {
  const keyResults = keyResultsSince(then, now, cycleId)
  const promises = promisesSince({ then, now, today }, cycleId)
  const counts = { keyResults: countsOf(keyResultFates, keyResults), promises: countsOf(promiseFates, promises) }
  return { keyResults, promises, counts, lead: `${capital(keyResultLead(counts.keyResults))}; ${promiseLead(promises)}.` }
}
