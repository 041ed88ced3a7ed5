import type { Mark, Paint } from '../../../../lib/layout/draw/mark.ts'
import { drawCellMarks, drawWrongSide } from '../../../../lib/layout/draw/matrix.ts'
import { eachCellIn, type MatrixWindow } from '../../../../lib/layout/matrix/cell-at.ts'
import { cellKey, type Lit } from '../../../../lib/layout/matrix/lit.ts'
import type { MatrixCell, MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { tintOpacity } from '../../../../lib/layout/matrix/tint.ts'
import type { Colour } from './ink.ts'

type Painting = {
  readonly scene: MatrixScene
  readonly window: MatrixWindow
  readonly colour: Colour
  readonly font: string
  /** null: nothing is dimmed */
  readonly lit: Lit | null
}

type Paper = CanvasRenderingContext2D

/** Paths as the browser has them, by their text: cells repeat the same few. */
const paths = new Map<string, Path2D>()

function pathOf(d: string): Path2D {
  const known = paths.get(d)
  if (known) return known
  const made = new Path2D(d)
  paths.set(d, made)
  return made
}

function applyPaint(paper: Paper, shape: Path2D, { fill, fillOpacity, stroke, strokeWidth, dash, cap }: Paint, colour: Colour): void {
  if (fill) {
    paper.globalAlpha = fillOpacity ?? 1
    paper.fillStyle = colour(fill)
    paper.fill(shape)
    paper.globalAlpha = 1
  }
  if (!stroke) return
  paper.strokeStyle = colour(stroke)
  paper.lineWidth = strokeWidth ?? 1
  paper.lineCap = cap ?? 'butt'
  paper.setLineDash(dash ? dash.split(' ').map(Number) : [])
  paper.stroke(shape)
}

/** The marks of a cell, around the origin. */
function paintMark(paper: Paper, mark: Mark, { colour, font }: Painting): void {
  if (mark.shape === 'path') applyPaint(paper, pathOf(mark.d), mark.paint, colour)
  if (mark.shape !== 'text') return
  paper.font = `${mark.block.weight} ${mark.block.size}px ${font}`
  paper.fillStyle = colour(mark.ink)
  for (const line of mark.block.lines) paper.fillText(line.text, line.x, line.y)
}

function paintGrid(paper: Paper, { scene: { cell }, window, colour }: Painting): void {
  if (cell < 8) return
  const lines = new Path2D()
  const [width, height] = [(window.toColumn - window.fromColumn) * cell, (window.toRow - window.fromRow) * cell]
  for (let row = window.fromRow; row <= window.toRow; row += 1) lines.rect(0, row * cell - window.fromRow * cell, width, 0)
  for (let column = window.fromColumn; column <= window.toColumn; column += 1) lines.rect((column - window.fromColumn) * cell, 0, 0, height)
  paper.globalAlpha = 0.16
  paper.strokeStyle = colour('border')
  paper.lineWidth = 1
  paper.setLineDash([])
  paper.stroke(lines)
  paper.globalAlpha = 1
}

function paintDiagonal(paper: Paper, { scene: { cell, rows, columns }, window, colour }: Painting): void {
  paper.fillStyle = colour('border')
  paper.globalAlpha = 0.3
  const columnOf = new Map<string, number>()
  for (const { id, index } of columns.slice(window.fromColumn, window.toColumn)) columnOf.set(id, index)
  for (const { id, parentId, index } of rows.slice(window.fromRow, window.toRow)) {
    const column = columnOf.get(parentId ?? id)
    if (column !== undefined) paper.fillRect((column - window.fromColumn) * cell, (index - window.fromRow) * cell, cell, cell)
  }
  paper.globalAlpha = 1
}

const signs = { added: '+', removed: '−', changed: '~' } as const

function paintChange(paper: Paper, { change }: MatrixCell, { scene: { cell }, colour, font }: Painting): void {
  if (!change) return
  paper.strokeStyle = colour(change.kind)
  paper.lineWidth = 2
  paper.setLineDash(change.kind === 'changed' ? [4, 3] : change.kind === 'removed' ? [2, 2] : [])
  paper.strokeRect(-cell / 2 + 1.5, -cell / 2 + 1.5, cell - 3, cell - 3)
  if (cell < 22) return
  paper.font = `700 12px ${font}`
  paper.fillStyle = colour(change.kind)
  paper.fillText(signs[change.kind], -cell / 2 + 3, -cell / 2 + 11)
}

function paintCell(paper: Paper, cell: MatrixCell, painting: Painting): void {
  const { scene, window, colour, lit } = painting
  const side = scene.cell
  const isDim = lit !== null && !lit.cells.has(cellKey(cell.row, cell.column))
  const [x, y] = [(cell.column - window.fromColumn) * side, (cell.row - window.fromRow) * side]
  paper.globalAlpha = isDim ? 0.1 : tintOpacity(cell.step) + (scene.detail === 'tint' ? 0.25 : 0)
  paper.fillStyle = colour(isDim ? 'border' : 'focus')
  paper.fillRect(x + 0.5, y + 0.5, side - 1, side - 1)
  paper.globalAlpha = 1
  if (scene.detail === 'tint') return
  paper.translate(x + side / 2, y + side / 2)
  const quiet: Colour = (ink) => colour(ink === 'bg' || ink === 'on-badge' ? ink : 'border')
  for (const mark of drawCellMarks(cell, side)) paintMark(paper, mark, isDim ? { ...painting, colour: quiet } : painting)
  if (cell.isWrongSide) paintMark(paper, drawWrongSide(side), painting)
  paintChange(paper, cell, painting)
  paper.translate(-x - side / 2, -y - side / 2)
}

function paintBlocks(paper: Paper, { scene: { blocks, cell }, window, colour }: Painting): void {
  paper.strokeStyle = colour('border')
  paper.lineWidth = 2
  paper.setLineDash([])
  const [width, height] = [(window.toColumn - window.fromColumn) * cell, (window.toRow - window.fromRow) * cell]
  const rules = new Path2D()
  for (const { kind, fromRow, toRow, fromColumn, toColumn } of blocks) {
    const [left, top] = [(fromColumn - window.fromColumn) * cell, (fromRow - window.fromRow) * cell]
    const [right, bottom] = [(toColumn + 1 - window.fromColumn) * cell, (toRow + 1 - window.fromRow) * cell]
    if (kind !== 'area') rules.rect(left, top, right - left, bottom - top)
    else {
      rules.moveTo(0, bottom)
      rules.lineTo(width, bottom)
      rules.moveTo(right, 0)
      rules.lineTo(right, height)
    }
  }
  paper.stroke(rules)
}

/** Paints the part of a matrix that a window holds: only the cells in which something stands. */
export function paintMatrix(paper: Paper, painting: Painting): void {
  const { scene, window, colour } = painting
  const [width, height] = [(window.toColumn - window.fromColumn) * scene.cell, (window.toRow - window.fromRow) * scene.cell]
  paper.fillStyle = colour('bg')
  paper.fillRect(0, 0, width, height)
  paintGrid(paper, painting)
  paintDiagonal(paper, painting)
  eachCellIn(scene, window, (cell) => paintCell(paper, cell, painting))
  paintBlocks(paper, painting)
}
