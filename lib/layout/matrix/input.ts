import type { OverlayNumber } from '../../domain/measure/overlay/result-numbers.ts'
import type { PromiseGlyph } from '../draw/promise-glyph.ts'
import type { ItemChange } from '../input.ts'
import type { Tone } from '../tone.ts'

export const matrixOrders = ['area', 'sequence', 'load', 'clusters'] as const
export type MatrixOrder = (typeof matrixOrders)[number]
export type MatrixLevel = 'node' | 'key-result'

/** What a row or a column stands for. */
export type MatrixLine = {
  readonly id: string
  readonly kind: MatrixLevel
  readonly name: string
  /** the node that it is, or whose key result it is */
  readonly nodeId: string | null
  /** the name of that node; null for a row of the node itself */
  readonly nodeName: string | null
  readonly areaId: string | null
  readonly tone: Tone
  readonly letter: string
  /** how many wait for each other in its ring; null where it is on none */
  readonly ringSize: number | null
  /** given where the drawing carries numbers and it has one */
  readonly number?: OverlayNumber
}

export type MatrixRowLine = MatrixLine & {
  /** the node under which a row of one of its key results stands; null for a row of its own */
  readonly parentId: string | null
  /** whether the key results of a node are shown under it; null where there are none to show */
  readonly isOpen: boolean | null
}

/** What one row needs of one column; the row of a node and the rows of its key results tell the same needs. */
export type MatrixMarkInput = {
  readonly rowId: string
  readonly columnId: string
  readonly dependencyIds: readonly string[]
  readonly glyph: PromiseGlyph
  /** the supplier comes after the one who needs it */
  readonly isWrongSide: boolean
  /** given where two moments are compared and something in the cell changed */
  readonly change?: ItemChange
}

/** Neighbours in the order that belong together: an area, a ring, a cluster. */
export type MatrixGroup = {
  readonly name: string
  readonly tone: Tone | null
  readonly ids: readonly string[]
  readonly kind: 'area' | 'ring' | 'cluster'
}

export type MatrixInput = {
  readonly level: MatrixLevel
  readonly order: MatrixOrder
  readonly rows: readonly MatrixRowLine[]
  readonly columns: readonly MatrixLine[]
  readonly marks: readonly MatrixMarkInput[]
  readonly groups: readonly MatrixGroup[]
  /** a column that is asked for more than this is marked; null marks none */
  readonly limit: number | null
}
