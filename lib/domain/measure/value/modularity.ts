import type { ValueGraph } from './graph.ts'
import { degreeOf } from './links.ts'

/**
 * Whether the areas are where the exchanges cluster: Q = Σ over areas of (pairs inside ÷ pairs − (degrees inside ÷ 2·pairs)²), on simple
 * undirected pairs. Near 0 or below: the areas are kinds of value and not groups that work together, which is nothing to fix.
 *
 * @returns −0.5 to 1; null where nothing is exchanged
 * Cost O(n + m). Source: Newman and Girvan 2004. Spec: VN24.
 */
export function modularityOfAreas({ neighbours, areaOf, areaIds }: ValueGraph): number | null {
  const pairs = neighbours.to.length / 2
  if (pairs === 0) return null
  const [insideTwice, degrees] = [new Float64Array(areaIds.length), new Float64Array(areaIds.length)]
  for (let vertex = 0; vertex < areaOf.length; vertex += 1) {
    const area = areaOf[vertex] ?? 0
    degrees[area] = (degrees[area] ?? 0) + degreeOf(neighbours, vertex)
    const end = neighbours.start[vertex + 1] ?? 0
    for (let place = neighbours.start[vertex] ?? 0; place < end; place += 1)
      if (areaOf[neighbours.to[place] ?? 0] === area) insideTwice[area] = (insideTwice[area] ?? 0) + 1
  }
  return insideTwice.reduce((sum, inside, area) => sum + inside / (2 * pairs) - ((degrees[area] ?? 0) / (2 * pairs)) ** 2, 0)
}
