import type { Snapshot } from '../snapshot.ts'
import type { Ring } from './rings.ts'
import { enumerate, keyResultPart, type Sentence, words } from './sentence.ts'

/** A ring in words: “*A*, *B* and *C* wait for each other.” Cost O(members). Spec: ST65. */
export function ringSentence(snapshot: Snapshot, { keyResultIds }: Ring): Sentence {
  return [...enumerate(keyResultIds.map((id) => [keyResultPart(snapshot, id)])), words(' wait for each other.')]
}
