import type { OverlayNumber } from '../../domain/measure/overlay/result-numbers.ts'
import { textWidth } from '../text.ts'
import { hasNames } from './detail.ts'
import type { MatrixInput, MatrixLine } from './input.ts'
import type { NumberRoom } from './scene.ts'

type ById = { readonly nodes: ReadonlyMap<string, OverlayNumber>; readonly keyResults: ReadonlyMap<string, OverlayNumber> }

/** How numbers and the counts behind them are written, and the room around them in pixels. */
export const numberStyle = { value: { size: 12, weight: 600 }, count: { size: 12, weight: 400 }, gap: 5, edge: 12 } as const

/** A count that is longer than this is cut. */
const longestCount = 132
const lineHeight = 16

/**
 * The input with a number at each row and column that has one.
 *
 * Cost O(rows + columns). Spec: OV9.
 */
export function withNumbers(input: MatrixInput, numbers: ById | null): MatrixInput {
  if (!numbers) return input
  const carried = <L extends MatrixLine>(line: L): L => {
    const number = (line.kind === 'node' ? numbers.nodes : numbers.keyResults).get(line.id)
    return number ? { ...line, number } : line
  }
  return { ...input, rows: input.rows.map(carried), columns: input.columns.map(carried) }
}

function widest(texts: readonly string[], { size, weight }: { readonly size: number; readonly weight: number }): number {
  return Math.ceil(texts.reduce((most, text) => Math.max(most, textWidth(text, size, weight)), 0))
}

/**
 * How much of the heads is for numbers: beside the names of rows each with its count, below those of columns alone, turned where a column is
 * too narrow.
 *
 * @returns null where nothing has a number, and where there is no room for words
 * Cost O(rows + columns). Spec: OV9, MX10.
 */
export function numberRoom({ rows, columns }: Pick<MatrixInput, 'rows' | 'columns'>, cell: number): NumberRoom | null {
  const told = [...rows, ...columns].flatMap(({ number }) => number ?? [])
  if (told.length === 0 || !hasNames(cell)) return null
  const value = widest(
    told.map((number) => number.value),
    numberStyle.value,
  )
  const count = Math.min(
    longestCount,
    widest(
      told.map((number) => number.count),
      numberStyle.count,
    ),
  )
  const isUpward = value > cell - 2
  return { value, across: value + numberStyle.gap + count + numberStyle.edge, down: isUpward ? value + numberStyle.gap : lineHeight, isUpward }
}
