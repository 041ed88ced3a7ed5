import type { Graph } from './graph.ts'

/** Where everything stands on the grid of rows and columns. */
export type Seating = {
  /** bands on the drawing, with the columns that each takes, its rows, and the shelf it stands on */
  readonly bands: readonly SeatedBand[]
  /** row of each card within its band */
  readonly rowOf: Int32Array
  /** shelves from top to bottom: lane and number of rows */
  readonly shelves: readonly Shelf[]
}

export type SeatedBand = {
  readonly band: number
  readonly lane: number
  readonly first: number
  readonly last: number
  readonly rows: number
  shelf: number
}
export type Shelf = { readonly lane: number; readonly rows: number; readonly bands: readonly number[] }

/** The columns and rows that each band needs; bands without cards are left out. Cost O(cards). */
export function measureBands(graph: Graph, layer: Int32Array): SeatedBand[] {
  const cards = Map.groupBy(graph.items.keys(), (card) => graph.items[card]?.band ?? 0)
  return [...cards]
    .sort(([a], [b]) => a - b)
    .map(([band, members]) => {
      const columns = members.map((card) => layer[card] ?? 0)
      const perColumn = new Map<number, number>()
      for (const column of columns) perColumn.set(column, (perColumn.get(column) ?? 0) + 1)
      const lane = graph.bands[band]?.lane ?? 0
      return { band, lane, first: Math.min(...columns), last: Math.max(...columns), rows: Math.max(...perColumn.values()), shelf: 0 }
    })
}

type OpenShelf = { readonly lane: number; rows: number; readonly members: SeatedBand[] }

function fits(shelf: OpenShelf, { first, last }: SeatedBand): boolean {
  return shelf.members.every((other) => other.last < first || other.first > last)
}

/**
 * Puts bands onto shelves, lane by lane and in the order given: each onto the lowest shelf so far if it has room there, or
 * onto the one above it, else onto a new one.
 *
 * Cost O(bands²) within a lane.
 */
export function shelve(bands: readonly SeatedBand[], laneCount: number): Shelf[] {
  const shelves: Shelf[] = []
  for (let lane = 0; lane < laneCount; lane += 1) {
    const open: OpenShelf[] = []
    for (const band of bands) {
      if (band.lane !== lane) continue
      const target = open
        .slice(-3)
        .find((shelf) => fits(shelf, band) && (shelf.rows >= band.rows || shelf === open.at(-1) || shelf.rows * 2 >= band.rows))
      if (target) {
        target.members.push(band)
        target.rows = Math.max(target.rows, band.rows)
      } else open.push({ lane, rows: band.rows, members: [band] })
    }
    for (const { rows, members } of open) {
      for (const band of members) band.shelf = shelves.length
      shelves.push({ lane, rows, bands: members.map(({ band }) => band) })
    }
  }
  return shelves
}
