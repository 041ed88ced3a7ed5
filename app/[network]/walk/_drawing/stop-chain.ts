import { styleByCondition } from '../../../../lib/client/scene-input/map.ts'
import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import type { NeedGraph } from '../../../../lib/domain/plan/graph.ts'
import { downstreamOf, type Reach, upstreamOf } from '../../../../lib/domain/plan/reach.ts'
import { isTroubled } from '../../../../lib/layout/input.ts'

/** A card of the chain of a stop; `column` is how many needs it is away, suppliers left of 0 and consumers right of it. */
export type ChainItem = {
  readonly id: string
  readonly keyResultId: string | null
  /** given where nobody has said yet which key result gives what is needed */
  readonly nodeId: string | null
  readonly column: number
  /** drawn small and without ink: there is more than the room can read at once */
  readonly isQuiet: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type ChainLink = { readonly id: string; readonly fromId: string; readonly toId: string }

export type StopChain = {
  readonly items: readonly ChainItem[]
  readonly links: readonly ChainLink[]
  /** key results that are further away, or did not fit */
  readonly left: { readonly upstream: number; readonly downstream: number }
}

/** What the room can take in: key results on the screen, those at full ink, and those at full ink in one column. */
const [mostItems, mostInk, inkInColumn, mostInColumn] = [12, 9, 4, 5] as const
const farthest = 2

/** The size of a card in the units of the drawing, which are pixels on a screen of 1920 × 1080. */
export const card = { width: 366, height: 176, quiet: 64, across: 52, down: 22 } as const

type Candidate = {
  readonly id: string
  readonly keyResultId: string | null
  readonly nodeId: string | null
  readonly column: number
  readonly rank: number
}

type Input = { readonly graph: NeedGraph; readonly assessment: Assessment; readonly keyResultId: string }

const troubledStatus = new Set(['blocked', 'late', 'off-track'])

/** Needs of the item itself on a node that has no key result for them yet. */
function stubs({ assessment, keyResultId }: Input): Candidate[] {
  return [...assessment.dependencies.values()].flatMap((need) => {
    if (need.consumerKeyResultId !== keyResultId || need.supplierKeyResultId !== null || need.isEnded || need.supplierNodeId === null) return []
    return [{ id: need.id, keyResultId: null, nodeId: need.supplierNodeId, column: -1, rank: isTroubled(styleByCondition[need.condition]) ? 0 : 1 }]
  })
}

function candidates({ assessment }: Input, reach: Reach, side: 1 | -1): Candidate[] {
  return [...reach].flatMap(([id, hops]) => {
    const facts = assessment.keyResults.get(id)
    if (!facts || hops > farthest) return []
    return [{ id, keyResultId: id, nodeId: null, column: side * hops, rank: troubledStatus.has(facts.display) ? 0 : facts.isDone ? 2 : 1 }]
  })
}

/** Nearest first, then what is in trouble. A tie keeps the order of the document. */
function byUse(a: Candidate, b: Candidate): number {
  return Math.abs(a.column) - Math.abs(b.column) || a.rank - b.rank
}

/** Takes from both sides in turn while there is room. */
function chosen(sides: readonly (readonly Candidate[])[]): Candidate[] {
  const taken: Candidate[] = []
  const inColumn = new Map<number, number>()
  const longest = Math.max(0, ...sides.map(({ length }) => length))
  for (const each of Array.from({ length: longest }, (_, at) => sides.flatMap((side) => side[at] ?? [])).flat()) {
    const count = inColumn.get(each.column) ?? 0
    if (taken.length >= mostItems - 1 || count >= mostInColumn) continue
    inColumn.set(each.column, count + 1)
    taken.push(each)
  }
  return taken
}

/** Stacks the cards of one column around the middle line. */
function stacked(column: readonly (Candidate & { readonly isQuiet: boolean })[]): ChainItem[] {
  const heights = column.map(({ isQuiet }) => (isQuiet ? card.quiet : card.height))
  const total = heights.reduce((sum, height) => sum + height, 0) + card.down * Math.max(0, column.length - 1)
  let y = -total / 2
  return column.map(({ id, keyResultId, nodeId, isQuiet, column: at }, place) => {
    const height = heights[place] ?? card.height
    const item = { id, keyResultId, nodeId, column: at, isQuiet, x: at * (card.width + card.across) - card.width / 2, y, width: card.width, height }
    y += height + card.down
    return item
  })
}

function withInk(taken: readonly Candidate[]): (Candidate & { readonly isQuiet: boolean })[] {
  const inked = new Map<number, number>()
  let ink = 0
  return taken.map((each) => {
    const count = inked.get(each.column) ?? 0
    const isQuiet = ink >= mostInk || count >= inkInColumn
    if (!isQuiet) {
      ink += 1
      inked.set(each.column, count + 1)
    }
    return { ...each, isQuiet }
  })
}

function linksAmong({ graph, assessment }: Input, items: readonly ChainItem[]): ChainLink[] {
  const columns = new Map(items.map(({ id, column }) => [id, column]))
  const origin = items.find(({ column }) => column === 0)
  const isAhead = (from: string, to: string) => {
    const [left, right] = [columns.get(from) ?? 0, columns.get(to) ?? 0]
    // what passes by the item would be drawn behind it, and look as if it were its own
    return left < right && !(left < 0 && right > 0)
  }
  const between = graph.needIds.flatMap((id, at) => {
    const fromId = graph.keyResultIds[graph.supplier[at] ?? -1] ?? ''
    const toId = graph.keyResultIds[graph.consumer[at] ?? -1] ?? ''
    return columns.has(fromId) && columns.has(toId) && isAhead(fromId, toId) ? [{ id, fromId, toId }] : []
  })
  const toStubs = items.flatMap(({ id, nodeId }) =>
    nodeId !== null && origin && assessment.dependencies.has(id) ? [{ id, fromId: id, toId: origin.id }] : [],
  )
  return [...between, ...toStubs]
}

/**
 * The chain of one key result as a room can read it: at most 12 key results, 9 of them at full ink, two needs away at most.
 *
 * @returns cards around (0, 0), suppliers to the left; what does not fit is counted
 * Cost O(key results + needs).
 */
export function stopChain(input: Input): StopChain {
  const { graph, keyResultId } = input
  const up = upstreamOf(graph, keyResultId)
  const down = downstreamOf(graph, keyResultId)
  const before = [...stubs(input), ...candidates(input, new Map([...up].filter(([id, hops]) => hops <= (down.get(id) ?? hops))), -1)].sort(byUse)
  const after = candidates(input, new Map([...down].filter(([id, hops]) => hops < (up.get(id) ?? hops + 1))), 1).sort(byUse)
  const taken = withInk([{ id: keyResultId, keyResultId, nodeId: null, column: 0, rank: 0 }, ...chosen([before, after])])
  const columns = Map.groupBy(taken, ({ column }) => column)
  const items = [...columns.values()].flatMap(stacked)
  const shown = (side: 1 | -1) => items.filter(({ column, keyResultId: id }) => id !== null && column * side > 0).length
  return {
    items,
    links: linksAmong(input, items),
    left: { upstream: countOf(up, down, true) - shown(-1), downstream: countOf(down, up, false) - shown(1) },
  }
}

/** How many key results of a reach stand on its own side; one on a ring stands where it is nearer. */
function countOf(own: Reach, other: Reach, winsTie: boolean): number {
  return [...own].filter(([id, hops]) => hops < (other.get(id) ?? Number.POSITIVE_INFINITY) || (winsTie && hops === other.get(id))).length
}
