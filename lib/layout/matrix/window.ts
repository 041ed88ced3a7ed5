import type { MatrixWindow } from './cell-at.ts'
import type { MatrixScene } from './scene.ts'

/** Where somebody has scrolled to, and the size of the part that is in sight, heads and sums included. */
type Sight = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Cells are drawn this far beyond the edge, in pixels, and the window moves in steps of half of it: few repaints, no white edge. */
const beyond = 240

function range(scrolled: number, room: number, { cell, count }: { readonly cell: number; readonly count: number }): [from: number, to: number] {
  const step = beyond / 2
  const start = Math.floor(Math.max(0, scrolled) / step) * step - step
  const end = (Math.floor(Math.max(0, scrolled) / step) + 1) * step + room + step
  return [Math.max(0, Math.min(count, Math.floor(start / cell))), Math.max(0, Math.min(count, Math.ceil(end / cell)))]
}

/**
 * Which rows and columns to draw for what is in sight: those in sight and some around them; the same for small scrolls.
 *
 * @param sight scroll of the whole sheet; the heads stand still, so cells take what they leave
 * Cost O(1). Spec: MX12.
 */
export function windowOf({ rows, columns, cell, head }: Pick<MatrixScene, 'rows' | 'columns' | 'cell' | 'head'>, sight: Sight): MatrixWindow {
  const [fromRow, toRow] = range(sight.top, Math.max(0, sight.height - head.height), { cell, count: rows.length })
  const [fromColumn, toColumn] = range(sight.left, Math.max(0, sight.width - head.width), { cell, count: columns.length })
  return { fromRow, toRow, fromColumn, toColumn }
}

/** Whether two windows hold the same. Cost O(1). */
export function isSameWindow(a: MatrixWindow, b: MatrixWindow): boolean {
  return a.fromRow === b.fromRow && a.toRow === b.toRow && a.fromColumn === b.fromColumn && a.toColumn === b.toColumn
}
