import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import type { Stop } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { find, type Snapshot } from '../../../../lib/domain/snapshot.ts'

/** What a stop speaks of, as far as it is still there. */
export type StopSubject =
  | { readonly kind: 'keyResult'; readonly keyResultId: string; readonly dependencyId: string | null }
  | { readonly kind: 'health'; readonly metricId: string }
  | { readonly kind: 'gone' }

/** The subject of a stop in a network; `gone` where it was deleted since the agenda was made. */
export function subjectOf(snapshot: Snapshot, assessment: Assessment, { subject, about }: Stop): StopSubject {
  if (subject === 'healthMetric')
    return find(snapshot, 'healthMetric', about) && about !== null ? { kind: 'health', metricId: about } : { kind: 'gone' }
  const need = subject === 'dependency' ? find(snapshot, 'dependency', about) : undefined
  const keyResultId = need ? need.consumerKeyResultId : about
  if (keyResultId === null || !assessment.keyResults.has(keyResultId)) return { kind: 'gone' }
  return { kind: 'keyResult', keyResultId, dependencyId: need?.id ?? null }
}

/** What a stop is called: its subject, else its frozen sentence. */
export function titleOf(snapshot: Snapshot, { subject, about, sentence }: Stop): string {
  if (subject === 'healthMetric') return find(snapshot, 'healthMetric', about)?.name ?? sentence
  const need = subject === 'dependency' ? find(snapshot, 'dependency', about) : undefined
  return need?.what || (find(snapshot, 'keyResult', need?.consumerKeyResultId ?? about)?.title ?? sentence)
}
