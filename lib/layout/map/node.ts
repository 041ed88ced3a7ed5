import type { Box, Point } from '../geometry.ts'
import { boxAround } from '../geometry.ts'
import type { MapNodeInput, Progress } from '../input.ts'
import type { Bar, MapNode } from '../scene.ts'
import { textBlock, textWidth } from '../text.ts'
import type { Tone } from '../tone.ts'
import { nodeSize } from './places.ts'

const padding = 11
const badgeSize = 15
const overloadFrom = 6

/** A bar in a track: value by share, the tick where it should be today. Cost O(1). */
export function barIn(track: Box, { progress, expected, was }: Progress): Bar {
  const within = (share: number) => Math.min(1, Math.max(0, share))
  const before = was === undefined || was === null ? {} : { was: { ...track, width: Math.max(track.height, track.width * within(was)) } }
  const value = progress === null ? null : { ...track, width: track.width * within(progress) }
  const tick = expected === null ? null : { x: track.x + track.width * within(expected) - 1, y: track.y - 3, width: 2, height: track.height + 6 }
  return { track, value: value && value.width > 0 ? { ...value, width: Math.max(track.height, value.width) } : value, tick, ...before }
}

const countStyle = { size: 12, weight: 400 } as const

/** Promises to and from others, in the longest wording that fits. */
function promisesIn(width: number, { gives, needs }: MapNodeInput): string {
  if (gives + needs === 0) return ''
  const wordings = [`gives ${gives} · needs ${needs}`, `${gives} out · ${needs} in`]
  return wordings.find((words) => textWidth(words, countStyle.size) <= width) ?? ''
}

function countsOf(node: MapNodeInput, box: Box, y: number) {
  const width = box.width - 2 * padding
  const results = node.resultCount === 0 ? 'no results' : `${node.resultCount} KR`
  const room = width - textWidth(results, countStyle.size) - 8
  const left = textBlock(results, { ...countStyle, at: { x: box.x + padding, y }, width })
  const right = textBlock(promisesIn(room, node), { ...countStyle, at: { x: box.x + box.width - padding, y }, width: room, anchor: 'end' })
  return [left, right].filter((block) => block.lines.length > 0)
}

/**
 * The card of a node around its place: name in up to two lines, counts, bar and badge, all inside the box.
 *
 * Cost O(length of the name).
 */
export function layoutNode(node: MapNodeInput, place: Point, tone: Tone): MapNode {
  const box = boxAround(place, nodeSize.width, nodeSize.height)
  const textX = box.x + padding + badgeSize + 7
  const width = box.x + box.width - padding - textX
  const style = { size: 13, weight: 600, width, maxLines: 2, lineHeight: 15 }
  const measured = textBlock(node.name, { ...style, at: { x: textX, y: 0 } })
  const isTall = measured.lines.length > 1
  const top = box.y + (isTall ? 16 : 22)
  const badgeCentre = { x: box.x + padding + badgeSize / 2, y: isTall ? box.y + 19 : top - 4.5 }
  return {
    id: node.id,
    areaId: node.areaId,
    tone,
    name: node.name,
    box,
    title: textBlock(node.name, { ...style, at: { x: textX, y: top } }),
    counts: countsOf(node, box, box.y + (isTall ? 46 : 42)),
    badge: { status: node.status, centre: badgeCentre, size: badgeSize, text: null },
    bar: barIn({ x: box.x + padding, y: box.y + 53, width: box.width - 2 * padding, height: 4.5 }, node),
    isOverloaded: node.gives >= overloadFrom,
  }
}
