import { degreeOf, type Links } from './links.ts'

/** Degrees of all vertices. Cost O(n). Spec: VN14. */
export function degreesOf(links: Links): Int32Array {
  return Int32Array.from({ length: links.start.length - 1 }, (_, vertex) => degreeOf(links, vertex))
}

/** Σ(largest − each) ÷ the most that this can be, which a star reaches. */
function centralization(values: ArrayLike<number>, most: number): number | null {
  const size = values.length
  if (size < 3) return null
  let [largest, sum] = [0, 0]
  for (let at = 0; at < size; at += 1) {
    largest = Math.max(largest, values[at] ?? 0)
    sum += values[at] ?? 0
  }
  return (size * largest - sum) / most
}

/**
 * How much a network of undirected links hangs on one hub, by degree: 1 in a star, 0 where all have as many.
 *
 * @param degrees of the simple undirected graph
 * @returns 0 to 1; null below three nodes
 * Cost O(n). Source: Freeman 1979. Spec: VN15.
 */
export function degreeCentralization(degrees: ArrayLike<number>): number | null {
  return centralization(degrees, (degrees.length - 1) * (degrees.length - 2))
}

/**
 * How much of what passes through nodes passes through one: 1 in a star, 0 in a ring.
 *
 * @param normed betweenness as a share of pairs, 0 to 1
 * @returns 0 to 1; null below three nodes
 * Cost O(n). Source: Freeman 1979. Spec: VN15.
 */
export function betweennessCentralization(normed: readonly (number | null)[]): number | null {
  const known = normed.filter((value) => value !== null)
  return centralization(known, known.length - 1)
}
