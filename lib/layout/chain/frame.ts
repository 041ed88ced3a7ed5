import type { Box } from '../geometry.ts'
import type { Seating } from './bands.ts'
import type { Graph } from './graph.ts'
import type { Grid } from './grid.ts'
import type { Lanes } from './lanes.ts'
import {
  bandHeader,
  bandPadding,
  cardWidth,
  channelMargin,
  emptyChannel,
  emptyLane,
  emptyStreet,
  foldHeight,
  heightOf,
  laneGap,
  lanePadding,
  laneStripe,
  laneTitle,
  outerChannel,
  pictureMargin,
  rowGap,
  streetMargin,
  trackGap,
} from './sizes.ts'

/** Pixels of everything on the grid. */
export type Frame = {
  /** left edge of the cards of each column */
  readonly columnX: readonly number[]
  readonly channel: readonly { readonly x: number; readonly width: number }[]
  /** middle of each row's cards; of streets the middle */
  readonly lineY: readonly number[]
  readonly street: ReadonlyMap<number, { readonly y: number; readonly height: number }>
  /** upper edge of the bands on each shelf */
  readonly shelfTop: readonly number[]
  readonly rowHeight: readonly number[]
  readonly laneBoxes: readonly Box[]
  readonly width: number
  readonly height: number
}

type FrameInput = {
  readonly graph: Graph
  readonly layer: Int32Array
  readonly seating: Seating
  readonly grid: Grid
  readonly lanes: Lanes
  /** links on the fuller side of each card */
  readonly ports: Int32Array
  /** width that labels ask of each channel */
  readonly labelRoom: readonly number[]
  readonly hasBoxes: boolean
}

function channelWidth(input: FrameInput, channel: number): number {
  const tracks = input.lanes.channelTracks[channel] ?? 0
  const isOuter = channel === 0 || channel === input.grid.channels - 1
  const least = tracks > 0 ? channelMargin * 2 + (tracks - 1) * trackGap : 0
  return Math.max(least, isOuter && tracks === 0 ? outerChannel : emptyChannel, input.labelRoom[channel] ?? 0)
}

function columnsOf(input: FrameInput): Pick<Frame, 'columnX' | 'channel' | 'width'> {
  const padding = input.hasBoxes ? bandPadding : 0
  const [columnX, channel]: [number[], { x: number; width: number }[]] = [[], []]
  let x = pictureMargin + laneStripe
  for (let index = 0; index < input.grid.channels; index += 1) {
    const width = channelWidth(input, index)
    channel.push({ x, width })
    x += width
    if (index === input.grid.columns) break
    columnX.push(x + padding)
    x += cardWidth + 2 * padding
  }
  return { columnX, channel, width: x + pictureMargin }
}

function streetHeight(input: FrameInput, line: number): number {
  const tracks = input.lanes.streetTracks.get(line) ?? 0
  return tracks > 0 ? streetMargin * 2 + (tracks - 1) * trackGap : 0
}

/** Height of the tallest card of each line. */
function rowHeights(input: FrameInput): number[] {
  const heights = Array.from({ length: input.grid.lines }, () => 0)
  input.graph.items.forEach((item, card) => {
    const line = input.grid.lineOf[card] ?? 0
    heights[line] = Math.max(heights[line] ?? 0, heightOf(item, input.ports[card] ?? 0))
  })
  return heights
}

/** Whether a band on the shelf has folded cards beside those that are drawn. */
function hasFold(input: FrameInput, shelf: number): boolean {
  const folds = new Set(input.graph.items.filter(({ kind }) => kind === 'fold').map(({ band }) => band))
  return (input.seating.shelves[shelf]?.bands ?? []).some((band) => (input.graph.bands[band]?.folded.length ?? 0) > 0 && !folds.has(band))
}

/**
 * Turns the grid into pixels: columns and channels from left to right, lanes with their shelves, rows and streets from top to
 * bottom, each street and channel as wide as its tracks need.
 *
 * Cost O(cards + lines + channels).
 */
export function frameOf(input: FrameInput): Frame {
  const { seating, grid, graph, hasBoxes } = input
  const columns = columnsOf(input)
  const rowHeight = rowHeights(input)
  const lineY = Array.from({ length: grid.lines }, () => 0)
  const street = new Map<number, { y: number; height: number }>()
  const shelfTop: number[] = []
  const laneBoxes: Box[] = []
  const [header, padding] = hasBoxes ? [bandHeader, bandPadding] : [0, 0]
  let y = pictureMargin
  let shelf = 0
  const layStreet = (line: number, least: number) => {
    const height = Math.max(least, streetHeight(input, line))
    street.set(line, { y, height })
    lineY[line] = y + height / 2
    y += height
  }
  const layShelf = () => {
    const first = (grid.streetOf[shelf] ?? 0) + 1
    const rows = seating.shelves[shelf]?.rows ?? 0
    shelfTop.push(y)
    y += header
    for (let line = first; line < first + rows; line += 1) {
      lineY[line] = y + (rowHeight[line] ?? 0) / 2
      y += (rowHeight[line] ?? 0) + (line === first + rows - 1 ? 0 : rowGap)
    }
    y += padding + (hasFold(input, shelf) ? foldHeight : 0)
    shelf += 1
  }
  for (let lane = 0; lane < graph.laneCount; lane += 1) {
    const isFirst = lane === 0
    const count = seating.shelves.filter((each) => each.lane === lane).length
    if (count > 0) layStreet(grid.streetOf[shelf] ?? 0, isFirst ? 0 : laneGap)
    else if (!isFirst) y += laneGap
    const top = y
    y += laneTitle
    for (let at = 0; at < count; at += 1) {
      if (at > 0) layStreet(grid.streetOf[shelf] ?? 0, emptyStreet)
      layShelf()
    }
    y = Math.max(y + lanePadding, top + emptyLane)
    laneBoxes.push({ x: pictureMargin, y: top, width: columns.width - 2 * pictureMargin, height: y - top })
  }
  layStreet(grid.streetOf.at(-1) ?? 0, 0)
  return { ...columns, lineY, street, shelfTop, rowHeight, laneBoxes, height: y + pictureMargin }
}
