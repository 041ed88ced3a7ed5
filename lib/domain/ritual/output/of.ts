import type { Ritual } from '../../entity.ts'
import { assertNever } from '../../error.ts'
import { assess } from '../../okr/assess.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { networkOf, type Snapshot } from '../../snapshot.ts'
import { dayIn } from '../../time.ts'
import { checkOutput } from '../check/output.ts'
import { planOutput } from '../plan/output.ts'
import { walkBefore } from '../walk/actions.ts'
import { changesSince } from '../walk/changes.ts'
import { coffeeOutput } from './coffee.ts'
import { minutesOf } from './minutes.ts'
import type { RitualOutput } from './output.ts'
import { withSubjects } from './subject.ts'

/** When a ritual is read, and as far as it is known, the network of other moments. */
export type OutputReading = {
  /** of today, and of the cycle of the ritual */
  readonly assessment: Assessment
  /** the instant of now */
  readonly now: string
  /** the network as the ritual left it: at `ritual.revision`; where it is left out, what was planned or checked is told as it is now */
  readonly closed?: Snapshot | null
  /** the network that a walk was compared with: at `ritual.baseRevision`; without it nothing is told of what changed */
  readonly base?: Snapshot | null
}

/** “6 key results up, 3 down”: what had changed when a walk was closed. */
function changedFact(snapshot: Snapshot, ritual: Ritual, { assessment, closed, base }: OutputReading): RitualOutput['facts'] {
  if (!base || !closed || ritual.closedAt === null) return []
  const today = dayIn(networkOf(closed).timeZone, ritual.closedAt)
  const then = assess(closed, { today, cycleId: assessment.cycleId })
  const { sentence } = changesSince(closed, then, { before: base, previous: walkBefore(snapshot, ritual) })
  return [{ label: 'Since the last walk', value: sentence }]
}

function walkMinutes(snapshot: Snapshot, ritual: Ritual, reading: OutputReading): RitualOutput {
  const minutes = minutesOf(snapshot, ritual, reading.assessment)
  return { ...minutes, facts: [...changedFact(snapshot, ritual, reading), ...minutes.facts] }
}

function ofKind(snapshot: Snapshot, ritual: Ritual, reading: OutputReading): RitualOutput {
  switch (ritual.kind) {
    case 'plan':
      return planOutput(snapshot, ritual, { now: reading.now, baseline: reading.closed ?? null })
    case 'walk':
      return walkMinutes(snapshot, ritual, reading)
    case 'check':
      return checkOutput(snapshot, ritual, reading)
    case 'coffee':
      return coffeeOutput(snapshot, ritual, reading.assessment)
    default:
      return assertNever(ritual.kind)
  }
}

/**
 * What a ritual left, whatever its kind, each entry with what it is about.
 *
 * Cost that of the output of its kind. Spec: MN12, MN14-MN16.
 */
export function outputOf(snapshot: Snapshot, ritual: Ritual, reading: OutputReading): RitualOutput {
  return withSubjects(snapshot, ritual, ofKind(snapshot, ritual, reading))
}
