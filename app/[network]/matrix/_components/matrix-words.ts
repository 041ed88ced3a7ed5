import type { Matrix } from '../../../../lib/domain/measure/order/matrix.ts'
import { optimalOrders } from '../../../../lib/domain/measure/order/optimal-orders.ts'
import { sequence } from '../../../../lib/domain/measure/order/sequence.ts'
import type { Assessment, DependencyAssessment } from '../../../../lib/domain/okr/assessment.ts'
import { worseCondition } from '../../../../lib/domain/okr/status-counts.ts'
import type { MatrixLine, MatrixOrder } from '../../../../lib/layout/matrix/input.ts'
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { counted, needInWords, plainNumber } from '../../../components/graph/words.ts'

/** How the worst of a cell's promises stands, and first whether one of them holds up who needs it. */
export function standingOf(assessment: Assessment, { dependencyIds, glyph }: Pick<MatrixCell, 'dependencyIds' | 'glyph'>): string {
  const needs = dependencyIds.flatMap((id) => assessment.dependencies.get(id) ?? [])
  const worst = needs.reduce<DependencyAssessment | null>(
    (known, need) => (known && worseCondition(known.condition, need.condition) === known.condition ? known : need),
    null,
  )
  if (!worst) return 'unknown'
  const own = needInWords(worst)
  const isOwnFault = worst.lateDays + worst.overdueDays > 0 || worst.state === 'declined' || worst.state === 'revoked'
  if (glyph === 'blocked') return isOwnFault ? `blocked, ${own}` : 'blocked through its supplier'
  return needs.length > 1 ? `the worst ${own}` : own
}

/** What a cell says: “Growth needs Platform: 1 need, blocked, late 12 days”. */
export function cellInWords(assessment: Assessment, { row, column, cell }: { row: MatrixLine; column: MatrixLine; cell: MatrixCell | null }): string {
  if (row.id === column.id) return `${row.name}: itself`
  if (!cell) return `${row.name} needs nothing from ${column.name}`
  const side = cell.isWrongSide ? ', on the wrong side of the diagonal' : ''
  const change = cell.change ? `, ${cell.change.kind}` : ''
  return `${row.name} needs ${column.name}: ${counted(cell.count, 'need')}, ${standingOf(assessment, cell)}${side}${change}`
}

/** A key result with its node, a node alone. */
function nameOf({ name, nodeName }: MatrixLine): string {
  return nodeName === null ? name : `${name} (${nodeName})`
}

export function rowInWords(row: MatrixRow): string {
  const ring = row.ringSize === null ? '' : `, on a ring of ${row.ringSize}`
  return `${nameOf(row)}, needs ${row.needs}${ring}`
}

export function columnInWords(column: MatrixColumn, limit: number | null): string {
  return `${nameOf(column)}, asked for ${column.asked}${column.isOver && limit !== null ? `, over the limit of ${limit}` : ''}`
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

/** Those with the largest number, in their order; none where it is 0. */
export function largestOf<L>(lines: readonly L[], of: (line: L) => number): readonly L[] {
  const most = lines.reduce((known, line) => Math.max(known, of(line)), 0)
  return most === 0 ? [] : lines.filter((line) => of(line) === most)
}

/** Of whom most is asked: the first of several by name, the others by their number. */
function askedInWords(columns: readonly MatrixColumn[]): string {
  const [most, ...others] = largestOf(columns, ({ asked }) => asked)
  if (!most) return ''
  const each = others.length === 0 ? `${most.asked}` : `${most.asked} each`
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `; most is asked of ${most.name}${more}: ${each}${most.isOver ? ', over the limit' : ''}`
}

/** What the matrix says, in one sentence. */
export function matrixTakeaway(scene: MatrixScene, matrix: Matrix): string {
  const { total, columns, cells, order } = scene
  if (total === 0) return `${linesInWords(scene)}, and none needs another yet.`
  if (order === 'sequence') return sequenceInWords(matrix)
  const blocked = cells.filter(({ glyph, row }) => glyph === 'blocked' && scene.rows[row]?.parentId === null).length
  const whole = `${counted(total, 'need')} between ${linesInWords(scene)}`
  const held = blocked > 0 ? `; ${counted(blocked, 'cell')} blocked` : ''
  return `${whole}${held}${askedInWords(columns)}.`
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
