import type { Stated } from '../chance/report-numbers.ts'

/** By how much the chance of the goal grows if a key result is certain. */
export type Gain = { readonly keyResultId: string; readonly gain: Stated }

/** What changes a chance by less than half of one in a hundred is not worth saying. */
const worthSaying = 0.005

/** What is possible: of a range its upper end. Cost O(1). */
export function mostOf({ value, high }: Stated): number {
  return value ?? high
}

/** What can be counted on: of a range its lower end. Cost O(1). */
export function leastOf({ value, low }: Stated): number {
  return value ?? low
}

/** Whether a difference can be counted on, by half of one in a hundred. Cost O(1). Spec: OR25. */
export function isSure(part: Stated): boolean {
  return leastOf(part) >= worthSaying
}

/**
 * Where help does most for the goal, other than at the goal itself: by what can be counted on, then by what is possible.
 *
 * @param gains in document order: of several as good ones it is the first
 * @returns null where nothing can lift the goal by half of one in a hundred
 * Cost O(gains). Spec: IN6, OR25.
 */
export function bestHelp<G extends Gain>(gains: readonly G[], goal: string | null): G | null {
  const others = gains.filter(({ keyResultId, gain }) => keyResultId !== goal && mostOf(gain) >= worthSaying)
  return others.reduce<G | null>((best, each) => (best !== null && compare(best.gain, each.gain) >= 0 ? best : each), null)
}

/** Above 0 where the first is better, 0 where they are alike. */
function compare(one: Stated, other: Stated): number {
  return leastOf(one) - leastOf(other) || mostOf(one) - mostOf(other)
}
