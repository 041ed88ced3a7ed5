import type { Ritual } from '../../entity.ts'
import { assertNever } from '../../error.ts'
import type { Assessment } from '../../okr/assessment.ts'
import type { Snapshot } from '../../snapshot.ts'
import { checkOutput } from '../check/output.ts'
import { minutesOf } from './minutes.ts'
import type { RitualOutput } from './output.ts'

/**
 * What a ritual left, whatever its kind.
 *
 * @param assessment of today, and of the cycle of the ritual
 * Cost that of the output of its kind. Spec: MN12.
 */
export function outputOf(snapshot: Snapshot, ritual: Ritual, assessment: Assessment): RitualOutput {
  switch (ritual.kind) {
    case 'check':
      return checkOutput(snapshot, ritual, assessment)
    case 'plan':
    case 'walk':
    case 'coffee':
      return minutesOf(snapshot, ritual, assessment)
    default:
      return assertNever(ritual.kind)
  }
}
