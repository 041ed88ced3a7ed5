import type { ChainInput } from '../input.ts'
import type { ChainPlacement } from '../scene.ts'
import type { Seating } from './bands.ts'
import { type Frame, frameOf } from './frame.ts'
import { type Graph, graphOf } from './graph.ts'
import { type Grid, gridOf } from './grid.ts'
import { labelWidth } from './labels.ts'
import { assignLanes, type Lanes, piecesOf } from './lanes.ts'
import { layersOf } from './layers.ts'
import { toNodeLevel } from './node-level.ts'
import { seat } from './order.ts'
import { type Ports, placePorts } from './ports.ts'
import { findRings, type Rings } from './rings.ts'
import { netsOf, routeLinks, type Way } from './route.ts'
import { bandPadding } from './sizes.ts'

/** All that the phases of a chain's layout have found, from the graph to pixels. */
export type ChainPlan = {
  readonly graph: Graph
  readonly rings: Rings
  readonly layer: Int32Array
  readonly seating: Seating
  readonly grid: Grid
  readonly ways: readonly Way[]
  /** gaps of bands through which foreign links pass */
  readonly parted: ReadonlySet<number>
  readonly lanes: Lanes
  readonly ports: Ports
  readonly frame: Frame
  /** whether bands are drawn as boxes around their cards */
  readonly hasBoxes: boolean
}

const nothingBefore: ChainPlacement = { layerOfCard: {}, rowOfCard: {}, shelfOfGroup: {} }

/** The width that labels ask of the channels: that of the longest label on the longest upright piece of its way. */
function labelRooms(graph: Graph, ways: readonly Way[], channels: number, hasBoxes: boolean): number[] {
  const room = Array.from({ length: channels }, () => 0)
  ways.forEach((way, index) => {
    const words = graph.links[index]?.words ?? ''
    if (words === '') return
    const upright = piecesOf(way, channels).filter(({ isUpright }) => isUpright)
    const longest = upright.sort((a, b) => Math.abs(b.toLine - b.line) - Math.abs(a.toLine - a.line))[0]
    const channel = longest?.channel ?? (way.points[0] ?? 0) % channels
    room[channel] = Math.max(room[channel] ?? 0, labelWidth(words) + 26 - (hasBoxes ? 2 * bandPadding : 0))
  })
  return room
}

type Bundles = { readonly countOf: ReadonlyMap<string, number>; readonly idsOf: ReadonlyMap<string, readonly string[]> }

function withCounts(graph: Graph, bundles: Bundles | null): Graph {
  if (!bundles) return graph
  const links = graph.links.map((link) => {
    const count = bundles.countOf.get(link.id) ?? 1
    const words = [count > 1 ? `${count}` : '', link.words].filter((part) => part !== '').join(' · ')
    return { ...link, dependencyIds: bundles.idsOf.get(link.id) ?? link.dependencyIds, words }
  })
  return { ...graph, links }
}

/**
 * Goes through the phases: rings, columns, rows, ways, tracks, ports, pixels.
 *
 * Cost that of the phases.
 */
export function planChain(input: ChainInput, previous: ChainPlacement | null): ChainPlan {
  const bundles = input.level === 'node' ? toNodeLevel(input) : null
  const graph = withCounts(graphOf(bundles?.input ?? input), bundles)
  const before = previous ?? nothingBefore
  const hasBoxes = input.level === 'key-result'
  const rings = findRings(graph.items.length, graph.links)
  const layer = layersOf(graph, rings.isBack, before.layerOfCard)
  const seating = seat({ graph, layer, previous: before })
  const grid = gridOf(graph, layer, seating)
  const { ways, parted } = routeLinks({ graph, layer, grid }, netsOf(graph.links, rings.isBack))
  const lanes = assignLanes(ways, grid.channels, grid.isStreet)
  const ports = placePorts(graph, grid, ways, lanes)
  const labelRoom = labelRooms(graph, ways, grid.channels, hasBoxes)
  const frame = frameOf({ graph, layer, seating, grid, lanes, ports: ports.most, labelRoom, hasBoxes })
  return { graph, rings, layer, seating, grid, ways, parted, lanes, ports, frame, hasBoxes }
}
