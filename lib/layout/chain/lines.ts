import type { Box, Point } from '../geometry.ts'
import { arrowHead, roundedPath } from '../path.ts'
import type { EdgeShape } from '../scene.ts'
import type { Frame } from './frame.ts'
import type { Grid } from './grid.ts'
import { type Lanes, type Piece, piecesOf } from './lanes.ts'
import type { Way } from './route.ts'
import { trackGap } from './sizes.ts'

const cornerRadius = 8
const headLength = 8
const headWidth = 7
const tipGap = 1.5

/** What turns ways into lines. */
export type LineInput = { readonly frame: Frame; readonly grid: Grid; readonly lanes: Lanes; readonly ways: readonly Way[] }

function channelX({ frame, lanes }: LineInput, channel: number, track: number): number {
  const { x, width } = frame.channel[channel] ?? { x: 0, width: 0 }
  const tracks = lanes.channelTracks[channel] ?? 1
  return x + (width - (tracks - 1) * trackGap) / 2 + track * trackGap
}

function streetY({ frame, lanes }: LineInput, line: number, track: number): number {
  const { y, height } = frame.street.get(line) ?? { y: 0, height: 0 }
  const tracks = lanes.streetTracks.get(line) ?? 1
  return y + (height - (tracks - 1) * trackGap) / 2 + track * trackGap
}

type Ends = { readonly start: Point; readonly end: Point }

/** The corners of a way in pixels. */
function cornersOf(input: LineInput, index: number, { start, end }: Ends): Point[] {
  const way = input.ways[index]
  const pieces = way ? piecesOf(way, input.grid.channels) : []
  const tracks = input.lanes.trackOf[index]
  const corners = [start]
  let y = start.y
  pieces.forEach((piece, at) => {
    if (!piece.isUpright) return
    const x = channelX(input, piece.channel, tracks?.[at] ?? 0)
    corners.push({ x, y })
    y = heightAfter(input, pieces[at + 1], tracks?.[at + 1] ?? 0, end.y)
    corners.push({ x, y })
  })
  return [...corners, end]
}

function heightAfter(input: LineInput, next: Piece | undefined, track: number, arrival: number): number {
  return next && input.grid.isStreet[next.line] ? streetY(input, next.line, track) : arrival
}

/** A link's line from the right side of its supplier to the left side of its consumer, upright and level pieces only. Cost O(corners). */
export function lineOf(
  input: LineInput,
  index: number,
  from: Box,
  to: Box,
  heights: { readonly leaving: number; readonly arriving: number },
): EdgeShape {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 + heights.leaving }
  const tip = { x: to.x - tipGap, y: to.y + to.height / 2 + heights.arriving }
  const head = arrowHead({ x: tip.x - 20, y: tip.y }, tip, headLength, headWidth)
  const points = cornersOf(input, index, { start, end: head.back })
  return { path: roundedPath(points, cornerRadius), points, head: head.path, headBox: head.box }
}
