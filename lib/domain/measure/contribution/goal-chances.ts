import type { Trials } from '../chance/simulate.ts'
import { type SoftChances, softChanceSteps } from '../chance/soft.ts'
import type { SupplyGraph } from '../chance/supply.ts'
import { type Steps, within } from '../step.ts'
import { goalMeasureSteps } from './goal-measures.ts'

/**
 * The chances of all key results. Where trials found that of a goal it is the one of the trials about that goal, on which all that is said of
 * it rests: a goal has one chance, wherever it stands.
 *
 * @param goals ids of key results; those that are not in the graph are left out
 * Cost that of `softChanceSteps`, and of `goalMeasureSteps` for each goal that trials found. Spec: CN38.
 */
export function* chanceSteps(supply: SupplyGraph, goals: readonly string[], trials: Trials): Steps<SoftChances> {
  const soft = yield* within(softChanceSteps(supply, trials), 0, 0.5)
  const chances = [...soft.chances]
  for (const [at, id] of goals.entries()) {
    const goal = supply.graph.vertexById.get(id) ?? -1
    if ((chances[goal]?.standardError ?? null) === null) continue
    const own = yield* within(goalMeasureSteps(supply, goal, [], trials), 0.5 + (0.5 * at) / goals.length, 0.5 + (0.5 * (at + 1)) / goals.length)
    chances[goal] = own?.chance ?? null
  }
  return { ...soft, chances }
}
