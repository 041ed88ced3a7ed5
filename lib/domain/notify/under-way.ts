import type { Ritual } from '../entity.ts'
import { placeOfKeyResult } from '../okr/place.ts'
import { find, listOf, type Snapshot } from '../snapshot.ts'
import type { PromiseMoveName } from '../vocabulary.ts'
import { moveOfKind } from './kinds.ts'
import type { Notification } from './notify.ts'

/** Moves that the other side has to answer. */
const asking: ReadonlySet<PromiseMoveName> = new Set(['request', 'offer', 'counter', 'propose'])

/** Whether a kind tells of a move that waits for an answer. Cost O(moves). Spec: NO66. */
export function isAsking(kind: string): boolean {
  const move = moveOfKind(kind)
  return move !== null && asking.has(move)
}

/**
 * The sessions of planning in which a need is on the table now: open, past their lobby, and of the cycle of the key result that needs.
 *
 * Cost O(rituals). Spec: NO66.
 */
export function plansUnderWay(snapshot: Snapshot, dependencyId: string): readonly Ritual[] {
  const need = find(snapshot, 'dependency', dependencyId)
  const cycleId = need ? placeOfKeyResult(snapshot, need.consumerKeyResultId).cycleId : null
  if (cycleId === null) return []
  return listOf(snapshot, 'ritual').filter(
    (each) => each.kind === 'plan' && each.state === 'open' && each.phase !== 'lobby' && each.cycleId === cycleId,
  )
}

/** The sessions in which somebody is expected to answer what a notification tells. Cost O(rituals). Spec: NO66. */
export function plansAsking(snapshot: Snapshot, { kind, subject, subjectId }: Notification): readonly string[] {
  return subject === 'dependency' && isAsking(kind) ? plansUnderWay(snapshot, subjectId).map(({ id }) => id) : []
}
