import type { Links } from './links.ts'

/**
 * What a vertex reaches without passing through barred ones.
 *
 * @param seen is filled: 1 for each vertex that is reached, the source included
 * Cost O(n + m).
 */
export function markReached({ start, to }: Links, source: number, isBarred: Uint8Array, seen: Uint8Array): void {
  seen.fill(0)
  seen[source] = 1
  const waiting = [source]
  for (let vertex = waiting.pop(); vertex !== undefined; vertex = waiting.pop()) {
    const end = start[vertex + 1] ?? 0
    for (let place = start[vertex] ?? 0; place < end; place += 1) {
      const next = to[place] ?? 0
      if (seen[next] === 1 || isBarred[next] === 1) continue
      seen[next] = 1
      waiting.push(next)
    }
  }
}

/** The connected pieces of undirected links without barred vertices: a number for each vertex, −1 for barred ones. Cost O(n + m). */
export function pieceOfEach(links: Links, isBarred: Uint8Array): Int32Array {
  const piece = new Int32Array(isBarred.length).fill(-1)
  let count = 0
  for (let root = 0; root < piece.length; root += 1) {
    if (isBarred[root] === 1 || piece[root] !== -1) continue
    const waiting = [root]
    piece[root] = count
    for (let vertex = waiting.pop(); vertex !== undefined; vertex = waiting.pop())
      for (const next of links.to.subarray(links.start[vertex], links.start[vertex + 1])) {
        if (isBarred[next] === 1 || piece[next] !== -1) continue
        piece[next] = count
        waiting.push(next)
      }
    count += 1
  }
  return piece
}
