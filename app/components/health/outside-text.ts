import type { HealthMetric } from '../../../lib/domain/entity.ts'
import { healthOf } from '../../../lib/domain/health/status.ts'

/** What is to be protected and is not: “2 of 3 health metrics not green”; null where nothing that was read is outside of its band. */
export function outsideText(metrics: readonly HealthMetric[]): string | null {
  const outside = metrics.map(healthOf).filter((status) => status === 'amber' || status === 'red').length
  return outside === 0 ? null : `${outside} of ${metrics.length} health ${metrics.length === 1 ? 'metric' : 'metrics'} not green`
}
