import type { Links } from './links.ts'
import type { SpectralRadius } from './spectral-radius.ts'

/** Links that are followed at most. */
const mostSteps = 60_000_000

/**
 * All that reaches a node, directly and through others, each further hand counting α of the one before: x = 1 + α·Aᵀx, parallel exchanges
 * counted.
 *
 * @param receives receiver → givers, weights = exchanges
 * @param alpha what one hand keeps, below 1 ÷ the spectral radius
 * @returns by vertex, 1 or more; null where α·ρ ≥ 1, where nothing adds up, or where it is too near to 1 to be worked out
 * Cost O((n + m)·rounds), rounds ≈ 30 ÷ −ln(α·ρ). Source: Katz 1953; Leontief. Spec: VN29.
 */
export function katz(receives: Links, radius: SpectralRadius | null, alpha: number): Float64Array | null {
  const size = receives.start.length - 1
  const kept = radius === null ? 0 : alpha * (radius.value + radius.error)
  if (kept >= 1) return null
  let [value, next] = [new Float64Array(size).fill(1), new Float64Array(size)]
  for (let steps = 0; steps < mostSteps; steps += size + receives.to.length + 1) {
    let [moved, largest] = [0, 1]
    for (let vertex = 0; vertex < size; vertex += 1) {
      let got = 0
      const end = receives.start[vertex + 1] ?? 0
      for (let place = receives.start[vertex] ?? 0; place < end; place += 1)
        got += (receives.weight[place] ?? 0) * (value[receives.to[place] ?? 0] ?? 0)
      const total = 1 + alpha * got
      moved = Math.max(moved, Math.abs(total - (value[vertex] ?? 0)))
      largest = Math.max(largest, total)
      next[vertex] = total
    }
    ;[value, next] = [next, value]
    if (moved <= 1e-13 * largest * (1 - kept)) return value
  }
  return null
}
