import { type Checked, checkFindings } from '../../domain/checks/findings.ts'
import type { Assessment } from '../../domain/okr/assessment.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

/** What was found, by what it was found in; it goes when that does. */
const known = new WeakMap<Assessment, Checked>()

/** What the alignment rules find in a network on a day: computed once for an assessment, whoever asks. */
export function checkedOf(snapshot: Snapshot, assessment: Assessment): Checked {
  const checked = known.get(assessment) ?? checkFindings(snapshot, assessment)
  known.set(assessment, checked)
  return checked
}
