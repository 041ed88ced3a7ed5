/** How much a cell shows: its number and glyph, its glyph, or its tint alone. */
export type Detail = 'full' | 'glyph' | 'tint'

/** Sides of a cell in pixels from which it shows more. */
const [fullFrom, glyphFrom, namesFrom] = [18, 8, 14]

/** The sizes between which one zooms, in pixels. */
const cellSizes = [3, 5, 8, 11, 14, 18, 22, 26, 30, 36, 44] as const

/** What a cell of a size has room for. Cost O(1). Spec: MX10. */
export function detailOf(cell: number): Detail {
  return cell >= fullFrom ? 'full' : cell >= glyphFrom ? 'glyph' : 'tint'
}

/** Whether rows and columns are high enough for words of 12 pixels. Cost O(1). Spec: MX10. */
export function hasNames(cell: number): boolean {
  return cell >= namesFrom
}

/** Sides of a cell with which a matrix opens, in pixels: comfortable to read, and not larger than needed. */
const [leastOpening, mostOpening] = [28, 38]

/**
 * The size with which a matrix opens: the largest at which all of it is in sight, but one at which it can be read.
 *
 * @param room pixels across and down that cells may take
 * Cost O(1). Spec: MX10.
 */
export function openingCell(rows: number, columns: number, room: { readonly width: number; readonly height: number }): number {
  const most = Math.floor(Math.min(room.width / Math.max(1, columns), room.height / Math.max(1, rows)))
  return Math.max(leastOpening, Math.min(mostOpening, most))
}

/** The largest of the sizes at which all cells are in sight, else the smallest. Cost O(1). */
export function fittingCell(rows: number, columns: number, room: { readonly width: number; readonly height: number }): number {
  const most = Math.min(room.width / Math.max(1, columns), room.height / Math.max(1, rows))
  return cellSizes.findLast((size) => size <= most) ?? cellSizes[0]
}

/** The next larger or smaller size; the same where there is none. Cost O(1). */
export function nextCell(cell: number, step: 1 | -1): number {
  return (step > 0 ? cellSizes.find((size) => size > cell) : cellSizes.findLast((size) => size < cell)) ?? cell
}
