import type { View } from '../../../../lib/client/view.ts'
import type { Assessment, DependencyAssessment } from '../../../../lib/domain/okr/assessment.ts'
import { find, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import type { PromiseState } from '../../../../lib/domain/vocabulary.ts'
import { hasFilter, keepsKeyResult, matches } from '../../../components/graph/view-filter.ts'

/** The groups of states that the timeline can be narrowed to. */
export const stateGroups = {
  draft: ['draft'],
  asked: ['requested', 'offered', 'countered', 'deferred'],
  promised: ['promised'],
  delivered: ['delivered', 'accepted'],
  refused: ['declined', 'revoked'],
} as const satisfies Record<string, readonly PromiseState[]>
export type StateGroup = keyof typeof stateGroups

export function isStateGroup(word: string): word is StateGroup {
  return Object.hasOwn(stateGroups, word)
}

export type TimelineFilter = {
  readonly view: View
  readonly states: readonly string[]
  readonly nodeId: string | null
  readonly onlyTrouble: boolean
}

function holdsState(states: readonly string[], state: PromiseState): boolean {
  return states.length === 0 || states.filter(isStateGroup).some((group) => stateGroups[group].some((each) => each === state))
}

function hasTrouble({ lateDays, overdueDays, backwardsDays, isSettled, condition }: DependencyAssessment): boolean {
  return lateDays + overdueDays > 0 || (backwardsDays > 0 && !isSettled) || condition === 'declined' || condition === 'revoked'
}

/** Which promises pass the shared filters and those of the timeline: a promise passes by either of its sides. */
export function timelineKeep(snapshot: Snapshot, assessment: Assessment, { view, states, nodeId, onlyTrouble }: TimelineFilter) {
  const side = { ...view, q: null }
  const passesSide = (facts: DependencyAssessment) => {
    if (!hasFilter(side)) return true
    if (keepsKeyResult(snapshot, assessment, side, facts.consumerKeyResultId)) return true
    if (facts.supplierKeyResultId !== null) return keepsKeyResult(snapshot, assessment, side, facts.supplierKeyResultId)
    return side.status.length === 0 && side.owner === null && side.area.includes(facts.supplierAreaId ?? '')
  }
  const wordsOf = ({ id, consumerNodeId, supplierNodeId, consumerKeyResultId, supplierKeyResultId }: DependencyAssessment) =>
    [
      find(snapshot, 'dependency', id)?.what,
      find(snapshot, 'node', consumerNodeId)?.name,
      find(snapshot, 'node', supplierNodeId)?.name,
      find(snapshot, 'keyResult', consumerKeyResultId)?.title,
      find(snapshot, 'keyResult', supplierKeyResultId)?.title,
    ].join(' ')
  return (facts: DependencyAssessment): boolean =>
    holdsState(states, facts.state) &&
    (nodeId === null || facts.consumerNodeId === nodeId || facts.supplierNodeId === nodeId) &&
    (!onlyTrouble || hasTrouble(facts)) &&
    passesSide(facts) &&
    matches(wordsOf(facts), view.q)
}
