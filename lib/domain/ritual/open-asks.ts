import type { Assessment, DependencyAssessment } from '../okr/assessment.ts'
import { ageInDays, waitingOf } from '../promise/waiting.ts'
import { find, get, networkOf, type Snapshot } from '../snapshot.ts'
import { dayReader, daysBetween } from '../time.ts'
import type { PromiseState, Side } from '../vocabulary.ts'

export type Ask = {
  readonly dependencyId: string
  readonly state: PromiseState
  readonly consumerKeyResultId: string
  readonly consumerNodeId: string | null
  readonly supplierKeyResultId: string | null
  readonly supplierNodeId: string | null
  readonly whoseMove: Side
  /** days since the move for which it waits, else since the need was written down; null for one that came without its history */
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
    const dependency = get(snapshot, 'dependency', need.id)
    const { neededOn } = dependency
    const waiting = waitingOf(snapshot, dependency)
    return {
      dependencyId: need.id,
      state: need.state,
      consumerKeyResultId: need.consumerKeyResultId,
      consumerNodeId: need.consumerNodeId,
      supplierKeyResultId: need.supplierKeyResultId,
      supplierNodeId: need.supplierNodeId,
      whoseMove: waiting?.side ?? 'consumer',
      ageDays: ageInDays(need.id, waiting?.since, { dayOf, today }),
      neededInDays: neededOn === null ? null : daysBetween(today, neededOn),
    }
  }
  const ofCycle = [...dependencies.values()].filter(
    (need) => find(snapshot, 'dependency', need.id) && !need.isEnded && !need.isPromised && (cycleId === null || need.cycleId === cycleId),
  )
  const listed = (belongs: (need: DependencyAssessment) => boolean) => ofCycle.filter(belongs).map(askOf).sort(byUrgency)
  return {
    unanswered: listed(({ isOpen }) => isOpen),
    refused: listed(({ state }) => state === 'declined' || state === 'revoked'),
    unsent: listed(({ state }) => state === 'draft'),
  }
}
