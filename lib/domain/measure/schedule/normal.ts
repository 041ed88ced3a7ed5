/**
 * The share of a standard normal distribution at or below x, by its Taylor series around 0; beyond ±8 it is 0 or 1 within 10^-15.
 *
 * @returns 0 to 1, within 10^-14
 * Cost O(|x|) terms, some 100 at most. Source: Marsaglia 2004, Evaluating the Normal Distribution. Spec: CN68.
 */
export function normalShare(x: number): number {
  if (Number.isNaN(x)) return x
  if (x < -8) return 0
  if (x > 8) return 1
  let [term, sum, before] = [x, x, 0]
  for (let odd = 3; sum !== before; odd += 2) {
    term *= (x * x) / odd
    before = sum
    sum += term
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
}

/**
 * The chance that a chain ends by a deadline, as if the sum of its durations were normal. It looks at one chain only, so it is too high where
 * others are nearly as long (merge bias): `finishTrialSteps` is not. Screens and sentences tell those trials; this is there where a deadline is asked for.
 *
 * @param weeks expected and variance of the chain, and the deadline, all in weeks from the start
 * @returns 0 to 1; without variance 0 or 1
 * Cost O(1). Source: Malcolm et al. 1959 (PERT). Spec: CN68-CN69.
 */
export function chanceByNormal({
  expected,
  variance,
  deadline,
}: {
  readonly expected: number
  readonly variance: number
  readonly deadline: number
}): number {
  if (variance === 0) return deadline >= expected ? 1 : 0
  return normalShare((deadline - expected) / Math.sqrt(variance))
}
