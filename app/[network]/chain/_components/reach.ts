import type { ChainEdge } from '../../../../lib/layout/scene.ts'

export type Reach = { readonly upstream: ReadonlySet<string>; readonly downstream: ReadonlySet<string>; readonly all: ReadonlySet<string> }

function spread(start: string, next: ReadonlyMap<string, readonly string[]>, depth: number): Set<string> {
  const seen = new Set<string>()
  let ring = [start]
  for (let step = 0; step < depth && ring.length > 0; step += 1) {
    ring = [...new Set(ring.flatMap((id) => next.get(id) ?? []))].filter((id) => id !== start && !seen.has(id))
    for (const id of ring) seen.add(id)
  }
  return seen
}

/** Who a card waits for and who waits for it, directly and through others. */
export function makeReach(edges: readonly ChainEdge[]): (id: string, depth?: number) => Reach {
  const [up, down] = [new Map<string, string[]>(), new Map<string, string[]>()]
  for (const { fromId, toId } of edges) {
    down.set(fromId, [...(down.get(fromId) ?? []), toId])
    up.set(toId, [...(up.get(toId) ?? []), fromId])
  }
  return (id, depth = Number.POSITIVE_INFINITY) => {
    const [upstream, downstream] = [spread(id, up, depth), spread(id, down, depth)]
    return { upstream, downstream, all: new Set([id, ...upstream, ...downstream]) }
  }
}
