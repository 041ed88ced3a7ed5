import type { Matrix } from './matrix.ts'

/**
 * The rows of a matrix with those of whom most is asked first: dependencies in their column; ties in document order.
 *
 * Cost O(n log n + marks). Spec: OR13.
 */
export function orderByLoad({ graph, marks }: Matrix): string[] {
  const asked = new Map<string, number>()
  for (const { supplier, dependencyIds } of marks) asked.set(supplier, (asked.get(supplier) ?? 0) + dependencyIds.length)
  return graph.keyResultIds.toSorted((a, b) => (asked.get(b) ?? 0) - (asked.get(a) ?? 0))
}
