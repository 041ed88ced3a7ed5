import type { Metric } from '../../../../lib/domain/metric.ts'

/** A step in words that need no colour: ▲+4, ▼−2; what is only done or not has no size. */
export function stepText(points: number, metric?: Metric): string {
  if (metric?.kind === 'boolean') return points > 0 ? '✓ done' : '✕ not done'
  return points > 0 ? `▲+${points}` : `▼−${Math.abs(points)}`
}
