import { nodePart, words } from '../../plan/sentence.ts'
import { find } from '../../snapshot.ts'
import { counted, inHundred, toldInHundred } from '../report/said.ts'
import { informalSentence, seenDifferently, unusedSentence } from '../report/sentence-exchange.ts'
import { loopSentence } from '../report/sentence-shape.ts'
import { leastWays } from '../value/flow-loss.ts'
import { type Figure, shownOf } from './figure.ts'
import type { Looked } from './looked.ts'

/** How much of what is exchanged is not contracted: “43%”. Null until it is known. Cost O(exchanges). Spec: IN15. */
export function informalFigure({ snapshot, results }: Looked): Figure | null {
  const network = results.valueNetwork
  if (!network) return null
  const { counts, intangibleShare } = network
  const informal = [...snapshot.tables.exchange.values()].filter(({ kind }) => kind === 'intangible').map(({ id }) => id)
  return {
    id: 'informal',
    name: 'Formal and informal',
    value: intangibleShare === null ? 'unknown' : `${toldInHundred(intangibleShare)}%`,
    reading: informalSentence(counts)?.sentence ?? [words('Nothing is exchanged yet.')],
    count: `${counts.intangible} of ${counted(counts.exchanges, 'exchange')}`,
    how: 'Intangible exchanges ÷ all exchanges: knowledge and benefits that no contract names. No share is right for everybody; compare it with yourself over time. Source: Value Network Analysis (Allee 2008).',
    shown: informal.length === 0 ? null : shownOf({ exchangeIds: informal }),
  }
}

/** How far the network is from having one hub: “81 of 100”. Null until it is known. Cost O(nodes). Spec: IN15. */
export function starfishFigure({ results }: Looked): Figure | null {
  const network = results.valueNetwork
  if (!network) return null
  const { degreeCentralization: hub, articulationPoints, counts } = network
  const score = hub === null || counts.exchanges === 0 ? null : inHundred(1 - hub)
  const cuts = articulationPoints.length
  const links = cuts === 0 ? 'Nobody is the only link of others.' : `${counted(cuts, 'node')} ${cuts === 1 ? 'is' : 'are'} the only link of others.`
  return {
    id: 'starfish',
    name: 'Starfish score',
    value: score === null ? 'unknown' : `${score} of 100`,
    reading: [
      words(
        score === null
          ? hub === null
            ? 'With fewer than three nodes there is no hub to look for.'
            : 'Nothing is exchanged yet.'
          : `${score} of 100, where 100 has no hub and 0 hangs on one. ${links}`,
      ),
    ],
    count: `${counted(counts.nodes, 'node')}, ${counted(counts.exchanges, 'exchange')}`,
    how: '100 minus how unequally partners are spread: a star in which all hang on one node has 0, a ring in which all have as many has 100. Source: degree centralization (Freeman 1979).',
    shown: cuts === 0 ? null : shownOf({ nodeIds: articulationPoints }),
  }
}

/** Which of the ways are lost, with its verb: as a share, or of so few that a share would sound like much, as a count. */
function lostOf(lost: number, ways: number): string {
  const which = 'in which value moves between the others'
  if (ways >= leastWays) return `${inHundred(lost / ways)}% of the ways ${which} are`
  return ways === 1 && lost === 1 ? `the only way ${which} is` : `${lost} of the ${ways} ways ${which} ${lost === 1 ? 'is' : 'are'}`
}

/** How much hangs on one node: “55%” of the ways between the others. Null where it is not known. Cost that of `flowLoss`, once. Spec: IN15. */
export function leansFigure({ snapshot, results, flow }: Looked, nodeId: string): Figure | null {
  const network = results.valueNetwork
  const share = network?.flowLossIfRemoved[nodeId] ?? null
  if (!network || share === null) return null
  const exchangeIds = [...snapshot.tables.exchange.values()].filter(({ fromNodeId, toNodeId }) => fromNodeId === nodeId || toNodeId === nodeId)
  const { cut, baseWithout, vertexById } = flow()
  const vertex = vertexById.get(nodeId) ?? -1
  const [lost, ways] = [cut[vertex] ?? 0, baseWithout[vertex] ?? 0]
  return {
    id: `leans:${nodeId}`,
    name: 'Leans on one',
    value: ways < leastWays ? `${lost} of ${ways}` : `${inHundred(share)}%`,
    reading: [words('Without '), nodePart(snapshot, nodeId), words(`, ${lostOf(lost, ways)} gone.`)],
    count: `${lost} of ${counted(ways, 'way')} from one node to another`,
    how: 'Takes the node out, and counts from which of the others value still reaches which. What is lost is told as a part of what reached before among them. Source: reachability, “lose a leg”.',
    shown: shownOf({ nodeIds: [nodeId], exchangeIds: exchangeIds.map(({ id }) => id) }),
  }
}

