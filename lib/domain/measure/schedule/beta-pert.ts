import type { Estimated } from './duration.ts'

/** The quantiles of a shape are kept at so many even steps; between them a straight line is good enough for weeks. */
const steps = 1024

/** The density is added up over so many cells. */
const cells = 4096

/** Durations of one shape: where they begin, how far they reach, and their quantiles as shares of that. */
export type DrawnDuration = { readonly from: number; readonly range: number; readonly quantiles: Float64Array }

/** The quantiles of Beta(1 + 4r, 1 + 4(1 − r)) at 0, 1 ÷ 1024, … 1, by adding up its density. */
function quantilesOf(ratio: number): Float64Array {
  const [left, right] = [4 * ratio, 4 * (1 - ratio)]
  const sum = new Float64Array(cells + 1)
  for (let cell = 0; cell < cells; cell += 1) {
    const x = (cell + 0.5) / cells
    sum[cell + 1] = (sum[cell] ?? 0) + x ** left * (1 - x) ** right
  }
  const quantiles = new Float64Array(steps + 1)
  quantiles[steps] = 1
  let cell = 0
  for (let step = 1; step < steps; step += 1) {
    const wanted = (step / steps) * (sum[cells] ?? 0)
    while ((sum[cell + 1] ?? 0) < wanted) cell += 1
    const [before, after] = [sum[cell] ?? 0, sum[cell + 1] ?? 0]
    quantiles[step] = (cell + (wanted - before) / (after - before)) / cells
  }
  return quantiles
}

/**
 * Durations drawn from the beta-PERT distribution of an estimate: between optimistic and pessimistic, their mean that of PERT, (O + 4M + P) ÷ 6,
 * and densest at the likely one: O + (P − O) · Beta(1 + 4(M − O) ÷ (P − O), 1 + 4(P − M) ÷ (P − O)). All estimates of one shape share a table.
 *
 * @returns for each estimate how it is drawn; weeks
 * Cost O(estimates + shapes · cells). Source: Vose 2008 (modified PERT with λ = 4). Spec: CN70.
 */
export function drawnDurations(): (estimate: Estimated) => DrawnDuration {
  const tables = new Map<number, Float64Array>()
  return ({ optimistic, likely, pessimistic }) => {
    const range = pessimistic - optimistic
    const ratio = range === 0 ? 0 : (likely - optimistic) / range
    const quantiles = tables.get(ratio) ?? quantilesOf(ratio)
    tables.set(ratio, quantiles)
    return { from: optimistic, range, quantiles }
  }
}

/** One duration from 32 random bits, in weeks. Cost O(1). Spec: CN70. */
export function drawDuration({ from, range, quantiles }: DrawnDuration, bits: number): number {
  const place = ((bits >>> 0) / 4_294_967_296) * steps
  const step = place | 0
  const low = quantiles[step] ?? 0
  return from + range * (low + (place - step) * ((quantiles[step + 1] ?? 1) - low))
}
