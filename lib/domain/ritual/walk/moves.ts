import type { CheckIn, KeyResult } from '../../entity.ts'
import { metricWith, progressOf } from '../../okr/measure.ts'
import { find, networkOf, type Snapshot } from '../../snapshot.ts'
import { compareInstants, dayReader } from '../../time.ts'

/** What check-ins said about a key result up to a day and after it. */
export type Move = {
  readonly keyResultId: string
  /** progress at the last check-in on or before the day; null where there was none */
  readonly progressBefore: number | null
  readonly progressAfter: number | null
  readonly confidenceBefore: number | null
  readonly confidenceAfter: number | null
}

type Said = { readonly progress: number | null; readonly confidence: number | null }

/** The last progress and the last confidence that these check-ins, oldest first, reported. */
function lastSaid({ metric }: KeyResult, checkIns: readonly CheckIn[]): Said {
  const value = checkIns.findLast((each) => each.value !== null)?.value ?? null
  const reported = value === null ? null : metricWith(metric, value)
  return {
    progress: reported ? progressOf(reported).share : null,
    confidence: checkIns.findLast((each) => each.confidence !== null)?.confidence ?? null,
  }
}

function moveOf(keyResult: KeyResult, before: readonly CheckIn[], all: readonly CheckIn[]): Move {
  const [then, now] = [lastSaid(keyResult, before), lastSaid(keyResult, all)]
  return {
    keyResultId: keyResult.id,
    progressBefore: then.progress,
    progressAfter: now.progress,
    confidenceBefore: then.confidence,
    confidenceAfter: now.confidence,
  }
}

/**
 * What moved since a day: key results with a check-in after it.
 *
 * @param since the last day that counts as before, in the network's time zone (the day of the last walk)
 * @returns by key result; one without a check-in after the day is missing
 * Cost O(check-ins · log check-ins of one key result). Spec: WA16-WA17.
 */
export function movesSince(snapshot: Snapshot, since: string): Map<string, Move> {
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const moves = new Map<string, Move>()
  const reports = Map.groupBy(snapshot.tables.checkIn.values(), ({ keyResultId }) => keyResultId)
  for (const [keyResultId, checkIns] of reports) {
    const keyResult = find(snapshot, 'keyResult', keyResultId)
    const ordered = checkIns.sort((a, b) => compareInstants(a.at, b.at) || a.rank - b.rank)
    const before = ordered.filter(({ at }) => dayOf(at) <= since)
    if (keyResult && before.length < ordered.length) moves.set(keyResultId, moveOf(keyResult, before, ordered))
  }
  return moves
}

/** Points of confidence (0 to 10) that a key result fell by; 0 where it rose or either side is unknown. Cost O(1). Spec: WA17. */
export function pointsFallen({ confidenceBefore, confidenceAfter }: Move): number {
  if (confidenceBefore === null || confidenceAfter === null) return 0
  return Math.max(0, Math.round((confidenceBefore - confidenceAfter) * 1000) / 100)
}

/** By how much a key result's progress rose, 0 to 1; 0 where it fell or either side is unknown. Cost O(1). Spec: WA17. */
export function progressGained({ progressBefore, progressAfter }: Move): number {
  if (progressBefore === null || progressAfter === null) return 0
  return Math.max(0, progressAfter - progressBefore)
}
