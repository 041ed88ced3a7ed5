import { type Box, unionOf } from '../geometry.ts'
import { barIn } from '../map/node.ts'
import type { ChainCard, ChainFold, ChainGroup, ChainLane } from '../scene.ts'
import { textBlock, textWidth } from '../text.ts'
import type { ToneOf } from '../tone.ts'
import type { SeatedBand } from './bands.ts'
import type { Frame } from './frame.ts'
import { foldWords, type Graph, type Item } from './graph.ts'
import type { Gap } from './grid.ts'
import { bandHeader, bandPadding, cardWidth, foldHeight, heightOf } from './sizes.ts'

const padding = 10
const badgeSize = 15
const laneTitleWidth = 420
const small = { size: 12, weight: 400 } as const

type CardPlace = {
  readonly box: Box
  readonly layer: number
  readonly tone: ToneOf['tone']
  readonly nodeId: string
  readonly ringSize: number | null
}

/** The box of a card on the frame. Cost O(1). */
export function cardBox(frame: Frame, item: Item, column: number, line: number, ports: number): Box {
  const height = heightOf(item, ports)
  return { x: frame.columnX[column] ?? 0, y: (frame.lineY[line] ?? 0) - height / 2, width: cardWidth, height }
}

function stubCard(item: Item, { box, layer, tone, nodeId }: CardPlace): ChainCard {
  const title = textBlock(item.words, {
    ...small,
    at: { x: box.x + padding, y: box.y + box.height / 2 - 3 },
    width: box.width - 2 * padding,
    maxLines: 2,
    lineHeight: 15,
  })
  const shift = title.lines.length === 1 ? 7 : 0
  const placed = { ...title, lines: title.lines.map((line) => ({ ...line, y: line.y + shift })) }
  return {
    id: item.id,
    kind: 'stub',
    nodeId,
    tone,
    layer,
    box,
    title: placed,
    value: null,
    due: null,
    bar: null,
    badge: null,
    isStale: false,
    isLate: false,
    ringSize: null,
  }
}

/** What a card shows: badge and title in up to two lines, value and due day, and the bar, all inside its box. Cost O(length of the texts). */
export function cardOf(item: Item, place: CardPlace): ChainCard {
  const { card } = item
  const { box, layer, tone, nodeId, ringSize } = place
  if (!card || item.kind === 'stub' || item.kind === 'fold') return stubCard(item, place)
  const top = box.y + (box.height - 76) / 2
  const textX = box.x + padding + badgeSize + 6
  const due = textBlock(card.due, { ...small, at: { x: box.x + box.width - padding, y: top + 57 }, width: 110, anchor: 'end' })
  const room = box.width - 2 * padding - textWidth(due.lines[0]?.text ?? '', small.size) - 6
  const hops = card.blockedHops !== null && card.blockedHops > 1 ? `${card.blockedHops}` : ''
  const centre = { x: box.x + padding + badgeSize / 2, y: top + 18 }
  return {
    id: item.id,
    kind: item.kind,
    nodeId,
    tone,
    layer,
    box,
    title: textBlock(card.title, {
      size: 12.5,
      weight: 600,
      at: { x: textX, y: top + 22 },
      width: box.x + box.width - padding + 2 - textX,
      maxLines: 2,
      lineHeight: 15,
    }),
    value: textBlock(card.value, { ...small, at: { x: box.x + padding, y: top + 57 }, width: room }),
    due,
    bar: barIn({ x: box.x + padding, y: top + 64, width: box.width - 2 * padding, height: 4.5 }, card),
    badge: {
      status: card.status,
      centre,
      size: badgeSize,
      text: hops ? textBlock(hops, { ...small, at: { x: centre.x, y: centre.y + badgeSize / 2 + 12 }, width: 24, anchor: 'middle' }) : null,
    },
    isStale: card.isStale,
    isLate: card.isLate,
    ringSize,
  }
}

