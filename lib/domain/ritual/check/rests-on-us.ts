import { contributions, whatItFeeds } from '../../measure/figure/contribution.ts'
import type { Looked } from '../../measure/figure/looked.ts'
import { inHundred } from '../../measure/report/said.ts'
import { keyResultPart, sentenceText } from '../../plan/sentence.ts'
import type { StatementPart } from './contribution-text.ts'

function share(looked: Looked, nodeId: string): StatementPart[] {
  const goal = looked.numbers?.goal ?? null
  const own = contributions(looked).find((each) => each.nodeId === nodeId)
  if (goal === null || own === undefined || own.share === null) return []
  const of = sentenceText([keyResultPart(looked.snapshot, goal)])
  const hundredths = inHundred(own.share)
  const about = hundredths === 0 ? 'less than 1 in 100 rests' : `about ${hundredths} in 100 rests`
  return [{ id: 'share', title: 'Our share of the chance', text: `Of the chance of ${of}, ${about} on us.` }]
}

/**
 * What the measures of a network say of a node, as parts of its statement: the way from what it does to the goal, and how much of the
 * goal's chance rests on it. What is not known, or is nothing, is left out.
 *
 * Cost O(key results of the node · needs). Spec: CK66.
 */
export function restsOnUs(looked: Looked, nodeId: string): StatementPart[] {
  const feeds = whatItFeeds(looked, nodeId)
  const way: StatementPart[] = feeds.length > 1 ? [{ id: 'feeds', title: 'What we feed', text: `${sentenceText(feeds)}.` }] : []
  return [...way, ...share(looked, nodeId)]
}
