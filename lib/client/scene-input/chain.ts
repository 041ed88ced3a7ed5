import type { Assessment, DependencyAssessment, KeyResultAssessment } from '../../domain/okr/assessment.ts'
import { find, listOf, type Snapshot } from '../../domain/snapshot.ts'
import type { ChainCardInput, ChainInput, ChainNeedInput } from '../../layout/input.ts'
import { areaInputs } from './map.ts'
import { cardDay, cardValue } from './words.ts'

export type ChainChoice = {
  readonly level: ChainInput['level']
  readonly isolated?: ChainInput['isolated']
  /** key results that a filter keeps; undefined keeps all of the cycle */
  readonly keepKeyResult?: (id: string) => boolean
}

function cardOf(snapshot: Snapshot, assessed: KeyResultAssessment, today: string): ChainCardInput | null {
  const record = find(snapshot, 'keyResult', assessed.id)
  if (!record || assessed.nodeId === null) return null
  return {
    id: assessed.id,
    nodeId: assessed.nodeId,
    title: record.title,
    value: cardValue(record.metric),
    due: cardDay(assessed.dueOn, today),
    progress: assessed.progress.share,
    expected: assessed.expected,
    status: assessed.display,
    isStale: assessed.derived.includes('stale'),
    isLate: assessed.lateDays > 0,
    blockedHops: assessed.blockedHops,
  }
}

function needOf(snapshot: Snapshot, dependency: DependencyAssessment): ChainNeedInput {
  const { id, consumerKeyResultId, supplierKeyResultId, supplierNodeId, state, lateDays, overdueDays, backwardsDays } = dependency
  return {
    id,
    consumerId: consumerKeyResultId,
    supplierId: supplierKeyResultId,
    supplierNodeId,
    what: find(snapshot, 'dependency', id)?.what ?? '',
    state,
    lateDays: lateDays || overdueDays || null,
    isBackwards: backwardsDays > 0,
  }
}

/**
 * What the chain draws of a cycle: its key results, those of other cycles that they are tied to, and all needs of it that
 * are not ended.
 *
 * Cost O(records).
 */
export function chainInput(snapshot: Snapshot, assessment: Assessment, choice: ChainChoice): ChainInput {
  const { today, cycleId } = assessment
  const keep = choice.keepKeyResult ?? (() => true)
  const all = [...assessment.dependencies.values()].filter((each) => !each.isEnded && (cycleId === null || each.cycleId === cycleId))
  const needs = all.filter(
    ({ consumerKeyResultId, supplierKeyResultId }) => keep(consumerKeyResultId) && (supplierKeyResultId === null || keep(supplierKeyResultId)),
  )
  const tied = new Set(needs.flatMap(({ consumerKeyResultId, supplierKeyResultId }) => [consumerKeyResultId, supplierKeyResultId]))
  const ofCycle = listOf(snapshot, 'keyResult').flatMap(({ id }) => {
    const assessed = assessment.keyResults.get(id)
    return assessed && (cycleId === null || assessed.cycleId === cycleId || tied.has(id)) ? [assessed] : []
  })
  const cards = ofCycle.filter(({ id }) => keep(id)).flatMap((assessed) => cardOf(snapshot, assessed, today) ?? [])
  return {
    level: choice.level,
    areas: areaInputs(snapshot, assessment),
    nodes: listOf(snapshot, 'node').map(({ id, areaId, name }) => ({ id, areaId, name })),
    cards,
    needs: needs.map((dependency) => needOf(snapshot, dependency)),
    isolated: choice.isolated ?? 'auto',
    filteredOut: { cards: ofCycle.length - cards.length, needs: all.length - needs.length },
  }
}
