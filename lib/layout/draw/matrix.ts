import { detailOf } from '../matrix/detail.ts'
import type { MatrixCell, MatrixScene } from '../matrix/scene.ts'
import { tintOpacity } from '../matrix/tint.ts'
import { textBlock, textWidth } from '../text.ts'
import type { Ink } from '../tokens.ts'
import { group, type Mark, path, rect, text } from './mark.ts'
import { drawAxis, drawBlock, drawColumn, drawRow } from './matrix-heads.ts'
import { drawPromiseGlyph } from './promise-glyph.ts'

const number = { size: 12, weight: 600 } as const

/** A glyph beside a number is at least this large, in pixels; else it stands alone. */
const leastGlyph = 7

/** The place of the number and of the glyph in a cell, from its middle; the number is left out where it has no room. */
function placesIn(cell: number, count: number): { readonly glyph: number; readonly number: number | null; readonly size: number } {
  const wide = textWidth(String(count), number.size, number.weight)
  const beside = Math.min(16, cell * 0.48, cell - wide - 2)
  if (detailOf(cell) !== 'full' || beside < leastGlyph) return { glyph: 0, number: null, size: Math.max(5, Math.min(16, cell * 0.72)) }
  const gap = Math.min(4, Math.max(1, cell - wide - beside - 3))
  const room = wide + gap + beside
  return { number: -room / 2, glyph: room / 2 - beside / 2, size: beside }
}

/**
 * The marks of a cell around its middle, without its tint: the number and the glyph, as far as there is room.
 *
 * @param cell pixels of its side
 * Cost O(1). Spec: MX9-MX10.
 */
export function drawCellMarks({ count, glyph }: Pick<MatrixCell, 'count' | 'glyph'>, cell: number, ink: Ink = 'text'): Mark[] {
  if (detailOf(cell) === 'tint') return []
  const places = placesIn(cell, count)
  const marks = drawPromiseGlyph(glyph, { x: places.glyph, y: 0 }, places.size)
  const told = places.number === null ? null : text(textBlock(String(count), { at: { x: places.number, y: 4.3 }, width: cell, ...number }), ink)
  return told ? [told, ...marks] : marks
}

/** The corner that says that a mark stands on the wrong side of the diagonal, around the middle of its cell. Cost O(1). Spec: MX6. */
export function drawWrongSide(cell: number): Mark {
  const [half, corner] = [cell / 2, Math.max(3, Math.min(8, cell / 3.5))]
  return path(`M${half - corner} ${-half}L${half} ${-half}L${half} ${-half + corner}Z`, { fill: 'off-track' })
}

function moved(mark: Mark, x: number, y: number): Mark {
  switch (mark.shape) {
    case 'text':
      return { ...mark, block: { ...mark.block, lines: mark.block.lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y })) } }
    case 'path':
      return { ...mark, d: shifted(mark.d, x, y) }
    case 'rect':
      return { ...mark, box: { ...mark.box, x: mark.box.x + x, y: mark.box.y + y } }
    case 'group':
      return { ...mark, children: mark.children.map((child) => moved(child, x, y)) }
  }
}

/** A path of absolute M, L, Q and A, moved: of an arc only its end. */
function shifted(d: string, x: number, y: number): string {
  return d.replace(/([MLQA])([^MLQAZ]*)/g, (_, letter: string, rest: string) => {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number)
    const from = letter === 'A' ? 5 : 0
    const placed = numbers.map((value, at) => (at < from ? value : Math.round((value + ((at - from) % 2 === 0 ? x : y)) * 100) / 100))
    return `${letter}${placed.join(' ')}`
  })
}

function drawCell(scene: MatrixScene, cell: MatrixCell): Mark {
  const { cell: side, head } = scene
  const [x, y] = [head.width + cell.column * side, head.height + cell.row * side]
  const around = [...drawCellMarks(cell, side), ...(cell.isWrongSide ? [drawWrongSide(side)] : [])]
  return group('dependency', `${cell.rowId} ${cell.columnId}`, [
    rect({ x, y, width: side, height: side }, 0, { fill: 'focus', fillOpacity: tintOpacity(cell.step) }),
    ...around.map((mark) => moved(mark, x + side / 2, y + side / 2)),
  ])
}

function drawGrid({ head, cell, rows, columns }: MatrixScene): Mark[] {
  const [right, bottom] = [head.width + columns.length * cell, head.height + rows.length * cell]
  const faint = { stroke: 'border', strokeOpacity: 0.22, strokeWidth: 1 } as const
  const across = rows.map(({ index }) => `M${head.width} ${head.height + index * cell}L${right} ${head.height + index * cell}`)
  const down = columns.map(({ index }) => `M${head.width + index * cell} ${head.height}L${head.width + index * cell} ${bottom}`)
  const own = new Map(columns.map(({ id, index }) => [id, index]))
  const diagonal = rows.flatMap(({ id, parentId, index }) => {
    const column = own.get(parentId ?? id)
    return column === undefined
      ? []
      : [rect({ x: head.width + column * cell, y: head.height + index * cell, width: cell, height: cell }, 0, { fill: 'border', fillOpacity: 0.35 })]
  })
  return [path([...across, ...down].join(''), faint), ...diagonal]
}

/** The marks of a matrix as a picture that stands alone, with its heads and sums. Cost O(rows + columns + cells). Spec: MX16. */
export function drawMatrix(scene: MatrixScene): Mark[] {
  return [
    group('axis', 'grid', drawGrid(scene)),
    ...scene.cells.map((cell) => drawCell(scene, cell)),
    ...scene.blocks.map((block) => drawBlock(scene, block)),
    ...scene.rows.map((row) => drawRow(scene, row)),
    ...scene.columns.map((column) => drawColumn(scene, column)),
    drawAxis(scene),
  ]
}
