import type { Assessment, DependencyAssessment } from '../../../../lib/domain/okr/assessment.ts'

function isTrouble({ marks, condition, strength, isEnded }: DependencyAssessment): boolean {
  if (isEnded) return false
  return marks.includes('late') || marks.includes('overdue') || (strength === 1 && (condition === 'declined' || condition === 'revoked'))
}

/** The key results that somebody has to look at: blocked and late ones with what blocks them, and both ends of needs in trouble. */
export function troubled(assessment: Assessment): ReadonlySet<string> {
  const { cycleId } = assessment
  const found = new Set<string>()
  for (const [id, facts] of assessment.keyResults) {
    if (cycleId !== null && facts.cycleId !== cycleId) continue
    if (facts.blockedBy === null && facts.lateDays === 0) continue
    found.add(id)
    if (facts.blockedBy?.supplierKeyResultId) found.add(facts.blockedBy.supplierKeyResultId)
  }
  for (const need of assessment.dependencies.values()) {
    if (!isTrouble(need) || (cycleId !== null && need.cycleId !== cycleId)) continue
    found.add(need.consumerKeyResultId)
    if (need.supplierKeyResultId) found.add(need.supplierKeyResultId)
  }
  return found
}

/** Whether a network is so large that its chain opens with what is in trouble only. */
export function isLarge(assessment: Assessment): boolean {
  return assessment.network.keyResults > 150 || assessment.network.coverage.total > 250
}
