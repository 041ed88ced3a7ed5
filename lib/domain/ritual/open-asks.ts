import { madeAtMs } from '../ids.ts'
import type { Assessment, DependencyAssessment } from '../okr/assessment.ts'
import { find, networkOf, type Snapshot } from '../snapshot.ts'
import { dayReader, daysBetween, formatInstant } from '../time.ts'
import type { PromiseState } from '../vocabulary.ts'

/** Who has to move next; null where the record does not say (who countered last is not kept in it). */
export type Side = 'supplier' | 'consumer'

export type Ask = {
  readonly dependencyId: string
  readonly state: PromiseState
  readonly consumerKeyResultId: string
  readonly consumerNodeId: string | null
  readonly supplierKeyResultId: string | null
  readonly supplierNodeId: string | null
  readonly whoseMove: Side | null
  /** days since the need was written down; null for one that came with a document */
  readonly ageDays: number | null
  /** days until it is needed, negative when past; null where no day is given */
  readonly neededInDays: number | null
}

/** The asks of a cycle that are not promised. Each list: oldest first, then soonest needed, then in document order. */
export type OpenAsks = {
  /** offered, requested, countered or deferred: waiting for an answer */
  readonly unanswered: readonly Ask[]
  /** declined or revoked: the need is still there */
  readonly refused: readonly Ask[]
  /** drafts: nobody has been asked */
  readonly unsent: readonly Ask[]
}

const sideToMove: Partial<Record<PromiseState, Side>> = {
  draft: 'consumer',
  offered: 'consumer',
  requested: 'supplier',
  deferred: 'supplier',
  declined: 'consumer',
  revoked: 'consumer',
}

function ageOf(id: string, dayOf: (at: string) => string, today: string): number | null {
  const madeMs = madeAtMs(id)
  return madeMs === null ? null : Math.max(0, daysBetween(dayOf(formatInstant(madeMs)), today))
}

function byUrgency(a: Ask, b: Ask): number {
  const age = (b.ageDays ?? -1) - (a.ageDays ?? -1)
  const [left, right] = [a.neededInDays ?? Number.MAX_SAFE_INTEGER, b.neededInDays ?? Number.MAX_SAFE_INTEGER]
  return age || left - right
}

/**
 * The asks of the assessed cycle that nobody has promised, by age: what planning has to settle.
 *
 * Cost O(n log n). Spec: ST90-ST93.
 */
export function openAsks(snapshot: Snapshot, { dependencies, cycleId, today }: Assessment): OpenAsks {
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const askOf = (need: DependencyAssessment): Ask => {
    const neededOn = find(snapshot, 'dependency', need.id)?.neededOn ?? null
    return {
      dependencyId: need.id,
      state: need.state,
      consumerKeyResultId: need.consumerKeyResultId,
      consumerNodeId: need.consumerNodeId,
      supplierKeyResultId: need.supplierKeyResultId,
      supplierNodeId: need.supplierNodeId,
      whoseMove: sideToMove[need.state] ?? null,
      ageDays: ageOf(need.id, dayOf, today),
      neededInDays: neededOn === null ? null : daysBetween(today, neededOn),
    }
  }
  const ofCycle = [...dependencies.values()].filter((need) => !need.isEnded && !need.isPromised && (cycleId === null || need.cycleId === cycleId))
  const listed = (belongs: (need: DependencyAssessment) => boolean) => ofCycle.filter(belongs).map(askOf).sort(byUrgency)
  return {
    unanswered: listed(({ isOpen }) => isOpen),
    refused: listed(({ state }) => state === 'declined' || state === 'revoked'),
    unsent: listed(({ state }) => state === 'draft'),
  }
}
