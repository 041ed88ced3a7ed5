import { markedLimitOf } from '../../domain/checks/settings.ts'
import { keyResultMatrix, type Mark, type Matrix, nodeMatrix } from '../../domain/measure/order/matrix.ts'
import { sequence } from '../../domain/measure/order/sequence.ts'
import type { Assessment } from '../../domain/okr/assessment.ts'
import { find, listOf, type Snapshot } from '../../domain/snapshot.ts'
import type { MatrixInput, MatrixLevel, MatrixLine, MatrixMarkInput, MatrixOrder, MatrixRowLine } from '../../layout/matrix/input.ts'
import { tonesOf } from '../../layout/tone.ts'
import { type Narrowing, narrowed, ordered } from './matrix-order.ts'
import { glyphOf } from './promise-glyph.ts'

type MatrixChoice = Narrowing & {
  readonly level: MatrixLevel
  readonly order: MatrixOrder
  /** nodes whose key results are shown under them */
  readonly openNodeIds: ReadonlySet<string>
}

/** What the matrix draws, and what it says of its order. */
export type MatrixPicture = {
  readonly input: MatrixInput
  /** the matrix as it is shown; its order is that of the document */
  readonly matrix: Matrix
  /** what the filter leaves out */
  readonly filteredOut: { readonly lines: number; readonly needs: number }
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
      nodeName: kind === 'node' ? null : (node?.name ?? null),
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

type Parts = {
  readonly ids: readonly string[]
  readonly lineOf: (id: string, kind?: MatrixLevel) => MatrixLine
  /** what key results need, by the node under which they are shown */
  readonly within: ReadonlyMap<string, readonly Mark[]>
  /** the nodes that need something, which can be unfolded; none where rows are key results */
  readonly foldable: ReadonlySet<string>
}

function rowsOf(snapshot: Snapshot, { ids, lineOf, within, foldable }: Parts): MatrixRowLine[] {
  const keyResults = listOf(snapshot, 'keyResult')
  return ids.flatMap((id): MatrixRowLine[] => {
    const inside = new Set(within.get(id)?.map(({ consumer }) => consumer))
    const under = inside.size === 0 ? [] : keyResults.filter((keyResult) => inside.has(keyResult.id))
    return [
      { ...lineOf(id), parentId: null, isOpen: foldable.has(id) ? within.has(id) : null },
      ...under.map((keyResult) => ({ ...lineOf(keyResult.id, 'key-result'), parentId: id, isOpen: null })),
    ]
  })
}

function marksOf(
  assessment: Assessment,
  { marks }: Matrix,
  { ids, within, order }: Pick<Parts, 'ids' | 'within'> & Pick<MatrixChoice, 'order'>,
): MatrixMarkInput[] {
  const place = new Map(ids.map((id, at) => [id, at]))
  const glyph = glyphOf(assessment)
  const made = ({ consumer, supplier, dependencyIds }: Mark, rowOf: string): MatrixMarkInput => ({
    rowId: consumer,
    columnId: supplier,
    dependencyIds,
    glyph: glyph(dependencyIds),
    isWrongSide: order === 'sequence' && (place.get(supplier) ?? 0) > (place.get(rowOf) ?? 0),
  })
  return [...marks.map((mark) => made(mark, mark.consumer)), ...[...within].flatMap(([nodeId, inside]) => inside.map((mark) => made(mark, nodeId)))]
}

function needsIn({ marks }: Matrix): number {
  return marks.reduce((sum, { dependencyIds }) => sum + dependencyIds.length, 0)
}

/**
 * What the matrix draws of a cycle: who needs whom, in one of the orders.
 *
 * Cost that of the order: O(n log n + marks), by sequence that of `sequence`. Spec: MX1-MX7, MX11.
 */
export function matrixInput(snapshot: Snapshot, assessment: Assessment, choice: MatrixChoice): MatrixPicture {
  const { level, order, openNodeIds } = choice
  const whole = level === 'node' ? nodeMatrix(snapshot, assessment.cycleId) : keyResultMatrix(snapshot, assessment.cycleId)
  const matrix = narrowed(whole, choice)
  const rings = sequence(matrix.graph).blocks
  const lineOf = lineMaker(snapshot, { level, ringSizes: new Map(rings.flatMap((ids) => ids.map((id) => [id, ids.length]))) })
  const { ids, groups } = ordered(snapshot, matrix, { order, areaOf: (id) => lineOf(id).areaId })
  const byRow = Map.groupBy(matrix.marks, ({ consumer }) => consumer)
  const foldable = new Set(level === 'node' ? byRow.keys() : [])
  const open = [...openNodeIds].filter((id) => foldable.has(id))
  const within = new Map(open.map((id) => [id, marksWithin(assessment, byRow.get(id) ?? [])]))
  return {
    input: {
      level,
      order,
      rows: rowsOf(snapshot, { ids, lineOf, within, foldable }),
      columns: ids.map((id) => lineOf(id)),
      marks: marksOf(assessment, matrix, { ids, within, order }),
      groups,
      limit: level === 'node' ? markedLimitOf(snapshot, 'overload') : null,
    },
    matrix,
    filteredOut: { lines: whole.graph.keyResultIds.length - matrix.graph.keyResultIds.length, needs: needsIn(whole) - needsIn(matrix) },
  }
}
