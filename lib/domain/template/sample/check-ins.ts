import type { DocumentRecord } from '../../format/document.ts'
import type { CheckInValue } from '../../metric.ts'
import { addDays } from '../../time.ts'
import { leads } from './company.ts'
import type { KeyResultSketch } from './key-result-sketch.ts'
import { type KeyResultKey, runningKeyResults } from './key-results.ts'
import { objectives } from './objectives.ts'

/** Weeks of check-ins that the sample has. */
export const checkInWeeks = 8

type MetricSketch = KeyResultSketch['metric']
type Running = keyof typeof runningKeyResults

/** Share of the way gone at each of eight weekly check-ins: no two teams move alike. */
const paces = [
  [0.05, 0.14, 0.3, 0.42, 0.42, 0.63, 0.84, 1],
  [0, 0.05, 0.05, 0.2, 0.45, 0.6, 0.8, 1],
  [0.1, 0.1, 0.35, 0.28, 0.55, 0.55, 0.9, 1],
  [0.2, 0.4, 0.55, 0.7, 0.8, 0.9, 0.95, 1],
] as const
const stuckPace = [0.25, 0.5, 0.8, 0.95, 1, 1, 1, 1] as const

/** A value between two others with no more digits than they have. */
function between(from: number, to: number, share: number): number {
  const digits = [from, to].map((value) => (String(value).split('.')[1] ?? '').length)
  return Number((from + (to - from) * share).toFixed(Math.max(...digits)))
}

/** What a key result's check-in said at a share of the way to where it is now; the last one says where it is. */
function valueAlong(metric: MetricSketch, share: number): CheckInValue | undefined {
  switch (metric.kind) {
    case 'increase':
    case 'decrease': {
      const [from, to] = [metric.baseline ?? 0, metric.current]
      return to === undefined ? to : between(from, to, share)
    }
    case 'maintain': {
      const { current, lower = 0 } = metric
      return current === undefined || share === 1 ? current : between(current, lower, 0.4 * Math.sin(share * 9) ** 2)
    }
    case 'milestone':
      return (metric.steps ?? []).map(({ done }, at, { length }) => stepAlong(done ?? 0, share * length - at, share))
    case 'boolean':
      return share === 1 ? metric.current : 0
    case 'ordinal':
      return share < 0.5 ? 'fail' : metric.current
  }
}

/** Steps are done one after the other; in the end each stands where it stands. */
function stepAlong(done: number, turn: number, share: number): number {
  if (share === 1) return done
  return Math.min(done, Math.max(0, Math.round(turn * 10) / 10))
}

function confidenceAlong([first, now]: readonly [number, number], at: number): number {
  return Math.round(first + ((now - first) * at) / (checkInWeeks - 1)) / 10
}

function checkInsOf(key: Running, keyResult: KeyResultSketch, order: number, today: string): DocumentRecord<'checkIn'>[] {
  const { metric, confidence = [5, 5], notes = [], silentDays, isStuck } = keyResult
  const pace = isStuck ? stuckPace : (paces[order % paces.length] ?? paces[0])
  const lastDay = addDays(today, -(silentDays ?? 1 + (order % 5)))
  const missing = silentDays === undefined ? 0 : Math.floor(silentDays / 7)
  return pace.slice(missing).map((_, at, { length }) => {
    const back = length - 1 - at
    const step = Math.round((at * (checkInWeeks - 1)) / (length - 1))
    const [value, note] = [valueAlong(metric, pace[step] ?? 1), notes[back]]
    return {
      id: `chk_${key}_${at + 1}`,
      keyResultId: `kr_${key}`,
      at: `${addDays(lastDay, -7 * back)}T0${7 + (order % 3)}:${15 + (order % 4) * 10}:00Z`,
      ...(value === undefined ? {} : { value }),
      confidence: confidenceAlong(confidence, step),
      ...(note === undefined ? {} : { note }),
      personId: `person_${leads[objectives[keyResult.objective].node]}`,
    }
  })
}

/**
 * Weekly check-ins of every key result of the running quarter, oldest first; the last of each says where it stands now.
 *
 * @param today `YYYY-MM-DD`; no check-in is of today or later
 * Cost O(key results).
 */
export function sampleCheckIns(today: string): DocumentRecord<'checkIn'>[] {
  const keys = Object.keys(runningKeyResults) as Running[]
  const all = keys.flatMap((key, order) => checkInsOf(key, runningKeyResults[key], order, today))
  return all.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

/** Where the owner's confidence stands now, 0 to 1. Cost O(1). */
export function confidenceNow(key: KeyResultKey, keyResult: KeyResultSketch): number | undefined {
  return key in runningKeyResults ? confidenceAlong(keyResult.confidence ?? [5, 5], checkInWeeks - 1) : undefined
}
