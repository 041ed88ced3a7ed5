/**
 * The pieces into which things fall that are tied to each other, the largest first, else in the order of their first one.
 *
 * @param ties pairs of them; a tie to something else is left out
 * Cost O((n + ties) · α(n)), and O(p log p) for p pieces. Source: union-find, Tarjan 1975.
 */
export function piecesOf(ids: readonly string[], ties: readonly (readonly [string, string])[]): string[][] {
  const placeOf = new Map(ids.map((id, at) => [id, at]))
  const parent = Int32Array.from(ids, (_, at) => at)
  const rootOf = (start: number): number => {
    let at = start
    while (parent[at] !== at) {
      const above = parent[at] ?? at
      parent[at] = parent[above] ?? above
      at = parent[at] ?? at
    }
    return at
  }
  for (const [one, other] of ties) {
    const [left, right] = [placeOf.get(one), placeOf.get(other)]
    if (left === undefined || right === undefined) continue
    const [low, high] = [rootOf(left), rootOf(right)].sort((a, b) => a - b)
    if (low !== undefined && high !== undefined) parent[high] = low
  }
  const pieces = Map.groupBy(ids, (_, at) => rootOf(at))
  return [...pieces.values()].sort((a, b) => b.length - a.length)
}
