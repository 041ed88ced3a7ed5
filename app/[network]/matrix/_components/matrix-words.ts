import type { Matrix } from '../../../../lib/domain/measure/order/matrix.ts'
import { optimalOrders } from '../../../../lib/domain/measure/order/optimal-orders.ts'
import { sequence } from '../../../../lib/domain/measure/order/sequence.ts'
import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import type { PromiseGlyph } from '../../../../lib/layout/draw/promise-glyph.ts'
import type { MatrixLine, MatrixOrder } from '../../../../lib/layout/matrix/input.ts'
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { counted, needInWords, plainNumber, stateWords } from '../../../components/graph/words.ts'

/** What the worst of a cell's promises is called; of a single one, how it stands. */
export function standingOf(assessment: Assessment, { dependencyIds, glyph }: Pick<MatrixCell, 'dependencyIds' | 'glyph'>): string {
  const word = glyphWords(glyph)
  const [first, ...others] = dependencyIds.flatMap((id) => assessment.dependencies.get(id) ?? [])
  if (!first || others.length > 0) return others.length > 0 ? `the worst ${word}` : word
  const own = needInWords(first)
  return glyph === 'blocked' && own !== word ? `blocked, ${own}` : own
}

function glyphWords(glyph: PromiseGlyph): string {
  return glyph === 'late' || glyph === 'blocked' ? glyph : stateWords[glyph]
}

/** What a cell says: “Growth needs Platform: 1 promise, blocked, late 12 days”. */
export function cellInWords(assessment: Assessment, { row, column, cell }: { row: MatrixLine; column: MatrixLine; cell: MatrixCell | null }): string {
  if (row.id === column.id) return `${row.name}: itself`
  if (!cell) return `${row.name} needs nothing from ${column.name}`
  const side = cell.isWrongSide ? ', on the wrong side of the diagonal' : ''
  const change = cell.change ? `, ${cell.change.kind}` : ''
  return `${row.name} needs ${column.name}: ${counted(cell.count, 'promise')}, ${standingOf(assessment, cell)}${side}${change}`
}

export function rowInWords(row: MatrixRow): string {
  const ring = row.ringSize === null ? '' : `, on a ring of ${row.ringSize}`
  return `${row.name}, needs ${row.needs}${ring}`
}

export function columnInWords(column: MatrixColumn, limit: number | null): string {
  return `${column.name}, asked for ${column.asked}${column.isOver && limit !== null ? `, over the limit of ${limit}` : ''}`
}

function linesInWords({ level, columns }: MatrixScene): string {
  return counted(columns.length, level === 'node' ? 'node' : 'key result')
}

/** How good the sequence is: how many marks are left on the wrong side, and how many orders are as good. */
export function sequenceInWords({ graph, marks }: Matrix): string {
  const { wrongSide, blocks, isProven } = sequence(graph)
  const best = optimalOrders(graph)
  const rings = blocks.length === 0 ? 'No ring' : `${counted(blocks.length, 'ring')} (of ${blocks.map(({ length }) => length).join(', ')})`
  const left =
    wrongSide === 0
      ? 'no mark is on the wrong side of the diagonal'
      : `${wrongSide} of ${counted(marks.length, 'mark')} ${wrongSide === 1 ? 'is' : 'are'} on the wrong side of the diagonal${isProven ? '' : ', fewer may be possible'}`
  const isBest = best !== null && best.wrongSide === wrongSide && best.orders > 1
  return `${rings}; ${left}${isBest ? `; ${plainNumber(best.orders)} orders are equally good` : ''}.`
}

/** What the matrix says, in one sentence. */
export function matrixTakeaway(scene: MatrixScene, matrix: Matrix): string {
  const { total, columns, cells, order } = scene
  if (total === 0) return `${linesInWords(scene)}, and none needs another yet.`
  if (order === 'sequence') return sequenceInWords(matrix)
  const blocked = cells.filter(({ glyph, row }) => glyph === 'blocked' && scene.rows[row]?.parentId === null).length
  const most = columns.reduce<MatrixColumn | null>((known, column) => (known && known.asked >= column.asked ? known : column), null)
  const whole = `${counted(total, 'need')} between ${linesInWords(scene)}`
  const asked = most ? `most is asked of ${most.name}: ${most.asked}${most.isOver ? ', over the limit' : ''}` : ''
  const held = blocked > 0 ? `; ${counted(blocked, 'cell')} blocked` : ''
  return `${whole}${held}; ${asked}.`
}

const hints: Partial<Record<MatrixOrder, string>> = {
  sequence: 'Suppliers come first: what a row needs stands left of the diagonal. A mark right of it waits for something that comes later.',
  clusters:
    'The groups are a suggestion: they need each other more than chance would have it. Nothing follows from them; other groups may be as good.',
}

/** How to read an order that does not speak for itself. */
export function orderHint(order: MatrixOrder): string | null {
  return hints[order] ?? null
}
