import type { MatrixCell, MatrixScene } from './scene.ts'

type Cells = Pick<MatrixScene, 'cells' | 'rowStart'>

/** The place in `cells` of the first cell of a row that does not stand left of a column. */
function firstFrom({ cells, rowStart }: Cells, row: number, column: number): number {
  let [low, high] = [rowStart[row] ?? 0, rowStart[row + 1] ?? 0]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cells[middle]?.column ?? 0) < column) low = middle + 1
    else high = middle
  }
  return low
}

/** What stands in a cell; null where nothing does. Cost O(log cells of the row). Spec: MX3. */
export function cellAt(scene: Cells, row: number, column: number): MatrixCell | null {
  const found = scene.cells[firstFrom(scene, row, column)]
  return found?.row === row && found.column === column ? found : null
}

/** Rows and columns in sight: from the first to before the last. */
export type MatrixWindow = { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number }

/** Calls `visit` with each cell in which something stands within a window, by row. Cost O(rows of the window · log cells + cells found). Spec: MX12. */
export function eachCellIn(scene: Cells, { fromRow, toRow, fromColumn, toColumn }: MatrixWindow, visit: (cell: MatrixCell) => void): void {
  for (let row = fromRow; row < toRow; row += 1) {
    const end = scene.rowStart[row + 1] ?? 0
    for (let at = firstFrom(scene, row, fromColumn); at < end; at += 1) {
      const cell = scene.cells[at]
      if (!cell || cell.column >= toColumn) break
      visit(cell)
    }
  }
}
