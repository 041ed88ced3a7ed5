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

/** What would free a ring: “Dropping one need frees them: *A* needs *B*.” Cost O(needs of the cut). Spec: ST65. */
export function cutSentence(snapshot: Snapshot, { needIds }: Cut): Sentence {
  const count = needIds.length === 1 ? 'one need frees' : `${needIds.length} needs free`
  return [words(`Dropping ${count} them: `), ...enumerate(needIds.map((id) => needInWords(snapshot, id))), words('.')]
}
