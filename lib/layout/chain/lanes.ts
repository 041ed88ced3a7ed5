import type { Way } from './route.ts'
import { assignTracks, joinStretches, type Stretch, type Tracks } from './tracks.ts'

/** A piece of a way between two corners. */
export type Piece = {
  readonly isUpright: boolean
  readonly line: number
  readonly channel: number
  readonly toLine: number
  readonly toChannel: number
}

/** The pieces of a way; none where it runs straight through one channel. Cost O(corners). */
export function piecesOf({ points }: Way, channels: number): Piece[] {
  return points.slice(1).map((point, index) => {
    const before = points[index] ?? point
    const [line, channel, toLine, toChannel] = [Math.floor(before / channels), before % channels, Math.floor(point / channels), point % channels]
    return { isUpright: channel === toChannel, line, channel, toLine, toChannel }
  })
}

/** The tracks of all channels and streets, and which track each upright or street piece of each way has. */
export type Lanes = {
  readonly channelTracks: readonly number[]
  readonly streetTracks: ReadonlyMap<number, number>
  /** track of a piece: `trackOf[way][piece]`; -1 for pieces along a row, which run at the height of their port */
  readonly trackOf: readonly Int32Array[]
}

type Ref = { readonly way: number; readonly piece: number }
type Collected = { readonly stretches: Stretch[]; readonly refs: Ref[] }

function collect(into: Map<number, Collected>, key: number, stretch: Stretch, ref: Ref): void {
  const list = into.get(key) ?? { stretches: [], refs: [] }
  list.stretches.push(stretch)
  list.refs.push(ref)
  into.set(key, list)
}

function sideToward(from: number, to: number): -1 | 1 {
  return to < from ? -1 : 1
}

function uprightStretch(pieces: readonly Piece[], index: number, net: number): Stretch | null {
  const piece = pieces[index]
  if (!piece) return null
  const [before, after] = [pieces[index - 1], pieces[index + 1]]
  const entry = { at: piece.line, side: before ? sideToward(before.toChannel, before.channel) : (-1 as const) }
  const exit = { at: piece.toLine, side: after ? sideToward(after.channel, after.toChannel) : (1 as const) }
  return { net, from: Math.min(piece.line, piece.toLine), to: Math.max(piece.line, piece.toLine), pins: [entry, exit] }
}

function acrossStretch(
  pieces: readonly Piece[],
  index: number,
  net: number,
  at: (way: Piece | undefined, channel: number) => number,
): Stretch | null {
  const piece = pieces[index]
  const [before, after] = [pieces[index - 1], pieces[index + 1]]
  if (!piece) return null
  const [start, end] = [at(before, piece.channel), at(after, piece.toChannel)]
  const entry = { at: start, side: before ? sideToward(before.toLine, before.line) : (-1 as const) }
  const exit = { at: end, side: after ? sideToward(after.line, after.toLine) : (1 as const) }
  return { net, from: Math.min(start, end), to: Math.max(start, end), pins: [entry, exit] }
}

function solve(collected: ReadonlyMap<number, Collected>, trackOf: readonly Int32Array[]): Map<number, Tracks['count']> {
  const counts = new Map<number, number>()
  for (const [key, { stretches, refs }] of collected) {
    const { joined, indexOf } = joinStretches(stretches)
    const tracks = assignTracks(joined)
    refs.forEach(({ way, piece }, index) => {
      const own = trackOf[way]
      if (own) own[piece] = tracks.trackOf[indexOf[index] ?? 0] ?? 0
    })
    counts.set(key, tracks.count)
  }
  return counts
}

/**
 * Gives all pieces of all ways their tracks: first in the channels, then, knowing the order there, in the streets.
 *
 * Cost O(n²) for n pieces in the fullest channel or street.
 */
export function assignLanes(ways: readonly Way[], channels: number, isStreet: Uint8Array): Lanes {
  const pieces = ways.map((way) => piecesOf(way, channels))
  const trackOf = pieces.map((list) => new Int32Array(list.length).fill(-1))
  const upright = new Map<number, Collected>()
  pieces.forEach((list, way) => {
    list.forEach((piece, index) => {
      const stretch = piece.isUpright ? uprightStretch(list, index, ways[way]?.net ?? 0) : null
      if (stretch) collect(upright, piece.channel, stretch, { way, piece: index })
    })
  })
  const counts = solve(upright, trackOf)
  const across = new Map<number, Collected>()
  pieces.forEach((list, way) => {
    const own = trackOf[way]
    const at = (neighbour: Piece | undefined, channel: number) => {
      const track = neighbour ? (own?.[list.indexOf(neighbour)] ?? 0) : 0
      return channel + (track + 1) / ((counts.get(channel) ?? 0) + 2)
    }
    list.forEach((piece, index) => {
      const stretch = !piece.isUpright && isStreet[piece.line] ? acrossStretch(list, index, ways[way]?.net ?? 0, at) : null
      if (stretch) collect(across, piece.line, stretch, { way, piece: index })
    })
  })
  const streetTracks = solve(across, trackOf)
  return { channelTracks: Array.from({ length: channels }, (_, channel) => counts.get(channel) ?? 0), streetTracks, trackOf }
}
