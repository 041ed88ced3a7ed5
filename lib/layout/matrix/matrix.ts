import { textWidth } from '../text.ts'
import { detailOf, hasNames } from './detail.ts'
import type { MatrixInput, MatrixLine } from './input.ts'
import { numberRoom } from './numbers.ts'
import type { MatrixBlock, MatrixCell, MatrixScene } from './scene.ts'
import { tintStep } from './tint.ts'

/** Names of rows and columns are 12 pixels; a head is as large as its longest name, within these. */
const name = { size: 12, weight: 400 } as const
const heads = { row: { least: 150, most: 240, padding: 60 }, column: { least: 72, most: 150, padding: 26 } } as const
/** what is left of a head where names cannot be read */
const bareHead = 12
const strip = 24
const sum = { width: 66, height: 30 } as const

function headSize(lines: readonly MatrixLine[], cell: number, { least, most, padding }: { least: number; most: number; padding: number }): number {
  if (!hasNames(cell)) return bareHead
  const longest = lines.reduce((widest, line) => Math.max(widest, textWidth(line.name, name.size, name.weight)), 0)
  return Math.round(Math.max(least, Math.min(most, longest + padding)))
}

function cellsOf({ rows, columns, marks }: MatrixInput): MatrixCell[] {
  const rowAt = new Map(rows.map(({ id }, at) => [id, at]))
  const columnAt = new Map(columns.map(({ id }, at) => [id, at]))
  const most = marks.reduce((largest, { dependencyIds }) => Math.max(largest, dependencyIds.length), 0)
  const cells = marks.flatMap((mark): MatrixCell[] => {
    const [row, column] = [rowAt.get(mark.rowId), columnAt.get(mark.columnId)]
    if (row === undefined || column === undefined) return []
    const count = mark.dependencyIds.length
    return [{ ...mark, row, column, count, step: tintStep(count, most) }]
  })
  return cells.sort((a, b) => a.row - b.row || a.column - b.column)
}

function startsOf(rows: number, cells: readonly MatrixCell[]): Int32Array {
  const start = new Int32Array(rows + 1)
  for (const { row } of cells) start[row + 1] = (start[row + 1] ?? 0) + 1
  for (let row = 0; row < rows; row += 1) start[row + 1] = (start[row + 1] ?? 0) + (start[row] ?? 0)
  return start
}

function blocksOf({ rows, columns, groups }: MatrixInput): MatrixBlock[] {
  const columnAt = new Map(columns.map(({ id }, at) => [id, at]))
  return groups.flatMap(({ ids, name: words, tone, kind }): MatrixBlock[] => {
    const own = new Set(ids)
    const [fromRow, toRow] = [
      rows.findIndex(({ id, parentId }) => own.has(parentId ?? id)),
      rows.findLastIndex(({ id, parentId }) => own.has(parentId ?? id)),
    ]
    const places = ids.flatMap((id) => columnAt.get(id) ?? [])
    if (fromRow < 0 || places.length === 0) return []
    return [{ name: words, tone, kind, fromRow, toRow, fromColumn: Math.min(...places), toColumn: Math.max(...places) }]
  })
}

/**
 * A dependency structure matrix with all rows as high as its columns are wide: “row needs column”.
 *
 * @param cell pixels of a side of a cell
 * @returns the same scene for the same input
 * Cost O(rows + columns + marks log marks + rows · groups). Spec: MX1-MX10.
 */
export function layoutMatrix(input: MatrixInput, cell: number): MatrixScene {
  const cells = cellsOf(input)
  const rowStart = startsOf(input.rows.length, cells)
  const [needs, asked] = [new Int32Array(input.rows.length), new Int32Array(input.columns.length)]
  for (const { row, column, count } of cells) {
    needs[row] = (needs[row] ?? 0) + count
    if (input.rows[row]?.parentId === null) asked[column] = (asked[column] ?? 0) + count
  }
  const blocks = blocksOf(input)
  const room = blocks.length > 0 ? strip : 0
  const numbers = numberRoom(input, cell)
  const head = {
    width: headSize(input.rows, cell, heads.row) + room + (numbers?.across ?? 0),
    height: headSize(input.columns, cell, heads.column) + room + (numbers?.down ?? 0),
  }
  const view = {
    x: 0,
    y: 0,
    width: head.width + input.columns.length * cell + sum.width,
    height: head.height + input.rows.length * cell + sum.height,
  }
  return {
    kind: 'matrix',
    level: input.level,
    order: input.order,
    view,
    head,
    strip: room,
    numbers,
    sum,
    cell,
    detail: detailOf(cell),
    rows: input.rows.map((line, index) => ({ ...line, index, needs: needs[index] ?? 0 })),
    columns: input.columns.map((line, index) => {
      const count = asked[index] ?? 0
      return { ...line, index, asked: count, isOver: input.limit !== null && count > input.limit }
    }),
    blocks,
    cells,
    rowStart,
    total: asked.reduce((whole, count) => whole + count, 0),
  }
}
