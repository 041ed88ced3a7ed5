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

/** The needs of cuts up to this size are named. */
const needsNamed = 3

/** So many other cuts are named. */
const othersNamed = 2

/** How many other cuts are not named; in words, because more may exist than are listed. */
function unnamed({ others = [], hasMore = false }: Cut): string {
  const rest = others.length - othersNamed
  if (rest <= 0) return ''
  if (hasMore) return `, or one of more than ${rest} other${rest === 1 ? '' : 's'}`
  return rest === 1 ? ', or one other' : `, or one of ${rest} others`
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
 * What would free a ring: “Dropping one need frees them: *A* needs *B*; or instead *B* needs *A*.” Of more than three needs only how many.
 *
 * Cost O(needs of the cuts that are named). Spec: ST65.
 */
export function cutSentence(snapshot: Snapshot, cut: Cut): Sentence {
  const { needIds } = cut
  const dropping = `Dropping ${needIds.length === 1 ? 'one need' : `${needIds.length} needs`} frees them`
  if (needIds.length > needsNamed) return [words(`${dropping}.`)]
  const said = (ids: readonly string[]) => enumerate(ids.map((id) => needInWords(snapshot, id)))
  return [words(`${dropping}: `), ...said(needIds), ...insteadOf(cut, said), words('.')]
}
