import type { HealthMetric } from '../entity.ts'

/** How a node's health metric stands; unknown is never green. */
export const healthStatuses = ['red', 'amber', 'unknown', 'green'] as const
export type HealthStatus = (typeof healthStatuses)[number]

/** What is judged: a value against a band. */
type Banded = Pick<HealthMetric, 'lower' | 'upper' | 'tolerance' | 'current'>

/** How far a value is outside of a band, in its unit: 0 inside, both ends included. */
export type Outside = { readonly side: 'below' | 'above' | 'inside'; readonly distance: number }

/** A distance as people would work it out: 80 − 77.7 is 2.3, with nothing left over from binary fractions. */
function rounded(distance: number): number {
  return Number(distance.toPrecision(12))
}

/**
 * Where a value stands to a band.
 *
 * @returns the distance in the unit of the metric, ≥ 0; null without a value or without any end of the band
 * Cost O(1). Spec: HM1, HM2.
 */
export function outsideOf({ lower, upper }: Pick<Banded, 'lower' | 'upper'>, value: number | null): Outside | null {
  if (value === null || (lower === null && upper === null)) return null
  if (lower !== null && value < lower) return { side: 'below', distance: rounded(lower - value) }
  if (upper !== null && value > upper) return { side: 'above', distance: rounded(value - upper) }
  return { side: 'inside', distance: 0 }
}

/**
 * How a health metric stands: green inside its band, amber outside by no more than the tolerance, red further out. Without a tolerance every
 * value outside is red.
 *
 * Cost O(1). Spec: HM1-HM3.
 */
export function healthOf({ lower, upper, tolerance, current }: Banded): HealthStatus {
  const outside = outsideOf({ lower, upper }, current)
  if (!outside) return 'unknown'
  if (outside.side === 'inside') return 'green'
  return outside.distance <= (tolerance ?? 0) ? 'amber' : 'red'
}
