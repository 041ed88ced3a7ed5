import type { Box } from '../geometry.ts'
import type { Detail } from './detail.ts'
import type { MatrixGroup, MatrixLevel, MatrixLine, MatrixMarkInput, MatrixOrder, MatrixRowLine } from './input.ts'

export type MatrixCell = MatrixMarkInput & {
  readonly row: number
  readonly column: number
  readonly count: number
  /** 1 to 5: how dark the cell is */
  readonly step: number
}

export type MatrixRow = MatrixRowLine & { readonly index: number /** how many needs stand in the row */; readonly needs: number }

export type MatrixColumn = MatrixLine & {
  readonly index: number
  /** how many needs stand in the column; the rows of key results under a node are not counted again */
  readonly asked: number
  readonly isOver: boolean
}

/** Where a group begins and ends, both included. */
export type MatrixBlock = Pick<MatrixGroup, 'name' | 'tone' | 'kind'> & {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** Pixels of the heads that are for numbers. */
export type NumberRoom = {
  /** of the number itself, without its count */
  readonly value: number
  /** beside the name of a row */
  readonly across: number
  /** below the name of a column */
  readonly down: number
  /** whether the number of a column is written upwards */
  readonly isUpward: boolean
}

/** A matrix with all rows as high as all columns are wide; sparse: only cells in which something stands. */
export type MatrixScene = {
  readonly kind: 'matrix'
  readonly level: MatrixLevel
  readonly order: MatrixOrder
  /** the picture with its heads and sums, in pixels */
  readonly view: Box
  /** width of the names of rows, height of those of columns; the cells begin behind both */
  readonly head: { readonly width: number; readonly height: number }
  /** how much of the head is for the names of groups */
  readonly strip: number
  /** null where no numbers are carried */
  readonly numbers: NumberRoom | null
  readonly sum: { readonly width: number; readonly height: number }
  /** pixels of a side of a cell */
  readonly cell: number
  readonly detail: Detail
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly MatrixColumn[]
  readonly blocks: readonly MatrixBlock[]
  /** by row, then by column */
  readonly cells: readonly MatrixCell[]
  /** cells of row r: `cells[rowStart[r] … rowStart[r+1]−1]` */
  readonly rowStart: Int32Array
  /** the needs of all rows, those under a node not counted again */
  readonly total: number
}
