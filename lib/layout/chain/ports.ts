import type { Graph } from './graph.ts'
import type { Grid } from './grid.ts'
import { type Lanes, piecesOf } from './lanes.ts'
import type { Way } from './route.ts'
import { portPitch as pitch } from './sizes.ts'

/**
 * Heights, relative to the middle of the card, at which each link leaves its supplier and reaches its consumer. Links that
 * leave stand on multiples of 14, links that arrive half way between, so that two on one row never run over each other; a
 * straight link leaves and arrives in the middle.
 */
export type Ports = { readonly leaving: Float64Array; readonly arriving: Float64Array; readonly most: Int32Array }

type End = { readonly way: number; readonly net: number; readonly turn: -1 | 0 | 1; readonly channel: number; readonly track: number }

/** How a way goes on from its first end, or comes to its last: the first upright piece decides. */
function endOf(way: Way, index: number, lanes: Lanes, channels: number, isFirst: boolean): End {
  const pieces = piecesOf(way, channels)
  const at = isFirst ? pieces.findIndex(({ isUpright }) => isUpright) : pieces.findLastIndex(({ isUpright }) => isUpright)
  const piece = pieces[at]
  if (!piece) return { way: index, net: way.net, turn: 0, channel: 0, track: 0 }
  const goesUp = isFirst ? piece.toLine < piece.line : piece.line < piece.toLine
  return { way: index, net: way.net, turn: goesUp ? -1 : 1, channel: piece.channel, track: lanes.trackOf[index]?.[at] ?? 0 }
}

function byTurn(a: End, b: End, nearFirst: 1 | -1): number {
  if (a.turn !== b.turn) return a.turn - b.turn
  const near = (a.channel - b.channel || a.track - b.track) * nearFirst
  return a.turn < 0 ? near : -near
}

/** Heights of what leaves: a straight net in the middle, else the nets around it. */
function spreadLeaving(nets: readonly (readonly End[])[], heights: Float64Array): void {
  const straight = nets.findIndex((ends) => ends.some(({ turn }) => turn === 0))
  const middle = straight >= 0 ? straight : Math.floor(nets.length / 2)
  nets.forEach((ends, index) => {
    for (const { way } of ends) heights[way] = (index - middle) * pitch
  })
}

/** Heights of what arrives: a straight link as high as it left, those from above over the middle, those from below under it. */
function spreadArriving(ends: readonly End[], heights: Float64Array, leaving: Float64Array): void {
  const bent = ends.filter(({ turn }) => turn !== 0)
  const hasStraight = bent.length < ends.length
  for (const { way, turn } of ends) if (turn === 0) heights[way] = leaving[way] ?? 0
  const fromAbove = bent.filter(({ turn }) => turn < 0).length
  const middle = hasStraight ? fromAbove : fromAbove * 2 >= bent.length ? Math.ceil(bent.length / 2) : Math.floor(bent.length / 2)
  bent.forEach(({ way }, index) => {
    heights[way] = (index - middle) * pitch + pitch / 2
  })
}

/** How many ports a card must have room for, so that one at this height is on it. */
function portsWithin(height: number): number {
  return Math.ceil((2 * Math.abs(height)) / pitch) + 1
}

/** Places the ports of all cards. Cost O(links log links). */
export function placePorts(graph: Graph, grid: Grid, ways: readonly Way[], lanes: Lanes): Ports {
  const [leaving, arriving] = [new Float64Array(ways.length), new Float64Array(ways.length)]
  const most = new Int32Array(graph.items.length)
  const firsts = Map.groupBy(
    ways.map((way, index) => endOf(way, index, lanes, grid.channels, true)),
    ({ way }) => graph.links[way]?.from ?? 0,
  )
  for (const [card, ends] of firsts) {
    const nets = [...Map.groupBy(ends, ({ net }) => net).values()].map((own) => own.sort((a, b) => Math.abs(a.turn) - Math.abs(b.turn)))
    const sorted = nets.sort((a, b) => (a[0] && b[0] ? byTurn(a[0], b[0], 1) : 0))
    spreadLeaving(sorted, leaving)
    most[card] = Math.max(most[card] ?? 0, ...ends.map(({ way }) => portsWithin(leaving[way] ?? 0)))
  }
  const lasts = Map.groupBy(
    ways.map((way, index) => endOf(way, index, lanes, grid.channels, false)),
    ({ way }) => graph.links[way]?.to ?? 0,
  )
  for (const [card, ends] of lasts) {
    const sorted = ends.sort((a, b) => byTurn(a, b, -1))
    spreadArriving(sorted, arriving, leaving)
    most[card] = Math.max(most[card] ?? 0, ...ends.map(({ way }) => portsWithin(arriving[way] ?? 0)))
  }
  return { leaving, arriving, most }
}
