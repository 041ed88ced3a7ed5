import type { CheckIn } from '../../entity.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { sparklineWeeks } from '../../okr/check-in-history.ts'
import { blockedSentence } from '../../plan/cause-sentence.ts'
import { needGraph } from '../../plan/graph.ts'
import { upstreamOf } from '../../plan/reach.ts'
import type { Sentence } from '../../plan/sentence.ts'
import { find, networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { compareInstants, dayReader, daysBetween } from '../../time.ts'
import type { Stop } from './agenda.ts'
import { type Reach, waitingIn } from './waiting.ts'

/** What a stop shows beside its sentence, as it is now; what has been deleted since is null or empty. */
export type StopDetail = {
  readonly keyResultId: string | null
  readonly dependencyId: string | null
  readonly healthMetricId: string | null
  /** key results that it waits for, nearest first: why */
  readonly upstream: readonly string[]
  /** key results that wait for it, nearest first: so what */
  readonly downstream: readonly string[]
  readonly reach: Reach
  readonly why: Sentence | null
  readonly lastNote: { readonly text: string; readonly day: string; readonly personId: string | null } | null
  /** the last confidence of each of the last 8 weeks, 0 to 1, oldest first; null: none in that week */
  readonly confidences: readonly (number | null)[]
}

type Reader = { readonly dayOf: (at: string) => string; readonly today: string }

function confidencesOf(checkIns: readonly CheckIn[], { dayOf, today }: Reader): (number | null)[] {
  const weeks: (number | null)[] = Array.from({ length: sparklineWeeks }, () => null)
  for (const { at, confidence } of checkIns) {
    const daysAgo = daysBetween(dayOf(at), today)
    const week = sparklineWeeks - 1 - Math.floor(daysAgo / 7)
    if (confidence !== null && daysAgo >= 0 && week >= 0) weeks[week] = confidence
  }
  return weeks
}

function noteOf(checkIns: readonly CheckIn[], { dayOf }: Reader): StopDetail['lastNote'] {
  const noted = checkIns.findLast(({ note }) => note !== null)
  return noted?.note ? { text: noted.note, day: dayOf(noted.at), personId: noted.personId } : null
}

function keyResultOf(snapshot: Snapshot, { subject, about }: Stop): string | null {
  if (subject === 'dependency') return find(snapshot, 'dependency', about)?.consumerKeyResultId ?? null
  return subject === 'keyResult' ? (find(snapshot, 'keyResult', about)?.id ?? null) : null
}

/**
 * What a stop shows: of a promise, the key result that needs it, and all who wait behind it.
 *
 * Cost O(key results + needs + check-ins of the key result). Spec: WA42, WA43.
 */
export function stopDetail(snapshot: Snapshot, assessment: Assessment, stop: Stop): StopDetail {
  const keyResultId = keyResultOf(snapshot, stop)
  const need = stop.subject === 'dependency' ? assessment.dependencies.get(stop.about ?? '') : undefined
  const waiting = waitingIn(assessment)
  const downstream = need ? waiting.forNeed(need) : keyResultId === null ? [] : waiting.forKeyResult(keyResultId)
  const reader = { dayOf: dayReader(networkOf(snapshot).timeZone), today: assessment.today }
  const checkIns =
    keyResultId === null
      ? []
      : referring(snapshot, 'checkIn', 'keyResultId', keyResultId).sort((a, b) => compareInstants(a.at, b.at) || a.rank - b.rank)
  return {
    keyResultId,
    dependencyId: need?.id ?? null,
    healthMetricId: stop.subject === 'healthMetric' ? (find(snapshot, 'healthMetric', stop.about)?.id ?? null) : null,
    upstream: keyResultId === null ? [] : [...upstreamOf(needGraph(snapshot, assessment.cycleId), keyResultId).keys()],
    downstream,
    reach: waiting.reachOf(downstream),
    why: keyResultId === null ? null : blockedSentence(snapshot, assessment, keyResultId),
    lastNote: noteOf(checkIns, reader),
    confidences: confidencesOf(checkIns, reader),
  }
}

const [usualSeconds, longSeconds, longStops] = [90, 180, 2] as const

/**
 * The time that is meant for each stop, in seconds: three minutes for the two behind which most waits, a minute and a half for the others.
 *
 * @returns by id of the stop
 * Cost O(stops · (key results + needs)). Spec: WA50.
 */
export function secondsMeant(snapshot: Snapshot, assessment: Assessment, stops: readonly Stop[]): Map<string, number> {
  const waiting = waitingIn(assessment)
  const reaches = stops.map((stop) => {
    const need = stop.subject === 'dependency' ? assessment.dependencies.get(stop.about ?? '') : undefined
    const keyResultId = keyResultOf(snapshot, stop)
    const waiters = need ? waiting.forNeed(need) : keyResultId === null ? [] : waiting.forKeyResult(keyResultId)
    return { id: stop.id, reach: waiting.reachOf(waiters) }
  })
  const longest = reaches
    .filter(({ reach }) => reach.keyResults > 0)
    .sort((a, b) => b.reach.keyResults - a.reach.keyResults || b.reach.areas - a.reach.areas)
    .slice(0, longStops)
  return new Map(stops.map(({ id }) => [id, longest.some((each) => each.id === id) ? longSeconds : usualSeconds]))
}
