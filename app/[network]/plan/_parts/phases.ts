import type { PhaseOf } from '../../../../lib/client/ritual/use-phase.ts'
import type { PlanPhase } from '../../../../lib/domain/vocabulary.ts'

/** The phases of a planning session and the minutes that are meant for each. The lobby has no clock: it is open for days. */
export const phases: readonly [PhaseOf<PlanPhase>, ...PhaseOf<PlanPhase>[]] = [
  { id: 'lobby', name: 'Lobby', minutes: null },
  { id: 'context', name: 'Context', minutes: 15 },
  { id: 'lookBack', name: 'Look back', minutes: 20 },
  { id: 'draft', name: 'Draft', minutes: 45 },
  { id: 'market', name: 'Market', minutes: 45 },
  { id: 'fit', name: 'Fit check', minutes: 20 },
  { id: 'readOut', name: 'Read-out', minutes: 25 },
  { id: 'vote', name: 'Vote', minutes: 5 },
  { id: 'commit', name: 'Commit', minutes: 5 },
]
