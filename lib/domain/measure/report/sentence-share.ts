import { enumerate, keyResultPart, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { Stated } from '../chance/report-numbers.ts'
import type { Basis } from '../chance/unknown.ts'
import { chanceText, differenceText } from '../figure/told.ts'
import { leastOf, mostOf } from './best-help.ts'
import { counted, type Said, subjectsOf, toldInHundred } from './said.ts'
import { needsOnNodes } from './unknown-words.ts'

/** What each node carries of the chance of the goal, and what that chance is. */
export type ShareNumbers = {
  readonly goal: string
  /** null where it is not known, nor between what and what */
  readonly chance: Stated | null
  readonly basis: Pick<Basis, 'results' | 'onNodes'>
  /** of each node in document order (Shapley); those that carry nothing are not among them */
  readonly parts: readonly { readonly nodeId: string; readonly part: Stated }[]
}

/** So many times as much as if all carried alike is worth saying. */
const outstandingFrom = 1.5

/** So many that carry alike are named. */
const namedUpTo = 3

function shareText(part: Stated, chance: Stated): string {
  return chance.value === null || part.value === null ? differenceText(part) : `about ${toldInHundred(part.value / chance.value)}%`
}

/** How far trials may be off: 95 of 100 runs of them would lie within. */
function errorOf({ standardError }: Stated): number {
  return 2 * (standardError ?? 0)
}

/** Those that carry most, as far as it can be told; none where somebody else may carry as much. */
function carriers({ parts }: Pick<ShareNumbers, 'parts'>, chance: Stated): ShareNumbers['parts'] {
  const most = Math.max(...parts.map(({ part }) => leastOf(part)))
  const [first] = parts.filter(({ part }) => leastOf(part) === most)
  if (!first) return []
  const told = shareText(first.part, chance)
  const isAlike = ({ part }: { readonly part: Stated }) => shareText(part, chance) === told
  const isLess = ({ part }: { readonly part: Stated }) => mostOf(part) + errorOf(part) < most - errorOf(first.part)
  return parts.every((each) => isAlike(each) || isLess(each)) ? parts.filter(isAlike) : []
}

/**
 * On which node most of the chance of the goal rests: “Of the chance of *5 new clients* (25 in 100), about 40% rests on Delivery; 7 nodes share
 * it, with 10 results.” It says what rests on a node, not how good anybody is.
 *
 * @returns null where no node carries half more than if all carried alike, or where more than half of them or more than three carry as much
 * Cost O(nodes). Source: Shapley 1953. Spec: OR46.
 */
export function shareSentence(snapshot: Snapshot, { goal, chance, basis, parts }: ShareNumbers): Said | null {
  if (chance === null || mostOf(chance) <= 0) return null
  const most = carriers({ parts }, chance)
  const [first] = most
  const isOutstanding = first !== undefined && leastOf(first.part) * parts.length >= outstandingFrom * leastOf(chance) && leastOf(first.part) > 0
  if (!isOutstanding || most.length > namedUpTo || most.length * 2 > parts.length) return null
  const who: Sentence = enumerate(most.map(({ nodeId }) => [nodePart(snapshot, nodeId)]))
  const each = most.length === 1 ? '' : 'each of '
  const behind = `${counted(basis.results, 'result')}${basis.onNodes === 0 ? '' : ` and ${needsOnNodes(basis.onNodes)}`}`
  return {
    key: 'share',
    sentence: [
      words('Of the chance of '),
      keyResultPart(snapshot, goal),
      words(` (${chanceText(chance)}), ${shareText(first.part, chance)} rests on ${each}`),
      ...who,
      words(`; ${counted(parts.length, 'node')} share it, with ${behind}.`),
    ],
    subjects: subjectsOf(
      'node',
      most.map(({ nodeId }) => nodeId),
    ),
  }
}
