import type { Closeness } from '../domain/vocabulary.ts'
import type { Box, Point } from './geometry.ts'
import type { ItemChange, NeedStyle, Status } from './input.ts'
import type { MatrixScene } from './matrix/scene.ts'
import type { TimelineScene } from './timeline/scene.ts'
import type { Tone } from './tone.ts'

/** One line of text; y is its baseline. */
export type TextLine = { readonly text: string; readonly x: number; readonly y: number }

/** Text as it is drawn, wrapped and, where `isCut`, ended with an ellipsis; `full` is all of it. */
export type TextBlock = {
  readonly lines: readonly TextLine[]
  readonly full: string
  readonly isCut: boolean
  readonly size: number
  readonly weight: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** runs upwards from where its one line begins */
  readonly isUpward?: boolean
}

/** A progress bar; `value` is null where progress is unknown, `tick` where no pace is known; `was` is the value before. */
export type Bar = { readonly track: Box; readonly value: Box | null; readonly tick: Box | null; readonly was?: Box }

/** What changed in a drawing that compares two moments, by `part:id` of its marks, and where the sign of each stands. */
export type SceneChanges = {
  readonly items: Readonly<Record<string, ItemChange>>
  readonly signs: readonly (ItemChange & { readonly key: string; readonly at: Point })[]
}

/** A status glyph (its outline tells the status) around a middle; `count` is written beside it where it is above 1. */
export type Badge = { readonly status: Status; readonly centre: Point; readonly size: number; readonly text: TextBlock | null }

/** A label on an edge: a pill with text in it. */
export type EdgeLabel = { readonly box: Box; readonly text: TextBlock }

/** What every edge has: an SVG path, the same line as points (for hit tests, bundling, canvas), and its arrow head. */
export type EdgeShape = {
  readonly path: string
  readonly points: readonly Point[]
  readonly head: string
  readonly headBox: Box
}

export type MapArea = {
  readonly id: string
  readonly tone: Tone
  readonly letter: string
  readonly name: string
  /** outline of the sector */
  readonly path: string
  readonly title: TextBlock
  readonly caption: TextBlock | null
  readonly nodeCount: number
}

export type MapRing = { readonly closeness: Closeness; readonly path: string }

export type CoreArc = {
  readonly areaId: string
  readonly tone: Tone
  readonly track: string
  readonly value: string | null
  readonly tick: string | null
}

export type MapCore = {
  readonly centre: Point
  readonly radius: number
  readonly title: TextBlock
  readonly caption: TextBlock | null
  readonly arcs: readonly CoreArc[]
  readonly arcWidth: number
}

export type MapNode = {
  readonly id: string
  readonly areaId: string
  readonly tone: Tone
  readonly name: string
  readonly box: Box
  readonly title: TextBlock
  /** "2 results" and "gives 1 · needs 2" */
  readonly counts: readonly TextBlock[]
  readonly badge: Badge
  readonly bar: Bar
  /** where it stood before; only in a drawing that compares */
  readonly stood?: Box
  /** gives more than 5 promises: drawn with a double outline */
  readonly isOverloaded: boolean
}

export type MapExchange = EdgeShape & {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly kind: 'tangible' | 'intangible'
  readonly width: number
  readonly deliverable: string
  /** null where no free place was found; then it is shown on focus, at `labelOnFocus` */
  readonly label: EdgeLabel | null
  readonly labelOnFocus: EdgeLabel
}

export type MapNeed = EdgeShape & {
  readonly id: string
  readonly supplierId: string
  readonly consumerId: string
  readonly count: number
  readonly worst: NeedStyle
  /** "3" */
  readonly label: EdgeLabel | null
  readonly labelOnFocus: EdgeLabel
}

export type MapScene = {
  readonly kind: 'map'
  readonly view: Box
  readonly areas: readonly MapArea[]
  readonly rings: readonly MapRing[]
  readonly core: MapCore
  readonly exchanges: readonly MapExchange[]
  readonly needs: readonly MapNeed[]
  readonly nodes: readonly MapNode[]
  readonly hidden: { readonly exchanges: number; readonly needs: number; readonly labels: number }
  /** given: the drawing compares two moments, and what it does not name is quiet */
  readonly changes?: SceneChanges
}

export type ChainLane = {
  readonly areaId: string
  readonly tone: Tone
  readonly letter: string
  readonly box: Box
  readonly stripe: Box
  readonly title: TextBlock
}

/** Key results of a node that nothing ties to others, folded into one line. */
export type ChainFold = { readonly nodeId: string; readonly box: Box; readonly text: TextBlock; readonly cardIds: readonly string[] }

/** One box of a band, with the node's name. */
export type ChainPart = { readonly box: Box; readonly title: TextBlock }

/**
 * A node's band: the box that holds its key results. `box` is all of it; where links of others pass between its cards it is
 * drawn in several parts on one row, tied by bridges.
 */
export type ChainGroup = {
  readonly nodeId: string
  readonly areaId: string
  readonly tone: Tone
  readonly name: string
  readonly box: Box
  readonly title: TextBlock
  readonly parts: readonly ChainPart[]
  readonly bridges: readonly { readonly from: Point; readonly to: Point }[]
  readonly fold: ChainFold | null
}

export type ChainCard = {
  readonly id: string
  /** a stub stands for needs on a node that has no key result for them yet */
  readonly kind: 'key-result' | 'node' | 'stub'
  readonly nodeId: string
  readonly tone: Tone
  readonly layer: number
  readonly box: Box
  readonly title: TextBlock
  readonly value: TextBlock | null
  readonly due: TextBlock | null
  readonly bar: Bar | null
  readonly badge: Badge | null
  readonly isStale: boolean
  readonly isLate: boolean
  /** size of the ring of key results that it is part of; null where it is on none */
  readonly ringSize: number | null
}

export type ChainEdge = EdgeShape & {
  /** of a single need its id; of a bundle the ids joined */
  readonly id: string
  readonly dependencyIds: readonly string[]
  /** ids of cards */
  readonly fromId: string
  readonly toId: string
  readonly style: NeedStyle
  readonly isBackwards: boolean
  /** closes a ring: runs from right to left */
  readonly isBackEdge: boolean
  readonly count: number
  readonly label: EdgeLabel | null
  readonly tick: Point | null
}

export type ChainRing = { readonly cardIds: readonly string[]; readonly hull: string; readonly label: EdgeLabel }

/** What the next layout starts from, so that little moves after an edit. */
export type ChainPlacement = {
  readonly layerOfCard: Readonly<Record<string, number>>
  readonly rowOfCard: Readonly<Record<string, number>>
  readonly shelfOfGroup: Readonly<Record<string, number>>
}

export type ChainScene = {
  readonly kind: 'chain'
  readonly level: 'key-result' | 'node'
  readonly view: Box
  readonly lanes: readonly ChainLane[]
  readonly groups: readonly ChainGroup[]
  readonly cards: readonly ChainCard[]
  readonly edges: readonly ChainEdge[]
  readonly rings: readonly ChainRing[]
  readonly hidden: { readonly cards: number; readonly needs: number; readonly labels: number }
  readonly placement: ChainPlacement
  /** given: the drawing compares two moments, and what it does not name is quiet */
  readonly changes?: SceneChanges
}

export type Scene = MapScene | ChainScene | TimelineScene | MatrixScene
