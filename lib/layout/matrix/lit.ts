import type { GridPlace } from './move.ts'
import type { MatrixScene } from './scene.ts'

/** What a matrix is asked to light up. */
type Shown = {
  readonly nodeIds: readonly string[]
  readonly keyResultIds: readonly string[]
  readonly dependencyIds: readonly string[]
  /** of each exchange who gets, a row, and who gives, a column */
  readonly ways?: readonly { readonly rowId: string; readonly columnId: string }[]
}

/** What of a matrix is lit; all else is dimmed. */
export type Lit = { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number>; readonly cells: ReadonlySet<string> }

type Lines = Pick<MatrixScene, 'rows' | 'columns' | 'cells'>

/** A cell by its place, as `Lit` names it. Cost O(1). */
export function cellKey(row: number, column: number): string {
  return `${row} ${column}`
}

/** The cells in which something stands that is shown. */
function litCellsOf({ cells }: Lines, { dependencyIds, ways = [] }: Shown, own: ReadonlySet<string>): Lines['cells'] {
  const needs = new Set(dependencyIds)
  const pairs = new Set(ways.map(({ rowId, columnId }) => cellKeyOf(rowId, columnId)))
  return cells.filter(({ rowId, columnId, dependencyIds: inside }) =>
    needs.size > 0 ? inside.some((id) => needs.has(id)) : pairs.has(cellKeyOf(rowId, columnId)) || (own.has(rowId) && own.has(columnId)),
  )
}

/** A cell by who needs and who gives; ids hold no control characters. */
function cellKeyOf(rowId: string, columnId: string): string {
  return `${rowId}\n${columnId}`
}

/**
 * The rows, columns and cells of a matrix behind what is shown: cells by their dependencies; where none is named, those between
 * two nodes or key results that are, and of an exchange the one of who gets and who gives.
 *
 * @returns places by index
 * Cost O(rows + columns + cells). Spec: MX15.
 */
export function litOf(lines: Lines, shown: Shown): Lit {
  const own = new Set([...shown.nodeIds, ...shown.keyResultIds])
  const ways = shown.ways ?? []
  const litCells = litCellsOf(lines, shown, own)
  const [getting, giving] = [new Set(ways.map(({ rowId }) => rowId)), new Set(ways.map(({ columnId }) => columnId))]
  const rows = lines.rows.filter(({ id }) => own.has(id) || getting.has(id)).map(({ index }) => index)
  const columns = lines.columns.filter(({ id }) => own.has(id) || giving.has(id)).map(({ index }) => index)
  return {
    rows: new Set([...rows, ...litCells.map(({ row }) => row)]),
    columns: new Set([...columns, ...litCells.map(({ column }) => column)]),
    cells: new Set(litCells.map(({ row, column }) => cellKey(row, column))),
  }
}

/**
 * Where the cross-hair stands on what is lit: on the first cell in which something is lit, else where the first lit row and column meet.
 *
 * @returns null where neither a row nor a column is lit
 * Cost O(cells + lit rows and columns). Spec: MX18.
 */
export function placeOfLit({ cells }: Pick<MatrixScene, 'cells'>, lit: Lit): GridPlace | null {
  const cell = cells.find(({ row, column }) => lit.cells.has(cellKey(row, column)))
  if (cell) return { row: cell.row, column: cell.column }
  const [row, column] = [lit.rows, lit.columns].map((places) => (places.size === 0 ? null : Math.min(...places)))
  return row == null || column == null ? null : { row, column }
}
