import { type Heap, makeHeap } from '../heap.ts'
import type { Grid } from './grid.ts'

/** Memory of all searches on one grid, and what earlier links have used of it. */
export type Ground = {
  readonly grid: Grid
  readonly best: Float64Array
  readonly seen: Int32Array
  readonly from: Int32Array
  readonly heap: Heap
  /** how many nets run up from each point, and across */
  readonly usedUp: Uint16Array
  readonly usedAcross: Uint16Array
  /** gaps of bands through which foreign links pass */
  readonly parted: Set<number>
  round: number
}

/** One search: from where to where, whose bands are its own, on which rows it may run, and what its net uses already. */
export type Trip = {
  readonly start: number
  readonly goal: number
  readonly own: readonly [number, number]
  readonly rows: readonly [number, number]
  readonly trunk: ReadonlySet<number> | undefined
  /** weight of the rest of the way: above 1 a way may be longer, and is found sooner */
  readonly greed: number
}

const columnCost = 24
const lineCost = 10
const bendCost = 16
const rowCost = 4
const crowdCost = 1.6
/** beyond so many links on one piece further ones cost no more */
const crowdLimit = 8
export const sharedDiscount = 0.35
const gapCost = 22
const seamCost = 40
const partedCost = 2

/** Prepares the searches on a grid. Cost O(points). */
export function groundOf(grid: Grid): Ground {
  const points = grid.lines * grid.channels
  const [best, seen, from] = [new Float64Array(2 * points), new Int32Array(2 * points), new Int32Array(2 * points)]
  return {
    grid,
    best,
    seen,
    from,
    heap: makeHeap(),
    usedUp: new Uint16Array(points),
    usedAcross: new Uint16Array(points),
    parted: new Set(),
    round: 0,
  }
}

/** Number of a piece of the grid: its lower point, and whether it is upright. Cost O(1). */
export function pieceOf(a: number, b: number, isUpright: number): number {
  return Math.min(a, b) * 2 + isUpright
}

/** The gap, if it belongs to a foreign band; else -1. */
function foreignGap({ grid }: Ground, { own }: Trip, gap: number): number {
  const band = grid.gaps[gap]?.band ?? -1
  return band < 0 || band === own[0] || band === own[1] ? -1 : gap
}

/** Parting a band costs; a gap that is parted already costs little. */
function parting(ground: Ground, trip: Trip, gap: number): number {
  const foreign = gap < 0 ? -1 : foreignGap(ground, trip, gap)
  if (foreign < 0) return 0
  if (ground.parted.has(foreign)) return partedCost
  const { first = 0, last = 0 } = ground.grid.gaps[foreign] ?? {}
  return first > last ? seamCost : gapCost
}

/** Whether a line may be followed through a column: a street always, the rows of both ends where no card stands and no foreign band lies. */
function isPassable({ grid }: Ground, { own, rows }: Trip, line: number, column: number): boolean {
  if (grid.isStreet[line]) return true
  if (line !== rows[0] && line !== rows[1]) return false
  const cell = line * grid.columns + column
  const band = grid.bandAt[cell] ?? -1
  return (grid.cardAt[cell] ?? -1) < 0 && (band < 0 || band === own[0] || band === own[1])
}

function rest({ grid }: Ground, { goal, greed }: Trip, point: number): number {
  const lines = Math.abs(Math.floor(point / grid.channels) - Math.floor(goal / grid.channels))
  return (lines * lineCost + Math.abs((point % grid.channels) - (goal % grid.channels)) * columnCost) * greed
}

function visit(ground: Ground, trip: Trip, state: number, cost: number, before: number): void {
  const { best, seen, from, heap, round } = ground
  if (seen[state] === round && (best[state] ?? 0) <= cost) return
  seen[state] = round
  best[state] = cost
  from[state] = before
  heap.push(state, cost + rest(ground, trip, state >> 1))
}

/** Goes on from a state to another: a neighbouring point, reached upright (odd) or across (even). */
function step(ground: Ground, trip: Trip, state: number, next: number, length: number): void {
  const [a, b, isUpright] = [state >> 1, next >> 1, next & 1]
  const used = (isUpright ? ground.usedUp : ground.usedAcross)[Math.min(a, b)] ?? 0
  const turn = (state & 1) === isUpright ? 0 : bendCost
  const way = trip.trunk?.has(pieceOf(a, b, isUpright)) ? length * sharedDiscount : length + Math.min(used, crowdLimit) * crowdCost
  visit(ground, trip, next, (ground.best[state] ?? 0) + turn + way, state)
}

function expand(ground: Ground, trip: Trip, state: number, way: -1 | 1): void {
  const { grid } = ground
  const point = state >> 1
  const [line, channel] = [Math.floor(point / grid.channels), point % grid.channels]
  if (line + way >= 0 && line + way < grid.lines) {
    const up = point + way * grid.channels
    step(ground, trip, state, up * 2 + 1, lineCost + parting(ground, trip, grid.gapOver[up] ?? -1))
  }
  const column = way < 0 ? channel - 1 : channel
  if (channel + way < 0 || channel + way >= grid.channels || !isPassable(ground, trip, line, column)) return
  const row = grid.isStreet[line] ? 0 : rowCost + parting(ground, trip, grid.gapAt[line * grid.columns + column] ?? -1)
  step(ground, trip, state, (point + way) * 2, columnCost + row)
}

function trail(end: number, from: Int32Array): number[] {
  const points: number[] = []
  for (let state = end; state >= 0; state = from[state] ?? -1) points.push(state >> 1)
  return points.reverse()
}

/** Notes the gaps of foreign bands through which a way passes. */
function part(ground: Ground, trip: Trip, points: readonly number[]): void {
  const { grid, parted } = ground
  points.forEach((point, index) => {
    const next = points[index + 1]
    const isAcross = next !== undefined && Math.abs(next - point) < grid.channels
    const cell = isAcross ? Math.floor(point / grid.channels) * grid.columns + (Math.min(point, next) % grid.channels) : -1
    for (const gap of [grid.gapOver[point] ?? -1, grid.gapAt[cell] ?? -1]) {
      const foreign = foreignGap(ground, trip, gap)
      if (foreign >= 0) parted.add(foreign)
    }
  })
}

/**
 * The cheapest way over the grid, by A*: few bends, short, not where many run, rather where its own net runs.
 *
 * @returns all points from start to goal; none where there is no way
 * Cost O(points · log points) at most. Source: Hart, Nilsson and Raphael 1968.
 */
export function findWay(ground: Ground, trip: Trip): number[] {
  if (trip.start === trip.goal) return [trip.start]
  ground.round += 1
  ground.heap.clear()
  visit(ground, trip, trip.start * 2, 0, -1)
  while (ground.heap.size > 0) {
    const state = ground.heap.pop()
    if (state >> 1 === trip.goal) {
      const points = trail(state, ground.from)
      part(ground, trip, points)
      return points
    }
    expand(ground, trip, state, -1)
    expand(ground, trip, state, 1)
  }
  return []
}
