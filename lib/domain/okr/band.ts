import type { MetricOf } from '../metric.ts'
import { type Band, knownProgress, type Progress, unknownProgress } from './progress.ts'

function placeOf(value: number, lower: number | null, upper: number | null): Band {
  if (lower !== null && value < lower) return { side: 'below', distance: Math.min(Number.MAX_VALUE, lower - value) }
  if (upper !== null && value > upper) return { side: 'above', distance: Math.min(Number.MAX_VALUE, value - upper) }
  return { side: 'inside', distance: 0 }
}

/**
 * Progress of a value that should stay in a band: whole inside, limits included. Outside it falls in proportion to the
 * distance and reaches 0 one width of the band away; with one limit, or a band without width, there is no such measure
 * and outside is 0. The distance is stated in any case.
 *
 * @returns unknown without a value or without any limit; limits given the wrong way round are read the right way round
 * Cost O(1). Spec: OKR11-OKR14.
 */
export function bandProgress({ current, lower, upper }: MetricOf<'maintain'>): Progress {
  if (lower === null && upper === null) return unknownProgress('no-limits')
  if (current === null) return unknownProgress('no-value')
  const [low, high] = lower !== null && upper !== null && lower > upper ? [upper, lower] : [lower, upper]
  const band = placeOf(current, low, high)
  if (band.side === 'inside') return { ...knownProgress(1), band }
  const width = low === null || high === null ? 0 : high - low
  return { ...knownProgress(width > 0 ? Math.max(0, 1 - band.distance / width) : 0), band }
}
