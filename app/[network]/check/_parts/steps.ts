import type { PhaseOf } from '../../../../lib/client/ritual/use-phase.ts'
import type { CheckPhase } from '../../../../lib/domain/vocabulary.ts'

/** The six parts of a check; ten minutes in all. */
export const steps: readonly [PhaseOf<CheckPhase>, ...PhaseOf<CheckPhase>[]] = [
  { id: 'line', name: 'Where we stand', minutes: 1 },
  { id: 'numbers', name: 'Our numbers', minutes: 3 },
  { id: 'promises', name: 'Promises', minutes: 2 },
  { id: 'statements', name: 'Five statements', minutes: 2 },
  { id: 'change', name: 'One change', minutes: 1 },
  { id: 'done', name: 'Done', minutes: 1 },
]

/** The part after another; null after the last. */
export function stepAfter(phase: CheckPhase): CheckPhase | null {
  return steps[steps.findIndex(({ id }) => id === phase) + 1]?.id ?? null
}
