import type { Item } from './graph.ts'

/** Sizes of the chain, in design pixels. */
export const cardWidth = 176
export const cardHeights: Readonly<Record<Item['kind'], number>> = { 'key-result': 76, node: 76, stub: 46, fold: 18 }
export const bandPadding = 10
export const bandHeader = 24
export const foldHeight = 18
export const rowGap = 10
export const lanePadding = 10
export const laneGap = 10
/** room for an area's stripe at the left, and for its name above its bands */
export const laneStripe = 14
export const laneTitle = 26
export const emptyLane = 48
export const trackGap = 7
export const portPitch = 14
export const pictureMargin = 16
/** room that tracks keep from the cards or boxes beside them */
export const channelMargin = 11
export const streetMargin = 9
export const emptyChannel = 34
export const emptyStreet = 12
export const outerChannel = 10

/** Height of a card that has so many links on its fuller side. Cost O(1). */
export function heightOf(item: Item, ports: number): number {
  return Math.max(cardHeights[item.kind], ports * portPitch + 6)
}