/** What comes back to the focal node. Null where the loops of another one are known, or none. Cost O(loops). Spec: IN15. */
export function loopsFigure({ snapshot, results }: Looked, nodeId: string): Figure | null {
  const loops = results.valueNetwork?.valueLoops
  if (!loops || loops.focal !== nodeId) return null
  const onLoops = new Set(loops.loops.flatMap(({ path }) => path))
  const steps = new Set(loops.loops.flatMap(({ path }) => path.map((from, at) => `${from}\n${path[(at + 1) % path.length]}`)))
  const exchanges = [...snapshot.tables.exchange.values()].filter(({ fromNodeId, toNodeId }) => steps.has(`${fromNodeId}\n${toNodeId}`))
  return {
    id: `loops:${nodeId}`,
    name: 'Comes back to us',
    value: counted(loops.count, 'loop'),
    reading: loopSentence(snapshot, loops)?.sentence ?? [
      words('No loop of rated exchanges brings value back to '),
      nodePart(snapshot, nodeId),
      words('.'),
    ],
    count: `${counted(loops.count, 'loop')}${loops.upToLength === undefined ? '' : ` of up to ${loops.upToLength} steps`}`,
    how: 'Follows exchanges from the node and back to it without passing anybody twice. A loop counts as the product of how its receivers rate what they get; one that nobody has rated breaks it. Source: stakeholder value networks (Cameron, Crawley and Feng).',
    shown: loops.count === 0 ? null : shownOf({ nodeIds: [...onLoops], exchangeIds: exchanges.map(({ id }) => id) }),
  }
}

/** How differently the two sides see one exchange. Null where one of them has not rated it. Cost O(1). Spec: IN15. */
export function gapFigure({ snapshot, results }: Looked, exchangeId: string): Figure | null {
  const gap = results.valueNetwork?.perceptionGap[exchangeId] ?? null
  const exchange = find(snapshot, 'exchange', exchangeId)
  if (gap === null || !exchange) return null
  const { deliverable, fromNodeId, toNodeId, valueBySender, valueByReceiver } = exchange
  const apart = seenDifferently(snapshot, { [exchangeId]: gap }) !== null
  return {
    id: `gap:${exchangeId}`,
    name: 'Seen differently',
    value: gap === 0 ? '0' : `${gap > 0 ? '+' : '−'}${Math.abs(gap)}`,
    reading: [
      nodePart(snapshot, fromNodeId),
      words(` thinks “${deliverable}” is worth ${valueBySender}; `),
      nodePart(snapshot, toNodeId),
      words(` says ${valueByReceiver}.${apart ? ' Talk.' : ''}`),
    ],
    count: 'two ratings, of giver and receiver',
    how: 'What the receiver says it is worth, minus what the giver says. Both judge for themselves. Source: perceived value (Allee 2008).',
    shown: shownOf({ nodeIds: [fromNodeId, toNodeId], exchangeIds: [exchangeId] }),
  }
}

/** Exchanges that no key result uses. Null until it is known. Cost O(exchanges). Spec: IN15. */
export function unusedFigure({ snapshot, results }: Looked): Figure | null {
  if (!results.promises) return null
  const unused = results.promises.exchangesWithoutNeed
  const total = snapshot.tables.exchange.size
  return {
    id: 'unused',
    name: 'Used by no key result',
    value: total === 0 ? 'unknown' : `${unused.length} of ${total}`,
    reading: unusedSentence(snapshot, unused, total)?.sentence ?? [
      words(
        total === 0
          ? 'No exchange is drawn yet.'
          : total === 1
            ? 'The one exchange is used by a key result.'
            : `Each of the ${total} exchanges is used by a key result.`,
      ),
    ],
    count: counted(total, 'exchange'),
    how: 'Exchanges whose receiver has no key result in this cycle that needs anything of the giver. They may still be worth a lot; they are in no plan.',
    shown: unused.length === 0 ? null : shownOf({ exchangeIds: unused }),
  }
}
