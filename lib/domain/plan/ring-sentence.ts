import type { Snapshot } from '../snapshot.ts'
import { find } from '../snapshot.ts'
import type { Cut } from './cut.ts'
import type { Ring } from './rings.ts'
import { enumerate, keyResultPart, type Sentence, words } from './sentence.ts'

/** A ring in words: “*A*, *B* and *C* wait for each other.” Cost O(members). Spec: ST65. */
export function ringSentence(snapshot: Snapshot, { keyResultIds }: Ring): Sentence {
  return [...enumerate(keyResultIds.map((id) => [keyResultPart(snapshot, id)])), words(' wait for each other.')]
}

/** A need as “*A* needs *B*”. */
function needInWords(snapshot: Snapshot, needId: string): Sentence {
  const need = find(snapshot, 'dependency', needId)
  if (!need?.supplierKeyResultId) return []
  return [keyResultPart(snapshot, need.consumerKeyResultId), words(' needs '), keyResultPart(snapshot, need.supplierKeyResultId)]
}

/** So many other cuts are named. */
const othersNamed = 2

/** How many other cuts are not named; in words, because more may exist than are listed. */
function unnamed({ others = [], hasMore = false }: Cut): string {
  const rest = others.length - othersNamed
  if (rest <= 0) return ''
  return hasMore ? `, or one of more than ${rest} others` : `, or one of ${rest} other${rest === 1 ? '' : 's'}`
}

/**
 * The cuts that would do as well: “; or instead *B* needs *A*”. Empty where there is no other one.
 *
 * @param said how one cut is told
 * Cost O(needs of the cuts that are named). Spec: ST65.
 */
export function insteadOf(cut: Cut, said: (needIds: readonly string[]) => Sentence): Sentence {
  const { others = [] } = cut
  if (others.length === 0) return []
  return [...others.slice(0, othersNamed).flatMap((ids) => [words('; or instead '), ...said(ids)]), words(unnamed(cut))].filter(
    ({ text }) => text !== '',
  )
}

/**
 * What would free a ring: “Dropping one need frees them: *A* needs *B*; or instead *B* needs *A*.”
 *
 * Cost O(needs of the cuts that are named). Spec: ST65.
 */
export function cutSentence(snapshot: Snapshot, cut: Cut): Sentence {
  const { needIds } = cut
  const count = needIds.length === 1 ? 'one need frees' : `${needIds.length} needs free`
  const said = (ids: readonly string[]) => enumerate(ids.map((id) => needInWords(snapshot, id)))
  return [words(`Dropping ${count} them: `), ...said(needIds), ...insteadOf(cut, said), words('.')]
}
