import { cutPointsOf } from '../../measure/value/cut-points.ts'
import { flowLoss, leastWays } from '../../measure/value/flow-loss.ts'
import type { ValueGraph } from '../../measure/value/graph.ts'
import { valueGraph } from '../../measure/value/snapshot-graph.ts'
import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { limits } from '../limits.ts'
import type { CheckRule } from '../rule.ts'

/** Up to so many nodes it is counted which ways are lost; above, only whether the map falls apart. */
const countedUpTo = 200

type Loss = { readonly cut: number; readonly of: number }

function lossesOf(graph: ValueGraph): readonly (Loss | null)[] {
  if (graph.nodeIds.length > countedUpTo) return graph.nodeIds.map(() => null)
  const { cut, baseWithout } = flowLoss(graph)
  return graph.nodeIds.map((_, vertex) => ({ cut: cut[vertex] ?? 0, of: baseWithout[vertex] ?? 0 }))
}

function inHundred({ cut, of }: Loss): number {
  return of === 0 ? 0 : (100 * cut) / of
}

function isMuch(loss: Loss | null, limit: number): boolean {
  return loss !== null && loss.cut > 0 && loss.of >= leastWays && inHundred(loss) >= limit
}

function lostText(loss: Loss | null, isCut: boolean): string {
  const apart = isCut ? 'some nodes are no longer tied to the others' : ''
  if (loss === null || loss.cut === 0 || loss.of < leastWays) return `${apart}.`
  const ways = `${loss.cut} of the ${loss.of} ways in which value moves between the others are gone (${Math.round(inHundred(loss))}%)`
  return apart === '' ? `${ways}.` : `${ways}, and ${apart}.`
}

/** A node without which the value network falls apart, or much of it stands still. Cost O(n + m), and O(n · m) up to 200 nodes. Spec: AL73. */
export const singlePoint: CheckRule = {
  key: 'singlePoint',
  theme: 'structure',
  severity: 'medium',
  title: 'Single point of failure',
  why: 'Too much passes through one node: when it stands still, others do too.',
  source: 'Articulation points (Hopcroft and Tarjan 1973), and the share of ways that are lost with a node (VN18, VN19).',
  fix: 'Ask who could stand in, and add a second way.',
  limit: limits.singlePoint,
  find: ({ snapshot }, limit) => {
    const graph = valueGraph(snapshot)
    const losses = lossesOf(graph)
    const cutPoints = new Set(cutPointsOf(graph.neighbours).vertices)
    return graph.nodeIds.flatMap((id, vertex) => {
      const loss = losses[vertex] ?? null
      const isCut = cutPoints.has(vertex)
      if (!isCut && !isMuch(loss, limit)) return []
      const sentence = say('Without ', nodePart(snapshot, id), ', ', lostText(loss, isCut))
      return [{ subjects: [{ entity: 'node', id }] as const, nodeIds: [id], sentence, own: [] }]
    })
  },
}
