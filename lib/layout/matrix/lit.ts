import type { MatrixScene } from './scene.ts'

/** What a matrix is asked to light up. */
type Shown = { readonly nodeIds: readonly string[]; readonly keyResultIds: readonly string[]; readonly dependencyIds: readonly string[] }

/** What of a matrix is lit; all else is dimmed. */
export type Lit = { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number>; readonly cells: ReadonlySet<string> }

/** A cell by its place, as `Lit` names it. Cost O(1). */
export function cellKey(row: number, column: number): string {
  return `${row} ${column}`
}

/**
 * The rows, columns and cells of a matrix behind what is shown: cells by their dependencies; where none is named, those between
 * two nodes or key results that are.
 *
 * @returns places by index
 * Cost O(rows + columns + cells). Spec: MX15.
 */
export function litOf({ rows, columns, cells }: Pick<MatrixScene, 'rows' | 'columns' | 'cells'>, shown: Shown): Lit {
  const own = new Set([...shown.nodeIds, ...shown.keyResultIds])
  const needs = new Set(shown.dependencyIds)
  const litCells = cells.filter(({ rowId, columnId, dependencyIds }) =>
    needs.size > 0 ? dependencyIds.some((id) => needs.has(id)) : own.has(rowId) && own.has(columnId),
  )
  const isLit = (id: string) => own.has(id)
  return {
    rows: new Set([...rows.filter(({ id }) => isLit(id)).map(({ index }) => index), ...litCells.map(({ row }) => row)]),
    columns: new Set([...columns.filter(({ id }) => isLit(id)).map(({ index }) => index), ...litCells.map(({ column }) => column)]),
    cells: new Set(litCells.map(({ row, column }) => cellKey(row, column))),
  }
}
