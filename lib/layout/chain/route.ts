import type { Graph, Link } from './graph.ts'
import type { Grid } from './grid.ts'
import { findWay, type Ground, groundOf, pieceOf, sharedDiscount, type Trip } from './search.ts'

/** A link's way: the points (line · channels + channel) at its ends and corners, from the supplier to the consumer. */
export type Way = { readonly link: number; readonly net: number; readonly points: readonly number[] }

/** Above this many links searches go straighter for their goal. */
const manyLinks = 120
const haste = 3.2

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

function isUpright(a: number, b: number, channels: number): boolean {
  return Math.abs(a - b) >= channels
}

/** Leaves out the points in which a way goes straight on. */
function cornersOnly(points: readonly number[], channels: number): number[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    return before === undefined || after === undefined || isUpright(before, point, channels) !== isUpright(point, after, channels)
  })
}

/** Notes what a way uses, once for each net. */
function remember({ grid, usedUp, usedAcross }: Ground, points: readonly number[], trunk: Set<number>): void {
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1] ?? 0, points[i] ?? 0]
    const upright = isUpright(a, b, grid.channels)
    const piece = pieceOf(a, b, upright ? 1 : 0)
    if (trunk.has(piece)) continue
    trunk.add(piece)
    const used = upright ? usedUp : usedAcross
    used[piece >> 1] = (used[piece >> 1] ?? 0) + 1
  }
}

type Places = { readonly graph: Graph; readonly layer: Int32Array; readonly grid: Grid }

function tripOf({ graph, layer, grid }: Places, link: Link, trunk: ReadonlySet<number> | undefined): Trip {
  const rows = [grid.lineOf[link.from] ?? 0, grid.lineOf[link.to] ?? 0] as const
  return {
    start: rows[0] * grid.channels + (layer[link.from] ?? 0) + 1,
    goal: rows[1] * grid.channels + (layer[link.to] ?? 0),
    own: [graph.items[link.from]?.band ?? -1, graph.items[link.to]?.band ?? -1],
    rows,
    trunk,
    greed: graph.links.length > manyLinks ? haste : trunk ? sharedDiscount : 1,
  }
}

function shortestFirst({ graph, layer, grid }: Places): number[] {
  const reach = graph.links.map(
    ({ from, to }) => Math.abs((layer[to] ?? 0) - (layer[from] ?? 0)) * 3 + Math.abs((grid.lineOf[to] ?? 0) - (grid.lineOf[from] ?? 0)),
  )
  return [...graph.links.keys()].sort((a, b) => (reach[a] ?? 0) - (reach[b] ?? 0) || a - b)
}

/**
 * Finds the way of every link over the grid, short links first: few bends, short, not where many others run already, and
 * together with other links of the same supplier and style (its net).
 *
 * @returns ways in the order of the links, and the gaps of bands through which foreign links pass
 * @throws Error where a link has no way: a bug, because streets join all channels
 * Cost O(links · points · log points) at most; searches look at few points where the way is free.
 */
export function routeLinks(places: Places, netOf: Int32Array): { ways: Way[]; parted: ReadonlySet<number> } {
  const ground = groundOf(places.grid)
  const trunks = new Map<number, Set<number>>()
  const ways: Way[] = []
  for (const index of shortestFirst(places)) {
    const link = places.graph.links[index]
    const net = netOf[index] ?? 0
    const trunk = trunks.get(net)
    const points = link ? findWay(ground, tripOf(places, link, trunk)) : []
    if (points.length === 0) throw new Error(`no way for the link ${link?.id}`)
    const used = trunk ?? new Set<number>()
    trunks.set(net, used)
    remember(ground, points, used)
    ways[index] = { link: index, net, points: cornersOnly(points, places.grid.channels) }
  }
  return { ways, parted: ground.parted }
}
