import { assertNever } from '../error.ts'
import type { Metric } from '../metric.ts'

/** Whether a number, a band, steps or zones say when it is reached; yes or no says it of none. Cost O(1). Spec: AL22. */
export function hasTarget(metric: Metric): boolean {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return metric.target !== null || metric.stretch !== null
    case 'maintain':
      return metric.lower !== null || metric.upper !== null
    case 'milestone':
      return metric.steps.length > 0
    case 'ordinal':
      return Object.values(metric.zones).some((zone) => zone !== null)
    case 'boolean':
      return false
    default:
      return assertNever(metric)
  }
}

/** Whether it has somewhere to go, and neither a baseline nor a value to go from. Cost O(1). Spec: AL23. */
export function isWithoutStart(metric: Metric): boolean {
  return (metric.kind === 'increase' || metric.kind === 'decrease') && hasTarget(metric) && metric.baseline === null && metric.current === null
}
