import type { Seating } from './bands.ts'
import type { Graph } from './graph.ts'

/**
 * The ways on which links run. Lines across: the rows of cards, and a street above each shelf and below the last. Channels
 * upright: one left of each column and one right of the last. Points are where a line meets a channel.
 */
export type Grid = {
  readonly columns: number
  readonly lines: number
  readonly channels: number
  /** line of the street above each shelf; the last one is below all */
  readonly streetOf: readonly number[]
  /** line of each card's row */
  readonly lineOf: Int32Array
  /** 1 where a line is a street */
  readonly isStreet: Uint8Array
  /** card in a cell (line · columns + column), -1 where there is none */
  readonly cardAt: Int32Array
  /** band whose box covers a cell, -1 where there is none */
  readonly bandAt: Int32Array
  /** where bands can be parted if a foreign link has to pass */
  readonly gaps: readonly Gap[]
  /** gap that lies over a cell, and over a point; -1 where there is none */
  readonly gapAt: Int32Array
  readonly gapOver: Int32Array
}

/**
 * A place where a band's box can be parted: columns from `first` to `last` that hold none of its cards, or, where
 * `first` is `last + 1`, the seam between two neighbouring columns.
 */
export type Gap = { readonly band: number; readonly first: number; readonly last: number }

/** Builds the grid of a seating. Cost O(lines · columns). */
export function gridOf(graph: Graph, layer: Int32Array, seating: Seating): Grid {
  const columns = layer.reduce((most, column) => Math.max(most, column + 1), 1)
  const channels = columns + 1
  const streetOf: number[] = []
  let lines = 0
  for (const { rows } of seating.shelves) {
    streetOf.push(lines)
    lines += 1 + rows
  }
  streetOf.push(lines)
  lines += 1
  const grid = {
    columns,
    lines,
    channels,
    streetOf,
    lineOf: new Int32Array(graph.items.length),
    isStreet: new Uint8Array(lines),
    cardAt: new Int32Array(lines * columns).fill(-1),
    bandAt: new Int32Array(lines * columns).fill(-1),
    gaps: [] as Gap[],
    gapAt: new Int32Array(lines * columns).fill(-1),
    gapOver: new Int32Array(lines * channels).fill(-1),
  }
  for (const line of streetOf) grid.isStreet[line] = 1
  const shelfOf = new Map(seating.bands.map((band) => [band.band, band]))
  graph.items.forEach((item, card) => {
    const line = (streetOf[shelfOf.get(item.band)?.shelf ?? 0] ?? 0) + 1 + (seating.rowOf[card] ?? 0)
    grid.lineOf[card] = line
    grid.cardAt[line * columns + (layer[card] ?? 0)] = card
  })
  const columnsOf = Map.groupBy(graph.items.keys(), (card) => graph.items[card]?.band ?? 0)
  for (const band of seating.bands) cover(grid, band, new Set((columnsOf.get(band.band) ?? []).map((card) => layer[card] ?? 0)))
  return grid
}

type OpenGrid = Grid & { readonly gaps: Gap[] }

function cover(grid: OpenGrid, { band, shelf, rows, first, last }: Seating['bands'][number], used: ReadonlySet<number>): void {
  const top = (grid.streetOf[shelf] ?? 0) + 1
  const gapIn = Array.from({ length: last - first + 1 }, () => -1)
  for (let column = first; column <= last; column += 1) {
    if (used.has(column)) continue
    const before = gapIn[column - first - 1] ?? -1
    const open = grid.gaps[before]
    if (open) grid.gaps[before] = { ...open, last: column }
    else grid.gaps.push({ band, first: column, last: column })
    gapIn[column - first] = open ? before : grid.gaps.length - 1
  }
  const gapOver = Array.from({ length: last - first }, (_, index) => {
    const channel = first + 1 + index
    const gap = Math.max(gapIn[index] ?? -1, gapIn[index + 1] ?? -1)
    return gap >= 0 ? gap : grid.gaps.push({ band, first: channel, last: channel - 1 }) - 1
  })
  for (let line = top; line < top + rows; line += 1) {
    for (let column = first; column <= last; column += 1) {
      const gap = gapIn[column - first] ?? -1
      if (gap < 0) grid.bandAt[line * grid.columns + column] = band
      else grid.gapAt[line * grid.columns + column] = gap
    }
    gapOver.forEach((gap, index) => {
      grid.gapOver[line * grid.channels + first + 1 + index] = gap
    })
  }
}
