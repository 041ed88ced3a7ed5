import type { Assessment, DependencyAssessment } from '../../../lib/domain/okr/assessment.ts'
import { outcomesOf } from '../../../lib/domain/promise/outcomes.ts'
import { roundsOf } from '../../../lib/domain/promise/rounds.ts'
import { historyOf } from '../../../lib/domain/promise/stand.ts'
import { get, networkOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { dayReader } from '../../../lib/domain/time.ts'

export type MeasureKey = 'promised' | 'answered' | 'daysToAnswer' | 'kept'

/** The needs that a measure of a node counts, so that nobody has to believe a number: the same rules as the measure itself. */
export function behindMeasure(snapshot: Snapshot, assessment: Assessment, nodeId: string, key: MeasureKey): string[] {
  const { dependencies, cycleId, today } = assessment
  const live = [...dependencies.values()].filter((need) => !need.isEnded && (cycleId === null || need.cycleId === cycleId))
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const counts = ({ id, consumerNodeId, supplierNodeId, isInsideNode, state }: DependencyAssessment): boolean => {
    if (key === 'promised') return consumerNodeId === nodeId && state !== 'draft'
    if (supplierNodeId !== nodeId || isInsideNode) return false
    const [need, history] = [get(snapshot, 'dependency', id), historyOf(snapshot, id)]
    if (key === 'kept')
      return outcomesOf(need, history, { dayOf, today }).some((each) => each !== 'running' && each !== 'unknown' && each !== 'early')
    const rounds = roundsOf(need, history, dayOf)
    return key === 'answered' ? rounds.answers.length + rounds.waiting > 0 : rounds.answers.some((days) => days !== null)
  }
  return live.filter(counts).map(({ id }) => id)
}
