import { makeHeap } from '../heap.ts'
import type { Graph, Link } from './graph.ts'
import type { Grid } from './grid.ts'

/** A link's way: the points (line · channels + channel) at its ends and corners, from the supplier to the consumer. */
export type Way = { readonly link: number; readonly net: number; readonly points: readonly number[] }

const columnCost = 24
const lineCost = 10
const bendCost = 16
const crowdCost = 1.6
/** beyond so many links on one piece further ones cost no more */
const crowdLimit = 8
const sharedDiscount = 0.35
/** Above this many links the search goes straighter for its goal: ways may be somewhat longer, and are found much sooner. */
const manyLinks = 120
const haste = 3.2
const foreignColumn = 4
const gapCost = 22
const seamCost = 40
const partedCost = 2

type Search = { readonly grid: Grid; readonly own: readonly [number, number]; readonly ends: readonly [number, number] }

/** The foreign band's gap that a point or cell lies in; -1 where it lies in none. */
function foreignGap({ grid, own }: Search, gap: number): number {
  if (gap < 0) return -1
  const band = grid.gaps[gap]?.band ?? -1
  return band < 0 || band === own[0] || band === own[1] ? -1 : gap
}

/** Whether a line may be followed through a column: a street always, the rows of both ends where no card stands and no foreign band lies. */
function isPassable({ grid, own, ends }: Search, line: number, column: number): boolean {
  if (grid.isStreet[line]) return true
  if (line !== ends[0] && line !== ends[1]) return false
  const cell = line * grid.columns + column
  const band = grid.bandAt[cell] ?? -1
  return (grid.cardAt[cell] ?? -1) < 0 && (band < 0 || band === own[0] || band === own[1])
}

/**
 * Finds the way of every link over the grid, short links first: few bends, short, not where many others run already, and
 * together with other links of the same supplier and style (its net).
 *
 * @returns ways in the order of the links, and the gaps of bands through which foreign links pass
 * Cost O(links · points · log points) at most; A* looks at few points where the way is free. Source: Hart, Nilsson and Raphael 1968.
 */
