import type { MetricOf } from '../metric.ts'
import { knownProgress, type Progress, unknownProgress } from './progress.ts'

type Line = MetricOf<'increase'> | MetricOf<'decrease'>
type Point = { readonly value: number; readonly share: number }

/** 1 where larger is better. The numbers say it; the kind says it where baseline and goal are equal or one is unknown. */
function directionOf({ baseline, kind }: Line, goal: number): number {
  if (baseline === null || baseline === goal) return kind === 'increase' ? 1 : -1
  return goal > baseline ? 1 : -1
}

/** The values that mean something, from the baseline to the goal; one that lies outside of them or out of order is not read. */
function pointsOf({ baseline, commit, target, stretch }: Line, goal: number, direction: number): Point[] {
  const inOrder = (...values: (number | null)[]) => {
    const known = values.filter((value) => value !== null)
    return known.every((value, at) => at === 0 || direction * (value - (known[at - 1] ?? value)) >= 0)
  }
  const points: Point[] = []
  const middle = stretch === null ? null : target
  const readsMiddle = middle !== null && inOrder(baseline, middle, goal)
  if (baseline !== null) points.push({ value: baseline, share: 0 })
  if (commit !== null && inOrder(baseline, commit, readsMiddle ? middle : null, goal)) points.push({ value: commit, share: 0.3 })
  if (readsMiddle) points.push({ value: middle, share: 0.7 })
  points.push({ value: goal, share: 1 })
  return points
}

/** (value − from) ÷ (to − from); quartered first where the difference is too large for a number. */
function ratio(value: number, from: number, to: number): number {
  const range = to - from
  if (!Number.isFinite(range)) return ratio(value / 4, from / 4, to / 4)
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, (value - from) / range))
}

/**
 * Progress along a line from the baseline to the target: one formula for increase and decrease,
 * (current − baseline) ÷ (target − baseline), bent where commit (0.3) or stretch (1.0, the target then 0.7) are given.
 *
 * @returns 1 where the goal is reached even if the baseline is unknown or equal to it; 0 on the wrong side of the baseline;
 *   unknown without a value or a goal, and below the first known point without a baseline
 * Cost O(1). Spec: OKR1-OKR12.
 */
export function lineProgress(metric: Line): Progress {
  const { baseline, current } = metric
  const goal = metric.stretch ?? metric.target
  if (current === null) return unknownProgress('no-value')
  if (goal === null) return unknownProgress('no-target')
  const direction = directionOf(metric, goal)
  const points = pointsOf(metric, goal, direction)
  const reachedAt = points.findLastIndex(({ value }) => direction * (current - value) >= 0)
  const [reached, next] = [points[reachedAt], points[reachedAt + 1]]
  if (reached && next) return knownProgress(reached.share + (next.share - reached.share) * ratio(current, reached.value, next.value))
  if (baseline === null) return reached ? knownProgress(1) : unknownProgress('no-baseline')
  if (baseline === goal) return knownProgress(reached ? 1 : 0)
  const straight = ratio(current, baseline, goal)
  return knownProgress(reached ? Math.max(1, straight) : Math.min(0, straight))
}
