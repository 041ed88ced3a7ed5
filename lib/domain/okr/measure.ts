import { assertNever } from '../error.ts'
import type { CheckInValue, Metric, MetricOf } from '../metric.ts'
import type { OrdinalZone } from '../vocabulary.ts'
import { bandProgress } from './band.ts'
import { lineProgress } from './line.ts'
import { knownProgress, type Progress, unknownProgress } from './progress.ts'
import { meanByWeight } from './roll-up.ts'

const shareOfZone: Record<OrdinalZone, number> = { fail: 0, commit: 0.3, target: 0.7, stretch: 1 }

/** Steps without a weight weigh 1; a step with weight 0 does not count; a step that says nothing is left out of the mean. */
function milestoneProgress({ steps }: MetricOf<'milestone'>): Progress {
  const counting = steps.filter(({ weight }) => weight !== 0)
  const counts = { known: counting.filter(({ done }) => done !== null).length, total: counting.length }
  const share = meanByWeight(counting.map(({ done, weight }) => ({ share: done, weight })))
  if (share !== null) return { ...knownProgress(share), steps: counts }
  const reason = steps.length === 0 ? 'no-steps' : counting.length === 0 ? 'no-weights' : 'no-value'
  return { ...unknownProgress(reason), steps: counts }
}

/**
 * How far a key result has come, from its metric alone.
 *
 * @returns share in [0,1] or null where it cannot be known; never NaN
 * Cost O(1), for milestones O(steps). Spec: OKR1-OKR19.
 */
export function progressOf(metric: Metric): Progress {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return lineProgress(metric)
    case 'maintain':
      return bandProgress(metric)
    case 'milestone':
      return milestoneProgress(metric)
    case 'boolean':
      return metric.current === null ? unknownProgress('no-value') : knownProgress(metric.current)
    case 'ordinal':
      return metric.current === null ? unknownProgress('no-value') : knownProgress(shareOfZone[metric.current])
    default:
      return assertNever(metric)
  }
}

/**
 * A metric with the value that a check-in reported.
 *
 * @returns null where the value does not fit, such as after the metric changed its kind
 * Cost O(1), for milestones O(steps). Spec: OKR19.
 */
export function metricWith(metric: Metric, value: CheckInValue): Metric | null {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
    case 'maintain':
      return typeof value === 'number' ? { ...metric, current: value } : null
    case 'boolean':
      return value === 0 || value === 1 ? { ...metric, current: value } : null
    case 'ordinal':
      return typeof value === 'string' ? { ...metric, current: value } : null
    case 'milestone':
      if (!Array.isArray(value) || value.length !== metric.steps.length) return null
      return { ...metric, steps: metric.steps.map((step, at) => ({ ...step, done: value[at] ?? null })) }
    default:
      return assertNever(metric)
  }
}
