import { assess } from '../../domain/okr/assess.ts'
import type { Assessment } from '../../domain/okr/assessment.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

export type { Assessment } from '../../domain/okr/assessment.ts'

/** What was assessed of a snapshot, by cycle and day; it goes when the snapshot does. Snapshots on a screen never change. */
const known = new WeakMap<Snapshot, Map<string, Assessment>>()

/** What a cycle adds up to on a day: computed once for a snapshot, whoever asks. */
export function assessmentOf(snapshot: Snapshot, cycleId: string | null, today: string): Assessment {
  const bySubject = known.get(snapshot) ?? new Map<string, Assessment>()
  known.set(snapshot, bySubject)
  const subject = `${today} ${cycleId ?? ''}`
  const assessment = bySubject.get(subject) ?? assess(snapshot, { cycleId, today })
  bySubject.set(subject, assessment)
  return assessment
}
