import type { Assessment, DependencyAssessment, DependencyCondition } from '../../domain/okr/assessment.ts'
import { worseCondition } from '../../domain/okr/status-counts.ts'
import type { PromiseGlyph } from '../../layout/draw/promise-glyph.ts'

/** Whether a need holds up the key result that waits for it, by itself or through its supplier. Cost O(1). Spec: MX7. */
function holdsUp({ keyResults }: Pick<Assessment, 'keyResults'>, need: DependencyAssessment): boolean {
  const isLive = need.state !== 'draft' && !need.isEnded && !need.isSettled
  if (!isLive || need.strength < 1 || (keyResults.get(need.consumerKeyResultId)?.blockedHops ?? null) === null) return false
  const supplier = keyResults.get(need.supplierKeyResultId ?? '')
  const isRefused = need.state === 'declined' || need.state === 'revoked'
  return isRefused || need.lateDays + need.overdueDays > 0 || supplier?.stated === 'off-track' || (supplier?.blockedHops ?? null) !== null
}

/**
 * The glyph of several promises: blocked where one of them holds up who needs it, else that of the worst.
 *
 * Cost O(1) to make, O(promises) for each call. Spec: MX7.
 */
export function glyphOf(assessment: Pick<Assessment, 'keyResults' | 'dependencies'>): (dependencyIds: readonly string[]) => PromiseGlyph {
  return (dependencyIds) => {
    const needs = dependencyIds.flatMap((id) => assessment.dependencies.get(id) ?? [])
    if (needs.some((need) => holdsUp(assessment, need))) return 'blocked'
    const worst = needs.reduce<{ condition: DependencyCondition; need: DependencyAssessment } | null>((known, need) => {
      const condition = worseCondition(known?.condition ?? null, need.condition)
      return known && condition === known.condition ? known : { condition, need }
    }, null)
    if (!worst) return 'draft'
    return worst.condition === 'late' || worst.condition === 'overdue' ? 'late' : worst.need.state
  }
}
