import type { Assessment } from '../okr/assessment.ts'
import { find, type Snapshot } from '../snapshot.ts'

/** Two asks of one giver that seem to want the same. */
export type SimilarAsks = {
  /** the older one first */
  readonly dependencyIds: readonly [string, string]
  /** 0.5 to 1: how much of their words is the same */
  readonly likeness: number
  /** whether the same node asks twice: then one of them is enough */
  readonly isSameTaker: boolean
}

/** From this share of common words on, two asks are shown as similar. */
const likeFrom = 0.5

const fillers = new Set(['a', 'an', 'and', 'the', 'of', 'for', 'to', 'in', 'on', 'by', 'with', 'our', 'all'])

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => !fillers.has(word)).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)))
}

/**
 * How alike two wordings are: the share of their words that both have.
 *
 * @returns 0 to 1; 0 where one of them has no word
 * Cost O(words). Spec: PR88.
 */
export function likenessOf(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (left.size === 0 || right.size === 0) return 0
  const both = [...left].filter((word) => right.has(word)).length
  return both / (left.size + right.size - both)
}

/**
 * Pairs of asks of the assessed cycle that wait for the same giver and say about the same, most alike first.
 *
 * @returns each pair once; drafts and what is settled are in none
 * Cost O(a²) in the asks of one giver that wait for an answer. Spec: PR88, PR89.
 */
export function similarAsks(snapshot: Snapshot, { dependencies, cycleId }: Assessment): SimilarAsks[] {
  const open = [...dependencies.values()].filter((need) => need.isOpen && (cycleId === null || need.cycleId === cycleId))
  const byGiver = Map.groupBy(open, ({ supplierNodeId }) => supplierNodeId)
  const pairs = [...byGiver.values()].flatMap((asks) =>
    asks.flatMap((one, at) =>
      asks.slice(at + 1).flatMap((other): SimilarAsks[] => {
        const [first, second] = [find(snapshot, 'dependency', one.id), find(snapshot, 'dependency', other.id)]
        const likeness = first && second ? likenessOf(first.what, second.what) : 0
        if (likeness < likeFrom) return []
        const dependencyIds = first && second && first.rank <= second.rank ? ([one.id, other.id] as const) : ([other.id, one.id] as const)
        return [{ dependencyIds, likeness, isSameTaker: one.consumerNodeId === other.consumerNodeId }]
      }),
    ),
  )
  return pairs.sort((a, b) => b.likeness - a.likeness)
}
