import type { KeyResult } from '../entity.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { isComplete } from './key-result-status.ts'
import { progressOf } from './measure.ts'

/**
 * Whether a key result is reached and stays so whatever day it is: done, and not a value that has to be maintained, which can leave its
 * band on any day.
 *
 * Cost O(1), for milestones O(steps). Spec: ST30-ST32, CN8.
 */
export function isReached({ metric }: Pick<KeyResult, 'metric'>): boolean {
  return metric.kind !== 'maintain' && isComplete(progressOf(metric))
}

/** The same of the key result with this id; false where there is none. Cost that of `isReached`. Spec: CN8. */
export function isReachedIn(snapshot: Snapshot, id: string | null): boolean {
  const keyResult = find(snapshot, 'keyResult', id)
  return keyResult !== undefined && isReached(keyResult)
}
