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
  /** band whose box covers a point (line · channels + channel), -1 where there is none */
  readonly bandOver: Int32Array
}

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
    bandOver: new Int32Array(lines * channels).fill(-1),
  }
  for (const line of streetOf) grid.isStreet[line] = 1
  const shelfOf = new Map(seating.bands.map((band) => [band.band, band]))
  graph.items.forEach((item, card) => {
    const line = (streetOf[shelfOf.get(item.band)?.shelf ?? 0] ?? 0) + 1 + (seating.rowOf[card] ?? 0)
    grid.lineOf[card] = line
    grid.cardAt[line * columns + (layer[card] ?? 0)] = card
  })
  for (const band of seating.bands) cover(grid, band)
  return grid
}

function cover(grid: Grid, { band, shelf, rows, first, last }: Seating['bands'][number]): void {
  const top = (grid.streetOf[shelf] ?? 0) + 1
  for (let line = top; line < top + rows; line += 1) {
    for (let column = first; column <= last; column += 1) grid.bandAt[line * grid.columns + column] = band
    for (let channel = first + 1; channel <= last; channel += 1) grid.bandOver[line * grid.channels + channel] = band
  }
}
