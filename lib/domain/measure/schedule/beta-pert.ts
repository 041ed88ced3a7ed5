import type { RandomWords } from '../random.ts'
import type { Estimated } from './duration.ts'

/** A standard normal number, by the polar method. Source: Marsaglia and Bray 1964. */
function normal(uniform: () => number): number {
  for (;;) {
    const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1]
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
  }
}

/** A gamma number of shape 1 or more and scale 1. Source: Marsaglia and Tsang 2000. */
function gamma(shape: number, uniform: () => number): number {
  const base = shape - 1 / 3
  const scale = 1 / Math.sqrt(9 * base)
  for (;;) {
    const x = normal(uniform)
    const cube = (1 + scale * x) ** 3
    if (cube <= 0) continue
    if (Math.log(1 - uniform()) < (x * x) / 2 + base - base * cube + base * Math.log(cube)) return base * cube
  }
}

/**
 * A duration drawn from the beta-PERT distribution of an estimate: between optimistic and pessimistic, its mean that of PERT, (O + 4M + P) ÷ 6,
 * and densest at the likely one: O + (P − O) · Beta(1 + 4(M − O) ÷ (P − O), 1 + 4(P − M) ÷ (P − O)).
 *
 * @param random where the dice come from
 * @returns weeks
 * Cost O(1), some 200 nanoseconds. Source: Vose 2008 (modified PERT with λ = 4). Spec: CN70.
 */
export function drawBetaPert({ optimistic, likely, pessimistic }: Estimated, { uniform }: Pick<RandomWords, 'uniform'>): number {
  const range = pessimistic - optimistic
  if (range === 0) return optimistic
  const left = gamma(1 + (4 * (likely - optimistic)) / range, uniform)
  const right = gamma(1 + (4 * (pessimistic - likely)) / range, uniform)
  return optimistic + (range * left) / (left + right)
}
