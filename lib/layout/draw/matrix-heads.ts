import { hasNames } from '../matrix/detail.ts'
import { numberStyle } from '../matrix/numbers.ts'
import type { MatrixBlock, MatrixColumn, MatrixRow, MatrixScene } from '../matrix/scene.ts'
import { textBlock } from '../text.ts'
import { tintOf } from '../tokens.ts'
import { group, type Mark, path, rect, text } from './mark.ts'

const number = { size: 12, weight: 600 } as const
const words = { size: 12, weight: 400 } as const

/** The number of a row before its cells, with the count behind it. */
function drawRowNumber({ head, numbers, cell }: MatrixScene, row: MatrixRow): (Mark | null)[] {
  if (!numbers || !row.number) return []
  const y = head.height + row.index * cell + cell / 2 + 4
  const end = head.width - numbers.across + numbers.value
  const left = end + numberStyle.gap
  return [
    text(textBlock(row.number.value, { at: { x: end, y }, width: numbers.value + 2, anchor: 'end', ...numberStyle.value }), 'text'),
    text(textBlock(row.number.count, { at: { x: left, y }, width: head.width - left, ...numberStyle.count }), 'text-2'),
  ]
}

/** The number of a column above its cells. */
function drawColumnNumber({ head, numbers, cell }: MatrixScene, column: MatrixColumn): Mark | null {
  if (!numbers || !column.number) return null
  const middle = head.width + column.index * cell + cell / 2
  const at = numbers.isUpward ? { x: middle + 4, y: head.height - 8 } : { x: middle, y: head.height - 8 }
  const block = textBlock(column.number.value, {
    at,
    width: numbers.value + 2,
    anchor: numbers.isUpward ? 'start' : 'middle',
    ...numberStyle.value,
  })
  return text({ ...block, isUpward: numbers.isUpward }, 'text')
}

/** The name of a row, its number and its sum. Cost O(1). Spec: MX16, OV9. */
export function drawRow(scene: MatrixScene, row: MatrixRow): Mark {
  const { head, strip, cell, view, sum, numbers } = scene
  const y = head.height + row.index * cell
  const named = hasNames(cell)
  const indent = strip + 10 + (row.parentId === null ? 0 : 14)
  return group('row', row.id, [
    rect({ x: strip, y, width: 4, height: cell }, 0, { fill: row.tone }),
    named
      ? text(
          textBlock(row.name, { at: { x: indent, y: y + cell / 2 + 4 }, width: head.width - (numbers?.across ?? 0) - indent - 6, ...words }),
          'text',
        )
      : null,
    ...drawRowNumber(scene, row),
    named
      ? text(
          textBlock(String(row.needs), { at: { x: view.width - sum.width / 2, y: y + cell / 2 + 4 }, width: sum.width, anchor: 'middle', ...number }),
          'text-2',
        )
      : null,
  ])
}

/** The name of a column, its number and how often it is asked. Cost O(1). Spec: MX16, OV9. */
export function drawColumn(scene: MatrixScene, column: MatrixColumn): Mark {
  const { head, strip, cell, rows, numbers } = scene
  const down = numbers?.down ?? 0
  const x = head.width + column.index * cell
  const named = hasNames(cell)
  const foot = head.height + rows.length * cell + 19
  const asked = `${column.asked}${column.isOver && cell >= 36 ? '⚠' : ''}`
  const title = textBlock(column.name, { at: { x: x + cell / 2 + 4, y: head.height - down - 9 }, width: head.height - down - strip - 14, ...words })
  return group('row', `column ${column.id}`, [
    rect({ x, y: head.height - 4, width: cell, height: 4 }, 0, { fill: column.tone }),
    named ? text({ ...title, isUpward: true }, 'text') : null,
    drawColumnNumber(scene, column),
    named
      ? text(
          textBlock(asked, { at: { x: x + cell / 2, y: foot }, width: Math.max(cell, 30), anchor: 'middle', ...number }),
          column.isOver ? 'off-track' : 'text-2',
        )
      : null,
  ])
}

/** The rules of a group, two pixels wide, and its name at both heads. Cost O(1). Spec: MX16. */
export function drawBlock({ head, cell, view, strip, sum }: MatrixScene, block: MatrixBlock): Mark {
  const [top, bottom] = [head.height + block.fromRow * cell, head.height + (block.toRow + 1) * cell]
  const [left, right] = [head.width + block.fromColumn * cell, head.width + (block.toColumn + 1) * cell]
  const rule = { stroke: 'border', strokeWidth: 2 } as const
  const ink = block.tone ?? 'text-2'
  const ground = block.tone ? tintOf(block.tone) : 'raised'
  const named = (width: number, x: number, y: number) => textBlock(block.name, { at: { x, y }, width, size: 12, weight: 600 })
  const lines =
    block.kind === 'area'
      ? [`M0 ${bottom}L${view.width - sum.width} ${bottom}`, `M${right} 0L${right} ${view.height - sum.height}`]
      : [`M${left} ${top}L${right} ${top}L${right} ${bottom}L${left} ${bottom}Z`]
  return group('lane', `${block.fromRow}`, [
    rect({ x: 0, y: top, width: strip - 2, height: bottom - top }, 3, { fill: ground }),
    rect({ x: left, y: 0, width: right - left, height: strip - 2 }, 3, { fill: ground }),
    right - left > 30 ? text(named(right - left - 8, left + 5, 15), ink) : null,
    bottom - top > 30 ? text({ ...named(bottom - top - 8, 15, bottom - 5), isUpward: true }, ink) : null,
    ...lines.map((d) => path(d, rule)),
  ])
}

/** The words of the corner, of both sums, and the sum of all. Cost O(1). Spec: MX16. */
export function drawAxis({ head, strip, sum, view, total, cell }: MatrixScene): Mark {
  if (!hasNames(cell)) return group('axis', 'words', [])
  const side = { x: view.width - sum.width / 2, width: sum.width + 8, anchor: 'middle' } as const
  const foot = view.height - sum.height + 19
  const told = (line: string, place: { readonly x: number; readonly y: number; readonly width: number; readonly anchor?: 'middle' }) =>
    text(textBlock(line, { at: place, size: 12, weight: 600, ...place }), 'text-2')
  return group('axis', 'words', [
    told('row needs column', { x: strip + 8, y: head.height - 10, width: head.width - strip - 8 }),
    told('Σ needs', { ...side, y: head.height - 10 }),
    told('Σ asked of', { x: strip + 8, y: foot, width: head.width - strip - 8 }),
    told(String(total), { ...side, y: foot }),
  ])
}
