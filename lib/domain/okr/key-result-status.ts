import type { Cycle, KeyResult } from '../entity.ts'
import { daysBetween } from '../time.ts'
import type { DerivedStatus, DisplayStatus } from './assessment.ts'
import type { StatedStatus } from './confidence.ts'
import { expectedShare } from './pace.ts'
import type { Progress } from './progress.ts'

/** A key result's time: its cycle, its own due date, and the day it is. */
export type KeyResultTime = {
  readonly cycle: Cycle | undefined
  readonly dueOn: string | null
  readonly today: string
  /** the most days without a check-in that the network allows */
  readonly mostSilentDays: number
}

/**
 * Whether a key result is done. A maintained one is done only from its due day on: until then it has to stay in its band.
 * Steps that say nothing keep a milestone from being done.
 *
 * Cost O(1). Spec: ST30-ST32.
 */
export function isDone(kind: KeyResult['metric']['kind'], progress: Progress, { dueOn, today }: KeyResultTime): boolean {
  return kind === 'maintain' ? progress.share === 1 && dueOn !== null && today >= dueOn : isComplete(progress)
}

/** Whether nothing is left to do: all of it, and of steps every one. Cost O(1). Spec: ST32. */
export function isComplete({ share, steps }: Progress): boolean {
  return share === 1 && (steps === null || steps.known === steps.total)
}

/** Days past the due date with progress below 1; 0 where it is not late, and where the progress is unknown. Cost O(1). Spec: ST33-ST34. */
export function lateDaysOf(progress: Progress, { dueOn, today }: KeyResultTime): number {
  if (dueOn === null || today <= dueOn || progress.share === null || progress.share >= 1) return 0
  return daysBetween(dueOn, today)
}

/**
 * Whether nobody has said anything for too long: today lies inside an active cycle and more days than the network allows have
 * passed since the last check-in, else since the cycle's start. A cycle without a phase is active while its dates say so.
 *
 * Cost O(1). Spec: ST35-ST38, AL5.
 */
export function isStale(lastCheckInDay: string | null, { cycle, today, mostSilentDays }: KeyResultTime): boolean {
  if (!cycle || (cycle.phase !== null && cycle.phase !== 'active')) return false
  if (today < cycle.startsOn || today > cycle.endsOn) return false
  return daysBetween(lastCheckInDay ?? cycle.startsOn, today) > mostSilentDays
}

/** Where progress would be today at an even pace; a maintained value should be in its band on every day. Cost O(1). Spec: OKR27-OKR30. */
export function expectedOf(kind: KeyResult['metric']['kind'], { cycle, dueOn, today }: KeyResultTime): number | null {
  if (!cycle || dueOn === null) return null
  if (kind === 'maintain') return today < cycle.startsOn ? 0 : 1
  return expectedShare(cycle.startsOn, dueOn, today)
}

export type StatusFacts = {
  readonly stated: StatedStatus | null
  readonly derived: readonly DerivedStatus[]
  readonly progress: Progress
  readonly hasCheckIn: boolean
  readonly hasBegun: boolean
}

function notStatedStatus({ progress, hasCheckIn, hasBegun }: StatusFacts): DisplayStatus {
  const isUntouched = !hasCheckIn && (progress.share === 0 || !hasBegun)
  return isUntouched ? 'not-started' : 'unknown'
}

/**
 * The one mark of a key result: done, else what the network says (blocked, late), else a warning of the owner (off track,
 * at risk), else its silence, else the owner's word. Silence never hides a warning and never leaves a green.
 *
 * Cost O(1). Spec: ST40-ST44.
 */
export function displayStatus(facts: StatusFacts): DisplayStatus {
  const { stated, derived } = facts
  const strongest = derived.find((status) => status !== 'stale')
  if (strongest) return strongest
  if (stated === 'off-track' || stated === 'at-risk') return stated
  if (derived.includes('stale')) return 'stale'
  return stated ?? notStatedStatus(facts)
}

/** Whether the owner says on track and the network says blocked or late: the most useful mark on the screen. Cost O(1). Spec: ST45. */
export function disagrees(stated: StatedStatus | null, derived: readonly DerivedStatus[]): boolean {
  return stated === 'on-track' && !derived.includes('done') && (derived.includes('blocked') || derived.includes('late'))
}
