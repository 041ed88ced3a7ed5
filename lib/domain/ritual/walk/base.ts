import type { Ritual } from '../../entity.ts'
import type { Metric } from '../../metric.ts'
import type { Assessment, KeyResultAssessment } from '../../okr/assessment.ts'
import { metricWith, progressOf } from '../../okr/measure.ts'
import { find, networkOf, type Snapshot } from '../../snapshot.ts'
import { addDays, dayIn } from '../../time.ts'
import { type Move, movesSince } from './moves.ts'

/** Days that “since the last walk” reaches back where there was none. */
const usualDays = 7

/** The last walk, and the network as it left it; null where there is none, or where the network of then is unknown. */
export type LastWalk = { readonly previous: Ritual | null; readonly before: Snapshot | null }

/** What a walk is compared with. */
export type Base = {
  /** the last day that counts as before */
  readonly since: string
  /** by key result of the assessed cycle that was there before; where nothing moved, both sides are equal */
  readonly moves: ReadonlyMap<string, Move>
  /** key results of the cycle that were not there before; empty where the network of that day is unknown */
  readonly added: readonly string[]
}

/** The day up to which everything counts as before: that of the last walk, else a week ago. Cost O(1). Spec: WA10. */
export function sinceDay(snapshot: Snapshot, previous: Ritual | null, today: string): string {
  return previous ? dayIn(networkOf(snapshot).timeZone, previous.closedAt ?? previous.at) : addDays(today, -usualDays)
}

/** How far the value of then would be by what is measured now: a new target is no step. Null where the value does not fit any more. */
function shareThen(now: Metric, then: Metric): number | null {
  if (now.kind !== then.kind) return null
  const value = then.kind === 'milestone' ? then.steps.map(({ done }) => done) : then.current
  if (value === null) return null
  const measured = metricWith(now, value)
  return measured && progressOf(measured).share
}

function moveBetween(before: Snapshot, snapshot: Snapshot, { id, progress, confidence }: KeyResultAssessment): Move | null {
  const [now, then] = [find(snapshot, 'keyResult', id), find(before, 'keyResult', id)]
  if (!now || !then) return null
  return {
    keyResultId: id,
    progressBefore: shareThen(now.metric, then.metric),
    progressAfter: progress.share,
    confidenceBefore: then.confidence,
    confidenceAfter: confidence,
  }
}

/**
 * What moved since the last walk: from the network as it was then, else from the check-ins of the last week.
 *
 * Cost O(key results), or O(check-ins · log) without a network of then. Spec: WA10-WA12.
 */
export function baseOf(snapshot: Snapshot, assessment: Assessment, { before, previous }: LastWalk): Base {
  const since = sinceDay(snapshot, previous, assessment.today)
  const walked = walkedKeyResults(assessment)
  if (!before) {
    const moves = movesSince(snapshot, since)
    return { since, moves: new Map(walked.flatMap(({ id }) => entryOf(moves.get(id)))), added: [] }
  }
  const moves = walked.flatMap((each) => entryOf(moveBetween(before, snapshot, each)))
  return { since, moves: new Map(moves), added: walked.filter(({ id }) => !find(before, 'keyResult', id)).map(({ id }) => id) }
}

function entryOf(move: Move | null | undefined): (readonly [string, Move])[] {
  return move ? [[move.keyResultId, move]] : []
}

/** The key results that a walk goes through, in document order. Cost O(key results). Spec: WA1. */
export function walkedKeyResults({ keyResults, cycleId }: Assessment): KeyResultAssessment[] {
  return [...keyResults.values()].filter((each) => cycleId === null || each.cycleId === cycleId)
}
