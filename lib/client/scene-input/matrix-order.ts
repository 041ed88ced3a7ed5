import { orderByArea } from '../../domain/measure/order/by-area.ts'
import { orderByLoad } from '../../domain/measure/order/by-load.ts'
import type { Matrix } from '../../domain/measure/order/matrix.ts'
import { matrixClusters } from '../../domain/measure/order/matrix-clusters.ts'
import { sequence } from '../../domain/measure/order/sequence.ts'
import { type GraphNeed, makeNeedGraph } from '../../domain/plan/graph.ts'
import { find, listOf, type Snapshot } from '../../domain/snapshot.ts'
import type { MatrixGroup, MatrixOrder } from '../../layout/matrix/input.ts'
import { tonesOf } from '../../layout/tone.ts'

/** What of a matrix is shown. */
export type Narrowing = {
  /** what a filter keeps, by id of node or key result; null keeps all */
  readonly keep: ((id: string) => boolean) | null
  /** leaves out who needs nothing and is asked for nothing */
  readonly isTiedOnly: boolean
}

/**
 * The matrix without what a filter leaves out. A mark stays where one of its two ends is kept, and keeps the other end in the picture.
 *
 * Cost O(rows + marks). Spec: MX5.
 */
export function narrowed(matrix: Matrix, { keep, isTiedOnly }: Narrowing): Matrix {
  if (!keep && !isTiedOnly) return matrix
  const { graph } = matrix
  const kept = matrix.marks.map(({ consumer, supplier }) => !keep || keep(consumer) || keep(supplier))
  const marks = matrix.marks.filter((_, at) => kept[at])
  const tied = new Set(marks.flatMap(({ consumer, supplier }) => [consumer, supplier]))
  const ids = graph.keyResultIds.filter((id) => tied.has(id) || (!isTiedOnly && (!keep || keep(id))))
  const needs = graph.needIds.flatMap((id, at): GraphNeed[] => {
    const mark = matrix.marks[at]
    return mark && kept[at] ? [{ id, supplier: mark.supplier, consumer: mark.consumer, strength: graph.strength[at] ?? 0 }] : []
  })
  return { graph: makeNeedGraph(ids, needs), marks }
}

type Ordered = { readonly ids: readonly string[]; readonly groups: readonly MatrixGroup[] }

/** Rows in an order, and those that belong together in it. Cost that of the order. Spec: MX2. */
export function ordered(
  snapshot: Snapshot,
  matrix: Matrix,
  { order, areaOf }: { order: MatrixOrder; areaOf: (id: string) => string | null },
): Ordered {
  switch (order) {
    case 'area': {
      const ids = orderByArea(snapshot, matrix)
      const tones = tonesOf(listOf(snapshot, 'area'))
      const groups = [...Map.groupBy(ids, areaOf)].map(([areaId, members]): MatrixGroup => {
        const area = find(snapshot, 'area', areaId)
        return { kind: 'area', name: area?.name ?? 'No area', tone: tones.get(areaId ?? '')?.tone ?? null, ids: members }
      })
      return { ids, groups }
    }
    case 'sequence': {
      const { order: ids, blocks } = sequence(matrix.graph)
      return { ids, groups: blocks.map((members): MatrixGroup => ({ kind: 'ring', name: `ring of ${members.length}`, tone: null, ids: members })) }
    }
    case 'load':
      return { ids: orderByLoad(matrix), groups: [] }
    case 'clusters': {
      const clusters = matrixClusters(matrix).toSorted((a, b) => Number(b.length > 1) - Number(a.length > 1))
      const groups = clusters.filter(({ length }) => length > 1)
      return { ids: clusters.flat(), groups: groups.map((ids, at): MatrixGroup => ({ kind: 'cluster', name: `group ${at + 1}`, tone: null, ids })) }
    }
  }
}