export function routeLinks(graph: Graph, layer: Int32Array, grid: Grid, netOf: Int32Array): { ways: Way[]; parted: ReadonlySet<number> } {
  const states = grid.lines * grid.channels * 2
  const memory = { best: new Float64Array(states), seen: new Int32Array(states), from: new Int32Array(states), heap: makeHeap() }
  const usedUp = new Uint16Array(grid.lines * grid.channels)
  const usedAcross = new Uint16Array(grid.lines * grid.channels)
  const netUp = new Map<number, Set<number>>()
  const parted = new Set<number>()
  let round = 0

  function cornersFor(link: Link, net: number): number[] {
    round += 1
    const [start, goal] = [pointRightOf(link.from), pointLeftOf(link.to)]
    if (start === goal) return [start]
    const search: Search = {
      grid,
      own: [graph.items[link.from]?.band ?? -1, graph.items[link.to]?.band ?? -1],
      ends: [grid.lineOf[link.from] ?? 0, grid.lineOf[link.to] ?? 0],
    }
    const [goalLine, goalChannel] = [Math.floor(goal / grid.channels), goal % grid.channels]
    const trunk = netUp.get(net)
    const greed = graph.links.length > manyLinks ? haste : trunk ? sharedDiscount : 1
    const { best, seen, from, heap } = memory
    const rest = (point: number) =>
      Math.abs(Math.floor(point / grid.channels) - goalLine) * lineCost + Math.abs((point % grid.channels) - goalChannel) * columnCost
    const visit = (state: number, cost: number, before: number) => {
      if (seen[state] === round && (best[state] ?? 0) <= cost) return
      seen[state] = round
      best[state] = cost
      from[state] = before
      heap.push(state, cost + rest(state >> 1) * greed)
    }
    heap.clear()
    visit(start * 2, 0, -1)
    while (heap.size > 0) {
      const state = heap.pop()
      const [point, isUpright] = [state >> 1, state & 1]
      if (point === goal) return partGaps(search, trail(state, from))
      const cost = best[state] ?? 0
      const [line, channel] = [Math.floor(point / grid.channels), point % grid.channels]
      const step = (next: number, upright: number, length: number, isShared: boolean, used: number) => {
        const turn = upright === isUpright ? 0 : bendCost
        visit(next * 2 + upright, cost + turn + (isShared ? length * sharedDiscount : length + Math.min(used, crowdLimit) * crowdCost), state)
      }
      for (const way of [-1, 1]) {
        const nextLine = line + way
        const up = nextLine * grid.channels + channel
        if (nextLine >= 0 && nextLine < grid.lines) {
          const edge = Math.min(point, up)
          step(up, 1, lineCost + parting(search, grid.gapOver[up] ?? -1), trunk?.has(edge * 2 + 1) ?? false, usedUp[edge] ?? 0)
        }
        const nextChannel = channel + way
        const column = way < 0 ? channel - 1 : channel
        const across = point + way
        if (nextChannel >= 0 && nextChannel < grid.channels && isPassable(search, line, column)) {
          const edge = Math.min(point, across)
          const foreign = grid.isStreet[line] ? 0 : foreignColumn + parting(search, grid.gapAt[line * grid.columns + column] ?? -1)
          step(across, 0, columnCost + foreign, trunk?.has(edge * 2) ?? false, usedAcross[edge] ?? 0)
        }
      }
    }
    throw new Error(`no way from ${graph.items[link.from]?.id} to ${graph.items[link.to]?.id}: streets join all channels, so there is always one`)
  }

  /** Parting a band costs; a gap that is parted already costs little. */
  function parting(search: Search, gap: number): number {
    if (gap < 0) return 0
    const foreign = foreignGap(search, gap)
    if (foreign < 0) return 0
    const { first = 0, last = 0 } = grid.gaps[foreign] ?? {}
    return parted.has(foreign) ? partedCost : first > last ? seamCost : gapCost
  }

  function partGaps(search: Search, points: number[]): number[] {
    points.forEach((point, index) => {
      const next = points[index + 1]
      const line = Math.floor(point / grid.channels)
      const cell = next !== undefined && Math.abs(next - point) < grid.channels ? line * grid.columns + (Math.min(point, next) % grid.channels) : -1
      for (const gap of [grid.gapOver[point] ?? -1, grid.gapAt[cell] ?? -1]) {
        const foreign = foreignGap(search, gap)
        if (foreign >= 0) parted.add(foreign)
      }
    })
    return points
  }

  function trail(end: number, from: Int32Array): number[] {
    const points: number[] = []
    for (let state = end; state >= 0; state = from[state] ?? -1) points.push(state >> 1)
    return points.reverse()
  }

  function pointRightOf(card: number): number {
    return (grid.lineOf[card] ?? 0) * grid.channels + (layer[card] ?? 0) + 1
  }

  function pointLeftOf(card: number): number {
    return (grid.lineOf[card] ?? 0) * grid.channels + (layer[card] ?? 0)
  }

  function remember(points: readonly number[], net: number): void {
    const trunk = netUp.get(net) ?? new Set<number>()
    netUp.set(net, trunk)
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1] ?? 0, points[i] ?? 0]
      const isUpright = Math.abs(a - b) >= grid.channels ? 1 : 0
      const key = Math.min(a, b) * 2 + isUpright
      if (trunk.has(key)) continue
      trunk.add(key)
      const used = isUpright ? usedUp : usedAcross
      used[key >> 1] = (used[key >> 1] ?? 0) + 1
    }
  }

  const reach = (link: Link) =>
    Math.abs((layer[link.to] ?? 0) - (layer[link.from] ?? 0)) * 3 + Math.abs((grid.lineOf[link.to] ?? 0) - (grid.lineOf[link.from] ?? 0))
  const ways: Way[] = []
  const byReach = graph.links.map((link, index) => ({ link, index })).sort((a, b) => reach(a.link) - reach(b.link) || a.index - b.index)
  for (const { link, index } of byReach) {
    const net = netOf[index] ?? 0
    const points = cornersFor(link, net)
    remember(points, net)
    ways[index] = { link: index, net, points: cornersOnly(points, grid.channels) }
  }
  return { ways, parted }
}

/** Leaves out the points in which a way goes straight on. */
function cornersOnly(points: readonly number[], channels: number): number[] {
  const isUpright = (a: number, b: number) => Math.abs(a - b) >= channels
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    return before === undefined || after === undefined || isUpright(before, point) !== isUpright(point, after)
  })
}

/** The net of each link: links of one supplier that look the same share their way as far as they can. Cost O(links). */
export function netsOf(links: readonly Link[], isBack: Uint8Array): Int32Array {
  const nets = new Map<string, number>()
  return Int32Array.from(links, (link, index) => {
    const key = `${link.from}:${link.style}:${isBack[index] ?? 0}`
    const net = nets.get(key) ?? nets.size
    nets.set(key, net)
    return net
  })
}
