import type { Assessment, DependencyAssessment } from '../../../../lib/domain/okr/assessment.ts'

function isTrouble({ marks, condition, isEnded }: DependencyAssessment): boolean {
  return !isEnded && (marks.length > 0 || condition === 'declined' || condition === 'revoked')
}

/** The key results that somebody has to look at: blocked, late or off track ones, and both ends of needs in trouble. */
export function troubled(assessment: Assessment): ReadonlySet<string> {
  const { cycleId } = assessment
  const found = new Set<string>()
  for (const [id, facts] of assessment.keyResults) {
    if (cycleId !== null && facts.cycleId !== cycleId) continue
    if (facts.blockedHops !== null || facts.lateDays > 0 || facts.display === 'off-track') found.add(id)
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
