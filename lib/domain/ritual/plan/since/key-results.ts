import { diff, valueAt } from '../../../change.ts'
import type { KeyResult } from '../../../entity.ts'
import type { FieldChange } from '../../../history/field-clause.ts'
import { changedSentence } from '../../../history/sentence.ts'
import type { Standing } from '../../../history/value-text.ts'
import { placeOfKeyResult } from '../../../okr/place.ts'
import { keyResultPart, nodePart, type Sentence } from '../../../plan/sentence.ts'
import { find, type Snapshot } from '../../../snapshot.ts'
import { say } from '../fit/words.ts'
import { keyResultsOf } from '../needs.ts'

export const keyResultFates = ['added', 'dropped', 'changed', 'asPlanned'] as const
export type KeyResultFate = (typeof keyResultFates)[number]

/** What became of a key result of the plan. */
export type KeyResultSince = {
  readonly keyResultId: string
  /** where it lives, or lived */
  readonly nodeId: string | null
  readonly fate: KeyResultFate
  readonly sentence: Sentence
}

/** What a plan says of a key result; how far it came is no change of plan. */
const planned: readonly string[] = [
  'title',
  'objectiveId',
  'ownerId',
  'dueOn',
  'weight',
  'estimateWeeks',
  'metric',
  'metric.baseline',
  'metric.target',
  'metric.commit',
  'metric.stretch',
  'metric.lower',
  'metric.upper',
  'metric.unit',
  'metric.zones',
]

function standing(snapshot: Snapshot, record: KeyResult): Standing {
  return { snapshot, entity: 'keyResult', record }
}

function changesOfPlan(then: Snapshot, now: Snapshot, old: KeyResult, fresh: KeyResult): FieldChange[] {
  const paths = Object.keys(diff('keyResult', old, fresh)?.after ?? {}).filter((path) => planned.includes(path))
  const [before, after] = [standing(then, old), standing(now, fresh)]
  return paths.map((path) => ({ before, after, path, from: valueAt(old, path), to: valueAt(fresh, path) }))
}

function withPlace(snapshot: Snapshot, id: string, rest: string): Sentence {
  const { nodeId } = placeOfKeyResult(snapshot, id)
  return nodeId === null ? say(keyResultPart(snapshot, id), rest) : say(keyResultPart(snapshot, id), ' (', nodePart(snapshot, nodeId), ')', rest)
}

function plannedSince(then: Snapshot, now: Snapshot, old: KeyResult, cycleId: string): KeyResultSince {
  const fresh = find(now, 'keyResult', old.id)
  const isPlanned = fresh && placeOfKeyResult(now, fresh.id).cycleId === cycleId
  if (!isPlanned) {
    const rest = fresh ? ' was moved out of the cycle.' : ' was dropped.'
    return { keyResultId: old.id, nodeId: placeOfKeyResult(then, old.id).nodeId, fate: 'dropped', sentence: withPlace(then, old.id, rest) }
  }
  const { nodeId } = placeOfKeyResult(now, fresh.id)
  const fields = changesOfPlan(then, now, old, fresh)
  if (fields.length === 0) return { keyResultId: old.id, nodeId, fate: 'asPlanned', sentence: withPlace(now, old.id, ' is as it was planned.') }
  return { keyResultId: old.id, nodeId, fate: 'changed', sentence: say(`${changedSentence(standing(then, old), fields)}.`) }
}

/**
 * What became of the key results of a plan, and which came since.
 *
 * @returns those of the plan in its order, then those that came, in document order
 * Cost O(key results). Spec: PL60-PL61.
 */
export function keyResultsSince(then: Snapshot, now: Snapshot, cycleId: string): KeyResultSince[] {
  const old = keyResultsOf(then, cycleId)
  const known = new Set<string>(old.map(({ id }) => id))
  const added = keyResultsOf(now, cycleId).flatMap(({ id }): KeyResultSince[] => {
    if (known.has(id)) return []
    return [{ keyResultId: id, nodeId: placeOfKeyResult(now, id).nodeId, fate: 'added', sentence: withPlace(now, id, ' came on since.') }]
  })
  return [...old.map((each) => plannedSince(then, now, each, cycleId)), ...added]
}
