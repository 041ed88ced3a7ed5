import { inDocumentOrder } from '../../okr/document-order.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { Stated } from '../chance/report-numbers.ts'
import type { SupplyGraph } from '../chance/supply.ts'
import { basisOf } from '../chance/unknown.ts'
import type { Ranged } from '../figure/kr-numbers.ts'
import { type KrNumbers, statedOf } from '../figure/kr-numbers.ts'
import { mostOf } from './best-help.ts'
import { isSome } from './said.ts'
import type { GoalNumbers } from './sentence-chance.ts'
import type { ShareNumbers } from './sentence-share.ts'

function statedBy(numbers: KrNumbers, measure: Ranged, ids: readonly string[]): { readonly id: string; readonly stated: Stated }[] {
  return ids.flatMap((id) => {
    const stated = statedOf(numbers, measure, id)
    return stated ? [{ id, stated }] : []
  })
}

/**
 * What the sentences about a goal are made of; null where no goal names a key result.
 *
 * @param about the key results with what they need, and the cycle that they are of
 * Cost O(key results + nodes log nodes). Spec: OR24-OR26, OR46.
 */
export function goalNumbers(
  snapshot: Snapshot,
  numbers: KrNumbers,
  { supply, cycleId }: { readonly supply: SupplyGraph; readonly cycleId: string | null },
): (GoalNumbers & ShareNumbers) | null {
  const { goal, neededByCount, afterCut } = numbers
  if (goal === null) return null
  const keyResultIds = supply.graph.keyResultIds.slice(0, supply.keyResults)
  const nodeIds = inDocumentOrder(snapshot.tables.node).map(({ id }) => id)
  return {
    goal,
    chance: statedOf(numbers, 'vAll', 'goal'),
    basis: basisOf(supply, goal),
    outOf: Object.hasOwn(neededByCount, goal) ? null : cycleId,
    gains: statedBy(numbers, 'gainIfCertain', keyResultIds).map(({ id, stated }) => ({ keyResultId: id, gain: stated })),
    lossOf: (keyResultId) => statedOf(numbers, 'lossIfMissed', keyResultId),
    withoutRings: afterCut ? statedOf(afterCut, 'vAll', 'goal') : null,
    parts: statedBy(numbers, 'contributionShapley', nodeIds).flatMap(({ id, stated }) =>
      isSome(mostOf(stated)) ? [{ nodeId: id, part: stated }] : [],
    ),
  }
}
