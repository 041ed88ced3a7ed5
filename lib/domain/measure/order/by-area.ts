import { inDocumentOrder } from '../../okr/document-order.ts'
import { placesOf } from '../../okr/place.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { Matrix } from './matrix.ts'

/**
 * The rows of a matrix by area, and of key results by node within it; each in document order.
 *
 * @param matrix of nodes or of key results of the snapshot
 * Cost O(n log n). Spec: OR13.
 */
export function orderByArea(snapshot: Snapshot, { graph }: Matrix): string[] {
  const { ofKeyResult, ofNode } = placesOf(snapshot)
  const areas = new Map<string, number>(inDocumentOrder(snapshot.tables.area).map(({ id }, at) => [id, at]))
  const nodes = new Map<string, number>(inDocumentOrder(snapshot.tables.node).map(({ id }, at) => [id, at]))
  const places = new Map(
    graph.keyResultIds.map((id) => {
      const { areaId, nodeId } = ofNode.get(id) ?? ofKeyResult.get(id) ?? { areaId: null, nodeId: null }
      return [id, [areas.get(areaId ?? '') ?? areas.size, nodes.get(nodeId ?? '') ?? nodes.size] as const]
    }),
  )
  return graph.keyResultIds.toSorted((a, b) => {
    const [[area = 0, node = 0] = [], [otherArea = 0, otherNode = 0] = []] = [places.get(a), places.get(b)]
    return area - otherArea || node - otherNode
  })
}
