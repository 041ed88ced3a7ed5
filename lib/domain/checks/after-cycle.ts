import type { Cycle, Dependency } from '../entity.ts'

/** Whether something is promised, and for a day after the end of a cycle. Cost O(1). Spec: AL43. */
export function isAfterCycle({ state, promisedOn }: Pick<Dependency, 'state' | 'promisedOn'>, { endsOn }: Pick<Cycle, 'endsOn'>): boolean {
  return state === 'promised' && promisedOn !== null && promisedOn > endsOn
}
