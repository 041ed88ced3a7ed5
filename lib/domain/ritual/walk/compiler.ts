import type { Assessment } from '../../okr/assessment.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { Base } from './base.ts'
import type { Waiting } from './waiting.ts'

/** What the sections of a walk are found with. */
export type Compiler = {
  readonly snapshot: Snapshot
  readonly assessment: Assessment
  readonly base: Base
  readonly waiting: Waiting
  /** by how much the goal's chance falls if a key result is missed, 0 to 1; missing where that is not known */
  readonly losses: ReadonlyMap<string, number>
  /** key results that an earlier section speaks of */
  readonly spoken: ReadonlySet<string>
}
