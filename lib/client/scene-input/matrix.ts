import { isRuleOn, limitOf, settingsOf } from '../../domain/checks/settings.ts'
import { orderByArea } from '../../domain/measure/order/by-area.ts'
import { orderByLoad } from '../../domain/measure/order/by-load.ts'
import { keyResultMatrix, type Mark, type Matrix, nodeMatrix } from '../../domain/measure/order/matrix.ts'
import { matrixClusters } from '../../domain/measure/order/matrix-clusters.ts'
import { sequence } from '../../domain/measure/order/sequence.ts'
import type { Assessment } from '../../domain/okr/assessment.ts'
import { type GraphNeed, makeNeedGraph } from '../../domain/plan/graph.ts'
import { find, listOf, type Snapshot } from '../../domain/snapshot.ts'
import type { MatrixGroup, MatrixInput, MatrixLevel, MatrixLine, MatrixMarkInput, MatrixOrder, MatrixRowLine } from '../../layout/matrix/input.ts'
import { tonesOf } from '../../layout/tone.ts'
import { glyphOf } from './promise-glyph.ts'

export type MatrixChoice = {
  readonly level: MatrixLevel
  readonly order: MatrixOrder
  /** nodes whose key results are shown under them */
  readonly openNodeIds: ReadonlySet<string>
  /** what a filter keeps, by id of node or key result; null keeps all */
  readonly keep: ((id: string) => boolean) | null
  /** leaves out who needs nothing and is asked for nothing */
  readonly isTiedOnly: boolean
}

/** What the matrix draws, and what it says of its order. */
export type MatrixPicture = {
  readonly input: MatrixInput
  /** the matrix as it is shown; its order is that of the document */
  readonly matrix: Matrix
  /** what the filter leaves out */
  readonly filteredOut: { readonly lines: number; readonly needs: number }
}

/** The matrix without what a filter leaves out. A mark stays where one of its two ends is kept, and keeps the other end in the picture. */
function narrowed(matrix: Matrix, { keep, isTiedOnly }: Pick<MatrixChoice, 'keep' | 'isTiedOnly'>): Matrix {
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

function ordered(snapshot: Snapshot, matrix: Matrix, { order, areaOf }: { order: MatrixOrder; areaOf: (id: string) => string | null }): Ordered {
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

/** What rows and columns say of nodes and key results. Cost of making it O(areas + rings), of each line O(1). */
function lineMaker(snapshot: Snapshot, { level, ringSizes }: { readonly level: MatrixLevel; readonly ringSizes: ReadonlyMap<string, number> }) {
  const tones = tonesOf(listOf(snapshot, 'area'))
  return (id: string, kind: MatrixLevel = level): MatrixLine => {
    const keyResult = kind === 'key-result' ? find(snapshot, 'keyResult', id) : undefined
    const nodeId = kind === 'node' ? id : (find(snapshot, 'objective', keyResult?.objectiveId ?? null)?.nodeId ?? null)
    const node = find(snapshot, 'node', nodeId)
    const tone = tones.get(node?.areaId ?? '')
    return {
      id,
      kind,
      name: (kind === 'node' ? node?.name : keyResult?.title) ?? '',
      nodeId,
      areaId: node?.areaId ?? null,
      tone: tone?.tone ?? 'slate',
      letter: tone?.letter ?? '·',
      ringSize: ringSizes.get(id) ?? null,
    }
  }
}

/** The marks of a node's row, told apart by the key result that needs. */
function marksWithin(
  assessment: Assessment,
  marks: readonly Mark[],
): { readonly consumer: string; readonly supplier: string; readonly dependencyIds: string[] }[] {
  return marks.flatMap(({ supplier, dependencyIds }) => {
    const byKeyResult = Map.groupBy(dependencyIds, (id) => assessment.dependencies.get(id)?.consumerKeyResultId ?? '')
    return [...byKeyResult].map(([consumer, ids]) => ({ consumer, supplier, dependencyIds: ids }))
  })
}

/**
 * What the matrix draws of a cycle: who needs whom, in one of the orders.
 *
 * Cost that of the order: O(n log n + marks), by sequence that of `sequence`.
 */
export function matrixInput(snapshot: Snapshot, assessment: Assessment, choice: MatrixChoice): MatrixPicture {
  const { level, order, openNodeIds } = choice
  const whole = level === 'node' ? nodeMatrix(snapshot, assessment.cycleId) : keyResultMatrix(snapshot, assessment.cycleId)
  const matrix = narrowed(whole, choice)
  const rings = sequence(matrix.graph).blocks
  const lineOf = lineMaker(snapshot, { level, ringSizes: new Map(rings.flatMap((ids) => ids.map((id) => [id, ids.length]))) })
  const { ids, groups } = ordered(snapshot, matrix, { order, areaOf: (id) => lineOf(id).areaId })
  const place = new Map(ids.map((id, at) => [id, at]))
  const marksOf = Map.groupBy(matrix.marks, ({ consumer }) => consumer)
  const within = new Map([...openNodeIds].map((id) => [id, marksWithin(assessment, marksOf.get(id) ?? [])]))
  const rows = ids.flatMap((id): MatrixRowLine[] => {
    const isOpen = level === 'node' && marksOf.has(id) ? openNodeIds.has(id) : null
    const own = isOpen ? new Set((within.get(id) ?? []).map(({ consumer }) => consumer)) : new Set<string>()
    const under = listOf(snapshot, 'keyResult').filter((keyResult) => own.has(keyResult.id))
    return [
      { ...lineOf(id), parentId: null, isOpen },
      ...under.map((keyResult) => ({ ...lineOf(keyResult.id, 'key-result'), parentId: id, isOpen: null })),
    ]
  })
  const glyphs = glyphOf(assessment)
  const markOf = (mark: Pick<Mark, 'consumer' | 'supplier' | 'dependencyIds'>, rowOf: string): MatrixMarkInput => ({
    rowId: mark.consumer,
    columnId: mark.supplier,
    dependencyIds: mark.dependencyIds,
    glyph: glyphs(mark.dependencyIds),
    isWrongSide: order === 'sequence' && (place.get(mark.supplier) ?? 0) > (place.get(rowOf) ?? 0),
  })
  const marks = [
    ...matrix.marks.map((mark) => markOf(mark, mark.consumer)),
    ...[...within].flatMap(([nodeId, inside]) => inside.map((mark) => markOf(mark, nodeId))),
  ]
  const limit = level === 'node' && isRuleOn(settingsOf(snapshot), 'overload') ? limitOf(snapshot, 'overload') : null
  const count = (of: Matrix) => of.marks.reduce((sum, { dependencyIds }) => sum + dependencyIds.length, 0)
  return {
    input: { level, order, rows, columns: ids.map((id) => lineOf(id)), marks, groups, limit },
    matrix,
    filteredOut: { lines: whole.graph.keyResultIds.length - matrix.graph.keyResultIds.length, needs: count(whole) - count(matrix) },
  }
}
