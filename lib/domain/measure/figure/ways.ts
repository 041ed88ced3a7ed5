import type { NeedGraph } from '../../plan/graph.ts'
import { downstreamOf, upstreamOf } from '../../plan/reach.ts'
import { type Shown, shownOf } from './figure.ts'

/** Key results with the needs between them, in document order. Cost O(key results + needs). */
function among(graph: NeedGraph, inside: ReadonlySet<string>): Shown {
  const isInside = graph.keyResultIds.map((id) => inside.has(id))
  return shownOf({
    keyResultIds: graph.keyResultIds.filter((_, vertex) => isInside[vertex]),
    dependencyIds: graph.needIds.filter((_, need) => isInside[graph.supplier[need] ?? -1] && isInside[graph.consumer[need] ?? -1]),
  })
}

/** A key result with all that it depends on, and the needs between. Cost O(key results + needs). Spec: IN4. */
export function behind(graph: NeedGraph, keyResultId: string): Shown {
  return among(graph, new Set([keyResultId, ...upstreamOf(graph, keyResultId).keys()]))
}

/** A key result with all that waits for it, and the needs between. Cost O(key results + needs). Spec: IN4. */
export function waitingFor(graph: NeedGraph, keyResultId: string): Shown {
  return among(graph, new Set([keyResultId, ...downstreamOf(graph, keyResultId).keys()]))
}

/** All ways from some key results to another one: what lies on them, and the needs between. Cost O(key results + needs) for each. Spec: IN4. */
export function waysBetween(graph: NeedGraph, fromIds: readonly string[], toId: string): Shown {
  const before = upstreamOf(graph, toId)
  const inside = new Set<string>([toId])
  for (const from of fromIds) {
    if (from !== toId && !before.has(from)) continue
    inside.add(from)
    for (const id of downstreamOf(graph, from).keys()) if (before.has(id)) inside.add(id)
  }
  return among(graph, inside)
}
