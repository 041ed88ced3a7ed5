import { enumerate, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import { leastWays } from '../value/flow-loss.ts'
import type { ValueGraph } from '../value/graph.ts'
import type { Links } from '../value/links.ts'
import { markReached } from '../value/reach.ts'
import { counted, inHundred, largest, type Said, subjectsOf } from './said.ts'

/** From this share on losing a node is worth saying. */
const leansFrom = 0.25

/** Who hangs on one node only is named up to this number. */
const namedUpTo = 3

/**
 * On whom most leans: “Without Client relationships, 55% of the ways in which value moves between the others are gone (23 of 42).”
 *
 * @param loss share of the ways between the others that is gone without each node, and how many ways there are at all
 * @returns null where no node carries a quarter of them, or where there are so few that a share says nothing
 * Cost O(n + m). Spec: OR30.
 */
export function leansSentence(snapshot: Snapshot, graph: ValueGraph, { flowLossIfRemoved, reachPairsBase }: LossNumbers): Said | null {
  const ways = (id: string) => {
    const vertex = graph.vertexById.get(id) ?? 0
    return reachPairsBase - reachedFrom(graph.gives, vertex) - reachedFrom(graph.receives, vertex)
  }
  const most = mostOf(flowLossIfRemoved, ways)
  if (!most) return null
  const others = ways(most.id)
  const text = `, ${inHundred(most.value)}% of the ways in which value moves between the others are gone (${Math.round(most.value * others)} of ${others}).`
  return { key: 'leans', sentence: [words('Without '), nodePart(snapshot, most.id), words(text)], subjects: subjectsOf('node', [most.id]) }
}

/** The node with the largest share from a quarter on, of those whose share is one of enough ways. */
function mostOf(shares: LossNumbers['flowLossIfRemoved'], ways: (id: string) => number): { readonly id: string; readonly value: number } | null {
  const large = Object.entries(shares).filter(([id, share]) => (share ?? 0) >= leansFrom && ways(id) >= leastWays)
  return largest(Object.fromEntries(large))
}

/** What is lost with each node, by its id, of all ordered pairs between which value can move. */
type LossNumbers = { readonly flowLossIfRemoved: Readonly<Record<string, number | null>>; readonly reachPairsBase: number }

/** How many others a vertex reaches. */
function reachedFrom(links: Links, vertex: number): number {
  const seen = new Uint8Array(links.start.length - 1)
  markReached(links, vertex, new Uint8Array(seen.length), seen)
  return seen.reduce((sum, each) => sum + each, 0) - 1
}

/** What falls into pieces without a vertex: all pieces but the largest. */
function cutOff({ neighbours }: ValueGraph, without: number): number[] {
  const seen = new Uint8Array(neighbours.start.length - 1)
  seen[without] = 1
  const pieces: number[][] = []
  for (let place = neighbours.start[without] ?? 0; place < (neighbours.start[without + 1] ?? 0); place += 1) {
    const piece: number[] = []
    const stack = [neighbours.to[place] ?? 0]
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      if (seen[vertex] === 1) continue
      seen[vertex] = 1
      piece.push(vertex)
      for (let next = neighbours.start[vertex] ?? 0; next < (neighbours.start[vertex + 1] ?? 0); next += 1) stack.push(neighbours.to[next] ?? 0)
    }
    if (piece.length > 0) pieces.push(piece)
  }
  return pieces
    .toSorted((a, b) => b.length - a.length)
    .slice(1)
    .flat()
    .toSorted((a, b) => a - b)
}

/**
 * Whose only link one node is: “Talent operations is the only link of Identity and culture.” Of several nodes the one from which most
 * hang.
 *
 * @param cutPoints ids of the articulation points
 * @returns null where nobody hangs on one alone
 * Cost O(cut points · (n + m)). Spec: OR30.
 */
export function onlyLinkSentence(snapshot: Snapshot, graph: ValueGraph, cutPoints: readonly string[]): Said | null {
  const [worst] = cutPoints.map((id) => ({ id, off: cutOff(graph, graph.vertexById.get(id) ?? 0) })).toSorted((a, b) => b.off.length - a.off.length)
  if (!worst || worst.off.length === 0) return null
  const ids = worst.off.map((vertex) => graph.nodeIds[vertex] ?? '')
  const who: Sentence = ids.length <= namedUpTo ? enumerate(ids.map((id) => [nodePart(snapshot, id)])) : [words(counted(ids.length, 'node'))]
  const more = cutPoints.length === 1 ? '.' : `; ${cutPoints.length} nodes are such a link.`
  return {
    key: 'link',
    sentence: [nodePart(snapshot, worst.id), words(' is the only link of '), ...who, words(more)],
    subjects: subjectsOf('node', [worst.id, ...ids]),
  }
}

/** What comes back to a node, and through whom most of it passes. */
export type LoopNumbers = {
  readonly focal: string | null
  readonly count: number
  readonly importance: Readonly<Record<string, number | null>>
  /** the strongest first; the focal node first and last on each */
  readonly loops: readonly { readonly path: readonly string[] }[]
  readonly upToLength?: number
}

/** A single loop is told by the nodes that it passes. */
function oneLoop(snapshot: Snapshot, focal: string, path: readonly string[]): Said {
  const others = path.slice(1, -1)
  const named = others.slice(0, namedUpTo).map((id): Sentence => [nodePart(snapshot, id)])
  const rest: Sentence[] = others.length > namedUpTo ? [[words(counted(others.length - namedUpTo, 'more node'))]] : []
  return {
    key: 'loops',
    sentence: [words('1 loop brings value back to '), nodePart(snapshot, focal), words(', through '), ...enumerate([...named, ...rest]), words('.')],
    subjects: subjectsOf('node', [focal, ...others]),
  }
}

/**
 * What comes back: “10 loops bring value back to Client relationships; 82% of it passes Product delivery.”
 *
 * @returns null where nothing comes back
 * Cost O(n). Spec: OR31.
 */
export function loopSentence(snapshot: Snapshot, loops: LoopNumbers | null): Said | null {
  if (!loops || loops.focal === null || loops.count === 0) return null
  const [through] = Object.entries(loops.importance).toSorted(([, a], [, b]) => (b ?? 0) - (a ?? 0))
  const upTo = loops.upToLength === undefined ? '' : ` of up to ${loops.upToLength} steps`
  if (loops.count === 1) return oneLoop(snapshot, loops.focal, loops.loops[0]?.path ?? [])
  const passes: Sentence = through?.[1] ? [words(`; ${inHundred(through[1])}% of it passes `), nodePart(snapshot, through[0])] : []
  return {
    key: 'loops',
    sentence: [words(`${counted(loops.count, 'loop')}${upTo} bring value back to `), nodePart(snapshot, loops.focal), ...passes, words('.')],
    subjects: subjectsOf('node', through ? [loops.focal, through[0]] : [loops.focal]),
  }
}
