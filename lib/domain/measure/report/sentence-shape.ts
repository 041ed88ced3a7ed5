import { enumerate, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import { flowLoss } from '../value/flow-loss.ts'
import type { ValueGraph } from '../value/graph.ts'
import { counted, inHundred, type Said, subjectsOf } from './said.ts'

/** From this share on losing a node is worth saying. */
const leansFrom = 0.25

/** Who hangs on one node only is named up to this number. */
const namedUpTo = 3

/**
 * On whom most leans: “Without Client relationships, 55% of the ways in which value moves between the others are gone (23 of 42).”
 *
 * @returns null where no node carries a quarter of them
 * Cost O(n·m). Spec: OR30.
 */
export function leansSentence(snapshot: Snapshot, graph: ValueGraph): Said | null {
  const { share, cut, baseWithout } = flowLoss(graph)
  const vertex = share.reduce<number>((best, each, at) => ((each ?? 0) > (share[best] ?? 0) ? at : best), 0)
  const most = share[vertex] ?? 0
  const id = graph.nodeIds[vertex]
  if (most < leansFrom || id === undefined) return null
  const text = `, ${inHundred(most)}% of the ways in which value moves between the others are gone (${cut[vertex]} of ${baseWithout[vertex]}).`
  return { key: 'leans', sentence: [words('Without '), nodePart(snapshot, id), words(text)], subjects: subjectsOf('node', [id]) }
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
  readonly upToLength?: number
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
  const passes: Sentence = through?.[1] ? [words(`; ${inHundred(through[1])}% of it passes `), nodePart(snapshot, through[0])] : []
  const verb = loops.count === 1 ? 'brings' : 'bring'
  return {
    key: 'loops',
    sentence: [words(`${counted(loops.count, 'loop')}${upTo} ${verb} value back to `), nodePart(snapshot, loops.focal), ...passes, words('.')],
    subjects: subjectsOf('node', through ? [loops.focal, through[0]] : [loops.focal]),
  }
}
