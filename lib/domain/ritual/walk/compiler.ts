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
  /** key results that an earlier section speaks of */
  readonly spoken: ReadonlySet<string>
}
