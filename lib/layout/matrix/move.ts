/** A place in the grid: −1 is the head, and one beyond the last row or column the sums. */
export type GridPlace = { readonly row: number; readonly column: number }

type Grid = {
  readonly rows: number
  readonly columns: number
  /** rows in sight */
  readonly page: number
}

type Press = { readonly key: string; readonly isCtrl: boolean }

const first = -1

/**
 * Where a key leads from a place: arrows by one, Home and End to the ends of the row, with Ctrl to those of the grid, PageUp and
 * PageDown by what is in sight.
 *
 * @returns null for a key that moves nothing in a grid
 * Cost O(1). Source: ARIA Authoring Practices, grid. Spec: MX14.
 */
export function moved({ row, column }: GridPlace, { key, isCtrl }: Press, { rows, columns, page }: Grid): GridPlace | null {
  const within = (place: GridPlace): GridPlace => ({
    row: Math.max(first, Math.min(rows, place.row)),
    column: Math.max(first, Math.min(columns, place.column)),
  })
  switch (key) {
    case 'ArrowLeft':
      return within({ row, column: isCtrl ? first : column - 1 })
    case 'ArrowRight':
      return within({ row, column: isCtrl ? columns : column + 1 })
    case 'ArrowUp':
      return within({ row: isCtrl ? first : row - 1, column })
    case 'ArrowDown':
      return within({ row: isCtrl ? rows : row + 1, column })
    case 'Home':
      return within({ row: isCtrl ? 0 : row, column: isCtrl ? 0 : first })
    case 'End':
      return within({ row: isCtrl ? rows - 1 : row, column: isCtrl ? columns - 1 : columns })
    case 'PageUp':
      return within({ row: row - page, column })
    case 'PageDown':
      return within({ row: row + page, column })
    default:
      return null
  }
}

/**
 * The next cell in which something stands, forwards or backwards by row, around the end.
 *
 * @param cells by row, then by column
 * @returns null where nothing stands anywhere
 * Cost O(cells). Spec: MX14.
 */
export function nextMark(cells: readonly GridPlace[], { row, column }: GridPlace, step: 1 | -1): GridPlace | null {
  const isAfter = (cell: GridPlace) => cell.row > row || (cell.row === row && cell.column > column)
  const isBefore = (cell: GridPlace) => cell.row < row || (cell.row === row && cell.column < column)
  const found = step > 0 ? (cells.find(isAfter) ?? cells[0]) : (cells.findLast(isBefore) ?? cells.at(-1))
  return found ? { row: found.row, column: found.column } : null
}
