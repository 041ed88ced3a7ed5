import { componentsOf } from '../../plan/rings.ts'
import type { Links } from './links.ts'

/** The largest eigenvalue of a network, between two bounds that hold whatever the rounding of rounds. */
export type SpectralRadius = { readonly value: number; readonly error: number }

/** Links that are followed at most; beyond that the bounds stay as wide as they are. */
const mostSteps = 30_000_000

type Inside = { readonly links: Links; readonly component: Int32Array }
type Sides = { readonly low: Float64Array; readonly high: Float64Array; readonly largest: Float64Array }

/** One round of x ← (A + 1)x inside the components, with the least and the largest growth in each. */
function grow({ links, component }: Inside, value: Float64Array, next: Float64Array, { low, high, largest }: Sides): void {
  const { start, to, weight } = links
  low.fill(Number.POSITIVE_INFINITY)
  high.fill(0)
  largest.fill(0)
  for (let vertex = 0; vertex < value.length; vertex += 1) {
    const group = component[vertex] ?? 0
    let sum = value[vertex] ?? 0
    const end = start[vertex + 1] ?? 0
    for (let place = start[vertex] ?? 0; place < end; place += 1) {
      const neighbour = to[place] ?? 0
      if (component[neighbour] === group) sum += (weight[place] ?? 0) * (value[neighbour] ?? 0)
    }
    next[vertex] = sum
    const growth = sum / (value[vertex] ?? 1)
    if (growth < (low[group] ?? 0)) low[group] = growth
    if (growth > (high[group] ?? 0)) high[group] = growth
    if (sum > (largest[group] ?? 0)) largest[group] = sum
  }
}

/** The largest of all; −∞ of none. */
function most(values: Float64Array): number {
  return values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
}

/**
 * The spectral radius of the matrix of exchanges, parallel ones counted: 0 without rings, and α must stay below 1 ÷ it for Katz. In each
 * strongly connected component (A + 1) is primitive, so its growth closes in on the eigenvalue from both sides.
 *
 * @returns null for an empty network
 * Cost O((n + m)·rounds). Source: Collatz 1942, Wielandt 1950 (bounds). Spec: VN28.
 */
export function spectralRadius(links: Links): SpectralRadius | null {
  const size = links.start.length - 1
  if (size === 0) return null
  const component = componentsOf({ consumersOf: links })
  let [value, next] = [new Float64Array(size).fill(1), new Float64Array(size)]
  const array = () => new Float64Array(size)
  const sides: Sides = { low: array(), high: array(), largest: array() }
  let [below, above] = [0, Number.POSITIVE_INFINITY]
  for (let steps = 0; steps < mostSteps; steps += size + links.to.length) {
    grow({ links, component }, value, next, sides)
    ;[value, next] = [next, value]
    for (let vertex = 0; vertex < size; vertex += 1) value[vertex] = (value[vertex] ?? 0) / (sides.largest[component[vertex] ?? 0] ?? 1)
    below = most(sides.low.map((growth) => (Number.isFinite(growth) ? growth : 0))) - 1
    above = most(sides.high) - 1
    if (above - below < 1e-12 * (above + 1)) break
  }
  return { value: (below + above) / 2, error: (above - below) / 2 }
}
