import { enumerate, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import { find } from '../../snapshot.ts'
import { counted } from '../report/said.ts'
import { valueCoverage } from '../value/coverage.ts'
import { twoSidedFlow } from '../value/two-sided.ts'
import { type Figure, shownOf } from './figure.ts'
import type { Looked } from './looked.ts'

/** One-way partners that are named one by one; more are counted. */
const namedUpTo = 3

/** What a node gets and gives: “*Brand* gets 2 things and gives 3; *Client* gives it nothing back.” Null where it is not there. Cost that of `twoSidedFlow`. Spec: IN20. */
export function sidesFigure({ snapshot, chosen }: Looked, nodeId: string): Figure | null {
  if (!find(snapshot, 'node', nodeId)) return null
  const { givers, takers, oneWayTo } = twoSidedFlow(snapshot, nodeId, chosen.cycleId)
  const one: Sentence =
    oneWayTo.length <= namedUpTo ? enumerate(oneWayTo.map((id) => [nodePart(snapshot, id)])) : [words(counted(oneWayTo.length, 'node'))]
  const back: Sentence = oneWayTo.length === 0 ? [] : [words('; '), ...one, words(` ${oneWayTo.length === 1 ? 'gives' : 'give'} it nothing back`)]
  const nodeIds = [nodeId, ...new Set([...givers, ...takers].map(({ otherNodeId }) => otherNodeId))]
  return {
    id: `sides:${nodeId}`,
    name: 'Gets and gives',
    value: `${givers.length} in, ${takers.length} out`,
    reading: [nodePart(snapshot, nodeId), words(` gets ${counted(givers.length, 'thing')} and gives ${takers.length}`), ...back, words('.')],
    count: counted(givers.length + takers.length, 'exchange'),
    how: 'Counts what others give the node, and what it gives them. A band is as broad as its receiver says it is worth; where nobody has said, as many needs of the cycle as can use it. Source: value exchange of one role (Allee 2008).',
    shown: givers.length + takers.length === 0 ? null : shownOf({ nodeIds, exchangeIds: [...givers, ...takers].map(({ exchange }) => exchange.id) }),
  }
}

/** Which levels and factors of value are touched: “9 of 16 pairs of level and factor are touched.” Cost O(exchanges). Spec: IN21. */
export function coverageFigure({ snapshot }: Looked): Figure {
  const cells = valueCoverage(snapshot)
  const touched = cells.filter(({ exchangeIds }) => exchangeIds.length > 0)
  const placed = new Set(touched.flatMap(({ exchangeIds }) => exchangeIds))
  const all = snapshot.tables.exchange.size
  return {
    id: 'coverage',
    name: 'Levels and factors of value',
    value: placed.size === 0 ? 'unknown' : `${touched.length} of ${cells.length}`,
    reading: [
      words(
        placed.size === 0
          ? 'No exchange says on which level it makes value, and of which kind.'
          : `${touched.length} of ${cells.length} pairs of level and factor are touched by an exchange.`,
      ),
    ],
    count: `${placed.size} of ${counted(all, 'exchange')} say both`,
    how: 'Puts every exchange where its level (internal, external, network, civic) and its factors (financial, functional, emotional, social) say. An empty place is a question, not a fault.',
    shown: placed.size === 0 ? null : shownOf({ exchangeIds: [...placed] }),
  }
}
