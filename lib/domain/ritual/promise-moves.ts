import type { Change } from '../change.ts'
import { type PromiseState, promiseStates } from '../vocabulary.ts'

/** A promise that went from one state to another; null is before it was made, or after it was deleted. */
export type PromiseMove = { readonly dependencyId: string; readonly from: PromiseState | null; readonly to: PromiseState | null }

function stateIn(fields: Change['after']): PromiseState | null {
  return promiseStates.find((state) => state === fields?.['state']) ?? null
}

/**
 * The promises whose state differs after some changes.
 *
 * @param changes one for each record, as `squash` gives them
 * @returns in the order of the changes
 * Cost O(changes). Spec: ST82.
 */
export function promiseMoves(changes: readonly Change[]): PromiseMove[] {
  return changes.flatMap(({ entity, id, before, after }) => {
    if (entity !== 'dependency') return []
    const [from, to] = [stateIn(before), stateIn(after)]
    return from === to ? [] : [{ dependencyId: id, from, to }]
  })
}