type GroupInput = {
  readonly graph: Graph
  readonly frame: Frame
  readonly seated: SeatedBand
  readonly firstLine: number
  readonly tone: ToneOf['tone']
  /** gaps in which the band is parted */
  readonly gaps: readonly Gap[]
  /** the lowest line on which a card of the band stands in these columns */
  readonly lastLineIn: (first: number, last: number) => number
}

/** First and last column of each part of a band. */
function runsOf({ first, last }: SeatedBand, gaps: readonly Gap[]): { first: number; last: number }[] {
  const sorted = [...gaps].sort((a, b) => a.first - b.first)
  const starts = [first, ...sorted.map((gap) => gap.last + 1)]
  const ends = [...sorted.map((gap) => gap.first - 1), last]
  return starts.map((start, index) => ({ first: start, last: ends[index] ?? last }))
}

/** A node's band: the boxes around its rows, its name, and what is folded. Cost O(rows + items). */
export function groupOf({ graph, frame, seated, firstLine, tone, gaps, lastLineIn }: GroupInput): ChainGroup {
  const band = graph.bands[seated.band]
  const name = band?.name ?? ''
  const top = frame.shelfTop[seated.shelf] ?? 0
  const lastLine = firstLine + seated.rows - 1
  const folded = band?.folded ?? []
  const isAllFolded = graph.items.some((item) => item.kind === 'fold' && item.band === seated.band)
  const foldRoom = folded.length > 0 && !isAllFolded ? foldHeight : 0
  const bottomOf = (line: number) => (frame.lineY[line] ?? 0) + (frame.rowHeight[line] ?? 0) / 2 + bandPadding
  const parts = runsOf(seated, gaps).map(({ first, last }) => {
    const left = (frame.columnX[first] ?? 0) - bandPadding
    const box = {
      x: left,
      y: top,
      width: (frame.columnX[last] ?? 0) + cardWidth + bandPadding - left,
      height:
        first === seated.first
          ? bottomOf(gaps.length > 0 ? lastLineIn(first, last) : lastLine) + foldRoom - top
          : bottomOf(lastLineIn(first, last)) - top,
    }
    const isNextToPart = gaps.some((gap) => gap.first > gap.last && gap.first === first)
    return {
      box,
      title: textBlock(isNextToPart ? '' : name, {
        size: 12,
        weight: 600,
        at: { x: left + bandPadding + 1, y: top + bandHeader - 8 },
        width: cardWidth - 4,
      }),
    }
  })
  const [head] = parts
  if (!head) throw new Error('a band has no part')
  const box = unionOf(parts.map((part) => part.box)) ?? head.box
  const bridges = parts.slice(1).map((part, index) => {
    const before = parts[index] ?? head
    const y = top + bandHeader / 2
    return { from: { x: before.box.x + before.box.width, y }, to: { x: part.box.x, y } }
  })
  const fold = folded.length > 0 ? foldOf(band?.nodeId ?? '', folded, head.box) : null
  return { nodeId: band?.nodeId ?? '', areaId: band?.areaId ?? '', tone, name, box, title: head.title, parts, bridges, fold }
}

function foldOf(nodeId: string, folded: readonly string[], box: Box): ChainFold {
  const line = { x: box.x + bandPadding, y: box.y + box.height - foldHeight - bandPadding + 2, width: cardWidth, height: foldHeight }
  return {
    nodeId,
    box: line,
    text: textBlock(foldWords(folded.length), { ...small, at: { x: line.x + 1, y: line.y + 13 }, width: cardWidth }),
    cardIds: folded,
  }
}

/** An area's lane with its name. Cost O(length of the name). */
export function laneOf(area: { readonly id: string; readonly name: string }, box: Box, tone: ToneOf): ChainLane {
  return {
    areaId: area.id,
    tone: tone.tone,
    letter: tone.letter,
    box,
    stripe: { x: box.x, y: box.y, width: 5, height: box.height },
    title: textBlock(area.name, { size: 14, weight: 650, at: { x: box.x + 16, y: box.y + 19 }, width: laneTitleWidth }),
  }
}
