import { enumerate, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import { counted } from '../report/said.ts'
import { largestAlong, piecesOf } from '../value/largest-piece.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
import { type Figure, shownOf } from './figure.ts'
import type { Looked } from './looked.ts'

/** Of more nodes only some are named; the rest is counted. */
const namedUpTo = 4

function some(parts: readonly Sentence[]): Sentence {
  if (parts.length <= namedUpTo + 1) return enumerate(parts)
  return enumerate([...parts.slice(0, namedUpTo), [words(`${parts.length - namedUpTo} others`)]])
}

/** How many nodes hang together by exchanges in the largest group, before anybody goes. Cost O(nodes + exchanges). Spec: IN17. */
export function hangTogether({ snapshot }: Pick<Looked, 'snapshot'>): number {
  const { nodeIds, neighbours } = valueGraph(snapshot)
  const order = Int32Array.from(nodeIds, (_id, vertex) => vertex)
  return largestAlong(piecesOf(neighbours), order, new Int32Array(nodeIds.length))
}

/** How many of the busiest are taken out for the sentence: one in five, at least one. */
function takenOut(nodes: number): number {
  return Math.max(1, Math.round(nodes / 5))
}

/**
 * What is left when the busiest go: “When the 2 busiest of 12 nodes go, 8 still hang together; when any 2 go, about 10.” Null until it is known.
 *
 * Cost O(1). Spec: IN17.
 */
export function robustFigure({ results }: Looked): Figure | null {
  const network = results.valueNetwork
  if (!network) return null
  const { R_adaptive: busiest, R_random: random, counts } = network
  const gone = takenOut(counts.nodes)
  const [left, any] = [busiest.s[gone - 1], random.s[gone - 1]].map((share) => Math.round((share ?? 0) * counts.nodes))
  const first = busiest.order.slice(0, gone)
  const isKnown = counts.nodes > 1 && counts.exchanges > 0
  const [which, whichever] = gone === 1 ? ['the busiest', 'any one of them goes'] : [`the ${gone} busiest`, `any ${gone} go`]
  const stay = left === 1 ? 'no two still hang together' : `${left} still hang together`
  const tried = 'orders' in random ? `, ${random.orders?.toLocaleString('en')} orders tried` : ''
  return {
    id: 'robust',
    name: 'When the busiest go',
    value: isKnown ? `${left} of ${counts.nodes}` : 'unknown',
    reading: [
      words(
        isKnown
          ? `When ${which} of ${counts.nodes} nodes ${gone === 1 ? 'goes' : 'go'}, ${stay}; when ${whichever}, about ${any}.`
          : counts.nodes > 1
            ? 'Nothing is exchanged yet.'
            : 'Two nodes are needed to lose one.',
      ),
    ],
    count: `${counted(counts.nodes, 'node')}${tried}`,
    how: 'Takes out the node with most partners, counts partners anew, takes out the next one, and so on; after each it counts the largest group that still hangs together by exchanges. Beside it the mean of taking out nodes in any order. Source: robustness R (Schneider et al. 2011).',
    shown: isKnown ? shownOf({ nodeIds: first }) : null,
  }
}

/** Who is the only link of others, and which ties are the only way: “*Talent* is the only link of others. Without the tie *Talent* – *Culture*, one side is cut off.” Null until it is known. Cost O(exchanges). Spec: IN18. */
export function linksFigure({ snapshot, results }: Looked): Figure | null {
  const network = results.valueNetwork
  if (!network) return null
  const { articulationPoints: cuts, bridges, counts } = network
  const ends = new Set(bridges.map((pair) => pair.toSorted().join('\n')))
  const exchangeIds = [...snapshot.tables.exchange.values()]
    .filter(({ fromNodeId, toNodeId }) => ends.has([fromNodeId, toNodeId].toSorted().join('\n')))
    .map(({ id }) => id)
  const named = some(cuts.map((id) => [nodePart(snapshot, id)]))
  const pairs = some(bridges.map(([one = '', other = '']) => [nodePart(snapshot, one), words(' – '), nodePart(snapshot, other)]))
  const nodesSay: Sentence =
    cuts.length === 0
      ? [words('Nobody is the only link of others.')]
      : [...named, words(` ${cuts.length === 1 ? 'is' : 'are each'} the only link of others.`)]
  const without = bridges.length === 1 ? ' Without the tie ' : ' Without any one of the ties '
  const tiesSay: Sentence = bridges.length === 0 ? [] : [words(without), ...pairs, words(', one side is cut off.')]
  const isKnown = counts.exchanges > 0
  return {
    id: 'links',
    name: 'Only links',
    value: isKnown ? counted(cuts.length, 'node') : 'unknown',
    reading: isKnown ? [...nodesSay, ...tiesSay] : [words('Nothing is exchanged yet.')],
    count: isKnown
      ? `${counted(cuts.length, 'node')} and ${counted(bridges.length, 'tie')} of ${counted(counts.nodes, 'node')}`
      : `${counted(counts.nodes, 'node')}, ${counted(counts.exchanges, 'exchange')}`,
    how: 'A node, or a tie between two nodes, without which the others fall into more pieces than before, whatever the direction of exchanges. Source: articulation points and bridges (Tarjan 1972).',
    shown: cuts.length + bridges.length === 0 ? null : shownOf({ nodeIds: [...new Set([...cuts, ...bridges.flat()])], exchangeIds }),
  }
}
