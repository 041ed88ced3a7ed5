import { isReachedIn } from '../../okr/reached.ts'
import { sayable, statedOf } from './kr-numbers.ts'
import type { Looked } from './looked.ts'

/**
 * By how much the chance of the goal falls if a key result is missed, 0 to 1: what is known for certain of it, so of a range its lower end. What is
 * reached is not missed any more.
 *
 * @returns by key result; empty until it is measured, and where there is no goal
 * Cost O(key results). Spec: WA37.
 */
export function lossesIfMissed({ snapshot, graph, numbers }: Looked): ReadonlyMap<string, number> {
  if (!numbers || numbers.goal === null) return new Map()
  const { numbers: by } = sayable(numbers)
  return new Map(
    graph.keyResultIds.flatMap((id) => {
      if (isReachedIn(snapshot, id)) return []
      const stated = statedOf(by, 'lossIfMissed', id)
      return stated ? [[id, stated.value ?? stated.low] as const] : []
    }),
  )
}
