import type { DisplayStatus } from '../domain/okr/assessment.ts'
import type { Closeness, PromiseState } from '../domain/vocabulary.ts'

/** The one mark that a badge shows. */
export type Status = DisplayStatus

/** Progress with its pace: shares from 0 to 1; null is unknown and drawn hollow. `was` is the progress before, where it differs. */
export type Progress = { readonly progress: number | null; readonly expected: number | null; readonly was?: number | null }

export type ChangeKind = 'added' | 'removed' | 'changed'

/** What became of a record between two moments; `count` is how many records it stands for, itself and those inside of it. */
export type ItemChange = { readonly kind: ChangeKind; readonly count: number }

/** Two moments in one drawing: what changed, by `entity:id`. What is not named is the same in both. */
export type Changes = Readonly<Record<string, ItemChange>>

/** Where the map puts a node. */
export type NodePlace = {
  readonly areaId: string
  readonly closeness: Closeness | null
  readonly slot: number
  /** a place chosen by hand, in the design space of the map; overrides ring and slot */
  readonly position: { readonly x: number; readonly y: number } | null
}

/** A value area in document order; `colour` is the tone chosen for it, else `kind` chooses it. */
export type AreaInput = Progress & {
  readonly id: string
  readonly name: string
  readonly kind: string | null
  readonly colour?: string | null
  readonly caption?: string | null
}

/** A node as the map shows it; counts are those of the cycle that is shown. */
export type MapNodeInput = Progress &
  NodePlace & {
    readonly id: string
    readonly name: string
    /** where it stood before, where that is another place */
    readonly stood?: NodePlace
    /** worst status of its key results, and how many have it */
    readonly status: Status
    readonly statusCount: number
    readonly resultCount: number
    /** promises of this cycle to others and from others */
    readonly gives: number
    readonly needs: number
  }

export type MapExchangeInput = {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly deliverable: string
  readonly kind: 'tangible' | 'intangible'
  readonly valueBySender: number | null
  readonly valueByReceiver: number | null
}

/** How a need is drawn; of a bundle of needs the worst counts, and it stands first here. */
export const needStyles = ['broken', 'late', 'overdue', 'countered', 'asked', 'draft', 'promised', 'delivered'] as const
export type NeedStyle = (typeof needStyles)[number]

const troubles: ReadonlySet<NeedStyle> = new Set(['broken', 'late', 'overdue'])

/** Whether somebody has to act on a need that is drawn so. Cost O(1). */
export function isTroubled(style: NeedStyle): boolean {
  return troubles.has(style)
}

/** This cycle's dependencies from one node to another, taken together. */
export type MapNeedInput = {
  readonly supplierId: string
  readonly consumerId: string
  readonly count: number
  readonly worst: NeedStyle
  /** ids of the dependencies; a drawing that compares needs them */
  readonly dependencyIds?: readonly string[]
}

export type MapInput = {
  readonly core: { readonly title: string; readonly caption: string | null }
  readonly areas: readonly AreaInput[]
  readonly nodes: readonly MapNodeInput[]
  readonly exchanges: readonly MapExchangeInput[]
  readonly needs: readonly MapNeedInput[]
  readonly options?: MapOptions
  /** given: the drawing compares two moments */
  readonly changes?: Changes
}

export type MapOptions = {
  /** draw all exchanges, also above the number at which a map stops being readable */
  readonly allExchanges?: boolean
  /** leave out one of the two graphs */
  readonly showExchanges?: boolean
  readonly showNeeds?: boolean
}

/** A key result, or at node level a node with its counts; `value` and `due` are written out for the reader already. */
export type ChainCardInput = Progress & {
  readonly id: string
  readonly nodeId: string
  readonly title: string
  readonly value: string
  readonly due: string
  readonly status: Status
  readonly isStale: boolean
  readonly isLate: boolean
  /** how many needs away the cause of `blocked` lies; null where it is not blocked */
  readonly blockedHops: number | null
}

export type ChainNeedInput = {
  readonly id: string
  readonly consumerId: string
  /** null: the supplier is a node without a key result for it, drawn as a stub at the node */
  readonly supplierId: string | null
  readonly supplierNodeId: string | null
  readonly what: string
  readonly state: PromiseState
  /** days by which a promise is late, or an ask overdue; null where it is neither */
  readonly lateDays: number | null
  /** promised for a day after the one on which it is needed */
  readonly isBackwards: boolean
}

export type ChainInput = {
  readonly level: 'key-result' | 'node'
  readonly areas: readonly AreaInput[]
  readonly nodes: readonly { readonly id: string; readonly areaId: string; readonly name: string }[]
  readonly cards: readonly ChainCardInput[]
  readonly needs: readonly ChainNeedInput[]
  /** key results without any need: shown as cards, folded into a count, or (`auto`) folded where there are many */
  readonly isolated?: 'auto' | 'show' | 'fold'
  /** what a filter has left out already; counted in the scene */
  readonly filteredOut?: { readonly cards: number; readonly needs: number }
  /** given: the drawing compares two moments */
  readonly changes?: Changes
}
