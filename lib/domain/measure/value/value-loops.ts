import { ratingOf, type ValueGraph } from './graph.ts'
import { distancesTo, type Outgoing, usableExchanges } from './loop-exchanges.ts'

/** A way in which value that a node gives comes back to it, passing each other node once at most. */
export type ValueLoop = {
  /** exchanges, in the order in which they follow each other */
  readonly exchanges: readonly number[]
  /** vertices; the focal one first and last */
  readonly path: readonly number[]
  /** product of the receivers' ratings ÷ 5, above 0 and at most 1 */
  readonly score: number
}

/** All value loops through one node, up to a length. */
export type ValueLoops = {
  readonly focal: number
  /** strongest first; of equals the one whose exchanges stand first in the document */
  readonly loops: readonly ValueLoop[]
  readonly totalScore: number
  /** by vertex: scores of the loops through it ÷ total, 0 to 1; they do not add up to 1; null without a loop; the focal one's is 1 */
  readonly importance: readonly (number | null)[]
  /** every loop of so many exchanges or fewer is there */
  readonly upToLength: number
  /** whether there is none that is longer */
  readonly isComplete: boolean
  /** exchanges that no loop can use, because their receiver has not rated them or at 0 or less */
  readonly broken: number
}

export type LoopCaps = { readonly length: number; readonly loops: number; readonly steps: number }

const usualCaps: LoopCaps = { length: 8, loops: 2_000, steps: 2_000_000 }

type Walk = {
  readonly graph: ValueGraph
  readonly outgoing: Outgoing
  readonly distance: Int32Array
  readonly focal: number
  readonly length: number
  readonly caps: LoopCaps
  readonly isOnPath: Uint8Array
  readonly taken: number[]
  readonly found: ValueLoop[]
  steps: number
  /** whether a path was given up because its way back would be longer than `length` */
  isCut: boolean
}

function loopOf({ graph, taken, focal }: Walk): ValueLoop {
  const score = taken.reduce((product, exchange) => product * ((ratingOf(graph.byReceiver, exchange) ?? 0) / 5), 1)
  return { exchanges: [...taken], path: [focal, ...taken.map((exchange) => graph.to[exchange] ?? 0)], score }
}

/** Follows every way on from a vertex that can still be back in time. Recursion is no deeper than the loops are long. */
function follow(walk: Walk, vertex: number): void {
  const { outgoing, distance, focal, length, caps, isOnPath, taken, found, graph } = walk
  const end = outgoing.start[vertex + 1] ?? 0
  for (let place = outgoing.start[vertex] ?? 0; place < end && walk.steps <= caps.steps && found.length <= caps.loops; place += 1) {
    walk.steps += 1
    const exchange = outgoing.exchange[place] ?? 0
    const next = graph.to[exchange] ?? 0
    const back = distance[next] ?? -1
    if (back === -1 || isOnPath[next] === 1) continue
    if (taken.length + 1 + back > length) {
      walk.isCut = true
      continue
    }
    if (next === focal && taken.length + 1 < length) continue
    taken.push(exchange)
    if (next === focal) found.push(loopOf(walk))
    else {
      isOnPath[next] = 1
      follow(walk, next)
      isOnPath[next] = 0
    }
    taken.pop()
  }
}

function byStrength(a: ValueLoop, b: ValueLoop): number {
  const [left, right] = [Math.round(a.score * 1e12), Math.round(b.score * 1e12)]
  if (left !== right) return right - left
  for (let at = 0; at < a.exchanges.length && at < b.exchanges.length; at += 1) {
    const [one, other] = [a.exchanges[at] ?? 0, b.exchanges[at] ?? 0]
    if (one !== other) return one - other
  }
  return a.exchanges.length - b.exchanges.length
}

function importanceOf(size: number, loops: readonly ValueLoop[], total: number): (number | null)[] {
  const through = new Float64Array(size)
  for (const { path, score } of loops) for (const vertex of path.slice(1)) through[vertex] = (through[vertex] ?? 0) + score
  return Array.from(through, (score) => (total === 0 ? null : score / total))
}

/** Loops of one length after the other, until there is no longer one or a cap is reached; a length that is not finished is left out. */
function search(walk: Omit<Walk, 'length' | 'taken' | 'found'>): Pick<ValueLoops, 'loops' | 'upToLength' | 'isComplete'> {
  const loops: ValueLoop[] = []
  let upToLength = 1
  for (let length = 2; length <= walk.caps.length; length += 1) {
    const round: Walk = { ...walk, length, taken: [], found: [], isCut: false }
    follow(round, walk.focal)
    walk.steps = round.steps
    if (round.steps > walk.caps.steps || loops.length + round.found.length > walk.caps.loops) return { loops, upToLength, isComplete: false }
    loops.push(...round.found)
    upToLength = length
    if (!round.isCut) return { loops, upToLength, isComplete: true }
  }
  return { loops, upToLength, isComplete: upToLength >= walk.distance.length }
}

/**
 * The value loops through a node: how what it gives comes back, and through whom. Parallel exchanges make loops of their own; an exchange
 * that is unrated, or rated 0 or less by its receiver, breaks the loop.
 *
 * @param focal the node, as a vertex
 * @param caps longest loop, most loops, most steps: shorter loops come first, and `upToLength` and `isComplete` say what was reached
 * Cost O(steps): exponential in the length of loops, so capped. Source: Cameron, Crawley and Feng 2008; methods 1.1 and 3. Spec: VN30-VN33.
 */
export function valueLoops(graph: ValueGraph, focal: number, caps: LoopCaps = usualCaps): ValueLoops {
  const outgoing = usableExchanges(graph)
  const distance = distancesTo(graph, focal)
  const found = search({ graph, outgoing, distance, focal, caps, isOnPath: new Uint8Array(graph.nodeIds.length), steps: 0, isCut: false })
  const loops = [...found.loops].sort(byStrength)
  const totalScore = loops.reduce((sum, { score }) => sum + score, 0)
  const broken = graph.exchangeIds.length - outgoing.exchange.length
  return { focal, ...found, loops, totalScore, importance: importanceOf(graph.nodeIds.length, loops, totalScore), broken }
}
