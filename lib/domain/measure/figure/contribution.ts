import { inDocumentOrder } from '../../okr/document-order.ts'
import { placeOfKeyResult } from '../../okr/place.ts'
import { keyResultPart, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import type { Stated } from '../chance/report-numbers.ts'
import { mostOf } from '../report/best-help.ts'
import { counted, inHundred, isSome, toldInHundred } from '../report/said.ts'
import { type Figure, shownOf } from './figure.ts'
import { sayable, statedOf } from './kr-numbers.ts'
import type { Looked } from './looked.ts'
import { chanceWords, differenceText, movesText, offBy, toldPart } from './told.ts'
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
    if (!part || !without || !isSome(mostOf(without))) return []
    return [{ nodeId: id, part, without, share: whole === null || whole === 0 || part.value === null ? null : part.value / whole }]
  })
}

function ownKeyResults({ snapshot, graph }: Looked, nodeId: string): readonly string[] {
  return graph.keyResultIds.filter((id) => placeOfKeyResult(snapshot, id).nodeId === nodeId)
}

/** What a node feeds: “*Certified squads* → *On-time delivery* → *5 new clients*”, from the key result of the node that lies farthest from the goal. Empty where no way leads there. Cost O(length), once that of `waysTo`. Spec: IN11. */
export function whatItFeeds({ snapshot, feeds }: Looked, nodeId: string): Sentence {
  const way = feeds().get(nodeId) ?? []
  return way.flatMap((id, at) => [...(at === 0 ? [] : [words(' → ')]), keyResultPart(snapshot, id)])
}

/** The share of a node in the chance, in words: “10%”, “less than 1%”; where it is not known its part. Cost O(1). Spec: IN10, CN91. */
export function shareText({ share, part }: Pick<Contribution, 'share' | 'part'>): string {
  return share === null ? differenceText(part) : `${toldInHundred(share)}%`
}

/** What the goal's chance loses without a node, in words and as large as it is told. Cost O(1). Spec: IN10, IN25. */
export function withoutText({ numbers }: Looked, { without }: Pick<Contribution, 'without'>): string {
  const chance = numbers && statedOf(sayable(numbers).numbers, 'vAll', 'goal')
  return differenceText(toldPart(chance, without, 'lost'))
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
    count: `${isAfterCut ? 'without the rings ' : ''}${counted(all.length, 'node')} ${all.length === 1 ? 'carries' : 'share'} ${chanceWords(chance)}${off === '' ? '' : `; this part is found by trials, ${off} in 100`}`,
    how,
    shown: shownOf({ ...waysBetween(looked.graph, ownKeyResults(looked, nodeId), goal), nodeIds: [nodeId] }),
  }
}
