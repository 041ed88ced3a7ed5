import { inDocumentOrder } from '../../okr/document-order.ts'
import { placeOfKeyResult } from '../../okr/place.ts'
import type { NeedGraph } from '../../plan/graph.ts'
import { eachNeighbour } from '../../plan/graph.ts'
import { keyResultPart, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import type { Stated } from '../chance/report-numbers.ts'
import { counted, inHundred, toldInHundred } from '../report/said.ts'
import { type Figure, shownOf } from './figure.ts'
import { sayable, statedOf } from './kr-numbers.ts'
import type { Looked } from './looked.ts'
import { chanceText, differenceText, movesText, offBy } from './told.ts'
import { waysBetween } from './ways.ts'

/** What a node does for the goal. About a node, never about a person. */
export type Contribution = {
  readonly nodeId: string
  /** its fair part of the goal's chance; those of all nodes sum to it */
  readonly part: Stated
  /** what the goal's chance loses without the node; these do not sum to anything */
  readonly without: Stated
  /** part ÷ chance of the goal, 0 to 1; null where that is not known */
  readonly share: number | null
}

/** What each node does for the goal, in document order: it is no ranking. None until it is known. Cost O(nodes). Spec: IN10. */
export function contributions({ snapshot, numbers }: Looked): readonly Contribution[] {
  if (!numbers) return []
  const { numbers: by } = sayable(numbers)
  const whole = statedOf(by, 'vAll', 'goal')?.value ?? null
  return inDocumentOrder(snapshot.tables.node).flatMap(({ id }): Contribution[] => {
    const [part, without] = [statedOf(by, 'contributionShapley', id), statedOf(by, 'contributionCounterfactual', id)]
    if (!part || !without || (without.value ?? without.high) === 0) return []
    return [{ nodeId: id, part, without, share: whole === null || whole === 0 || part.value === null ? null : part.value / whole }]
  })
}

/** The strongest way from a key result to another one: the largest product of strengths, of equal ones the shortest; empty where there is none. Cost O(key results · needs). */
function strongestWay(graph: NeedGraph, from: string, to: string): readonly string[] {
  const [start, end] = [graph.vertexById.get(from), graph.vertexById.get(to)]
  if (start === undefined || end === undefined) return []
  const best = new Float64Array(graph.keyResultIds.length)
  const before = new Int32Array(graph.keyResultIds.length).fill(-1)
  best[start] = 1
  let wave = [start]
  while (wave.length > 0) {
    const next = new Set<number>()
    for (const vertex of wave)
      eachNeighbour(graph.consumersOf, vertex, (consumer, need) => {
        const product = (best[vertex] ?? 0) * (graph.strength[need] ?? 0)
        if (product <= (best[consumer] ?? 0)) return
        best[consumer] = product
        before[consumer] = vertex
        next.add(consumer)
      })
    wave = [...next]
  }
  if (best[end] === 0) return []
  const way: number[] = []
  for (let vertex = end; vertex >= 0; vertex = vertex === start ? -1 : (before[vertex] ?? -1)) way.unshift(vertex)
  return way.map((vertex) => graph.keyResultIds[vertex] ?? '')
}

function ownKeyResults({ snapshot, graph }: Looked, nodeId: string): readonly string[] {
  return graph.keyResultIds.filter((id) => placeOfKeyResult(snapshot, id).nodeId === nodeId)
}

/** What a node feeds: “*Certified squads* → *On-time delivery* → *5 new clients*”, from the key result of the node that lies farthest from the goal. Empty where no way leads there. Cost O(key results of the node · needs). Spec: IN11. */
export function whatItFeeds(looked: Looked, nodeId: string): Sentence {
  const goal = looked.numbers?.goal ?? null
  if (goal === null) return []
  const ways = ownKeyResults(looked, nodeId).map((id) => strongestWay(looked.graph, id, goal))
  const longest = ways.reduce((best, way) => (way.length > best.length ? way : best), [])
  return longest.flatMap((id, at) => [...(at === 0 ? [] : [words(' → ')]), keyResultPart(looked.snapshot, id)])
}

function shareText({ share, part }: Contribution): string {
  return share === null ? differenceText(part) : `${toldInHundred(share)}%`
}

const how =
  'Asks for every set of nodes how likely the goal is if only they keep what they planned, and gives each node its mean difference over all orders in which nodes could join. The shares of all nodes sum to the chance of the goal. It says what rests on a node, not how good anybody is. Source: Shapley 1953.'

/** What rests on a node: “Of the chance of *5 new clients*, about 10% rests on Delivery; without it the chance falls from 25 to 13 in 100.” Null where nothing does, or it is not known. Cost O(key results + needs). Spec: IN10. */
export function shareFigure(looked: Looked, nodeId: string): Figure | null {
  const all = contributions(looked)
  const own = all.find((each) => each.nodeId === nodeId)
  const goal = looked.numbers?.goal ?? null
  if (!own || goal === null || !looked.numbers) return null
  const { numbers: by, isAfterCut } = sayable(looked.numbers)
  const chance = statedOf(by, 'vAll', 'goal')
  const now = chance?.value ?? null
  const moves = movesText(now, now === null || own.without.value === null ? null : Math.max(0, now - own.without.value))
  const { snapshot } = looked
  const off = offBy(own.part)
  return {
    id: `share:${nodeId}`,
    name: 'Share of the chance',
    value: shareText(own),
    reading: [
      words('Of the chance of '),
      keyResultPart(snapshot, goal),
      words(
        own.share === null
          ? `, ${differenceText(own.part)} rests on `
          : `, ${inHundred(own.share) === 0 ? '' : 'about '}${toldInHundred(own.share)}% rests on `,
      ),
      nodePart(snapshot, nodeId),
      words(moves ? `; without it the chance falls ${moves}.` : `; without it ${differenceText(own.without)} is lost.`),
    ],
    count: `of ${chanceText(chance)}${isAfterCut ? ' without the rings' : ''}, shared by ${counted(all.length, 'node')}${off === '' ? '' : `; ${off} in 100`}`,
    how,
    shown: shownOf({ ...waysBetween(looked.graph, ownKeyResults(looked, nodeId), goal), nodeIds: [nodeId] }),
  }
}
