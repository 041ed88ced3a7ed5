import { type CommandCall, call } from '../../command/call.ts'
import type { Ritual } from '../../entity.ts'
import type { EntityName, Id } from '../../ids.ts'
import type { CheckInValue, Metric } from '../../metric.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { find, get, listOf, referring, type Snapshot } from '../../snapshot.ts'
import { isDuring } from './session.ts'

/** Makes the id of a new record: the domain has no dice. */
export type NewId = <E extends EntityName>(entity: E) => Id<E>

/** One number that a node tells in its check. */
export type NumberCard = {
  readonly kind: 'keyResult' | 'healthMetric'
  readonly id: string
  readonly title: string
  /** somebody has told it in this check */
  readonly isTold: boolean
  /** there is something that can be the same as last week: a value or a confidence */
  readonly canRepeat: boolean
}

/** What a key result stands at, in the form in which a check-in reports it; null where nobody has said. Cost O(steps). Spec: CK11. */
export function valueNow(metric: Metric): CheckInValue | null {
  if (metric.kind !== 'milestone') return metric.current
  return metric.steps.some(({ done }) => done !== null) ? metric.steps.map(({ done }) => done) : null
}

function keyResultCard(snapshot: Snapshot, ritual: Ritual, id: string): NumberCard {
  const { title, metric, confidence } = get(snapshot, 'keyResult', id)
  const isTold = referring(snapshot, 'checkIn', 'keyResultId', id).some(({ at }) => isDuring(ritual, at))
  const canRepeat = valueNow(metric) !== null || confidence !== null
  return { kind: 'keyResult', id, title, isTold, canRepeat }
}

/**
 * The numbers of a check: the node's key results of the assessed cycle, then its health metrics, in list order. Those that were deleted meanwhile
 * are in none.
 *
 * Cost O(key results + check-ins and health readings of the node). Spec: CK10, CK13.
 */
export function numberCards(snapshot: Snapshot, assessment: Assessment, ritual: Ritual): NumberCard[] {
  const own = listOf(snapshot, 'keyResult').filter(({ id }) => {
    const facts = assessment.keyResults.get(id)
    return facts !== undefined && facts.nodeId === ritual.nodeId && (assessment.cycleId === null || facts.cycleId === assessment.cycleId)
  })
  const metrics = listOf(snapshot, 'healthMetric').filter(({ nodeId }) => nodeId === ritual.nodeId)
  return [
    ...own.map(({ id }) => keyResultCard(snapshot, ritual, id)),
    ...metrics.map(({ id, name, current }): NumberCard => {
      const isTold = referring(snapshot, 'healthReading', 'healthMetricId', id).some(({ at }) => isDuring(ritual, at))
      return { kind: 'healthMetric', id, title: name, isTold, canRepeat: current !== null }
    }),
  ]
}

/** The numbers that are not told yet and have nothing to repeat: somebody has to say them. Cost O(cards). Spec: CK11. */
export function leftToSay(cards: readonly NumberCard[]): NumberCard[] {
  return cards.filter(({ isTold, canRepeat }) => !isTold && !canRepeat)
}

/** What “all the same” has told, and what it could not. Cost O(1). Spec: CK11-CK12. */
export function repeatedText(repeated: number, left: number): string {
  if (left === 0) return 'All told, the same as last week.'
  return `${repeated} told, the same as last week. ${left} ${left === 1 ? 'has' : 'have'} nothing to repeat.`
}

/**
 * “Same as last week” as commands: a check-in or reading with what holds already, so that it is fresh again. What was told in this check, has
 * nothing to repeat or is gone is left out.
 *
 * Cost O(cards). Spec: CK11-CK12.
 */
export function repeatCalls(snapshot: Snapshot, cards: readonly NumberCard[], newId: NewId): CommandCall[] {
  return cards.flatMap(({ kind, id, isTold, canRepeat }) => {
    if (isTold || !canRepeat) return []
    const keyResult = kind === 'keyResult' ? find(snapshot, 'keyResult', id) : undefined
    if (keyResult) {
      const said = { value: valueNow(keyResult.metric), confidence: keyResult.confidence }
      return [call('checkIn.create', { id: newId('checkIn'), keyResultId: keyResult.id, ...said, note: null })]
    }
    const metric = kind === 'healthMetric' ? find(snapshot, 'healthMetric', id) : undefined
    if (!metric || metric.current === null) return []
    return [call('healthReading.create', { id: newId('healthReading'), healthMetricId: metric.id, value: metric.current, note: null })]
  })
}
