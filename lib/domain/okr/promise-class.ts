import type { PromiseState } from '../vocabulary.ts'

/**
 * What a state of a promise means for counting. `ended` ones are in no measure; `refused` ones stay, because the need is
 * still there; `draft` ones are asked of nobody yet.
 */
export type PromiseClass = 'draft' | 'open' | 'promised' | 'refused' | 'ended'

const classByState: Record<PromiseState, PromiseClass> = {
  draft: 'draft',
  offered: 'open',
  requested: 'open',
  countered: 'open',
  deferred: 'open',
  promised: 'promised',
  delivered: 'promised',
  accepted: 'promised',
  declined: 'refused',
  revoked: 'refused',
  withdrawn: 'ended',
  cancelled: 'ended',
}

/** The class of a promise's state. Cost O(1). Spec: ST10. */
export function promiseClass(state: PromiseState): PromiseClass {
  return classByState[state]
}

/** Whether nothing is waited for any more: delivered or accepted. Cost O(1). Spec: ST10. */
export function isSettledState(state: PromiseState): boolean {
  return state === 'delivered' || state === 'accepted'
}
