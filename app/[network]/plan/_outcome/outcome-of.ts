import { serverNow } from '../../../../lib/client/ritual/server-time.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { type NamedOutput, withNames } from '../../../../lib/domain/ritual/output/named.ts'
import type { RitualOutput } from '../../../../lib/domain/ritual/output/output.ts'
import { planOutput } from '../../../../lib/domain/ritual/plan/output.ts'
import { type SinceBaseline, sinceBaseline } from '../../../../lib/domain/ritual/plan/since/since.ts'
import { find, networkOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'

export type Outcome = {
  readonly output: RitualOutput
  /** the same with the names of people in it */
  readonly named: NamedOutput
  readonly nameOf: (personId: string) => string | null
  /** of which network a calendar is, and how late */
  readonly calendar: { readonly networkId: string; readonly sequence: number }
  /** the network as it was when the plan was committed */
  readonly baseline: Snapshot
  readonly since: SinceBaseline | null
}

type Moments = { readonly snapshot: Snapshot; readonly baseline: Snapshot; readonly today: string }

/** What a plan left, at the time of the server: which day that is depends on where the network is. */
export function outcomeOf(ritual: Ritual, { snapshot, baseline, today }: Moments): Outcome {
  const nameOf = (id: string) => find(snapshot, 'person', id)?.name ?? null
  const output = planOutput(snapshot, ritual, { now: new Date(serverNow()).toISOString(), baseline })
  const since = ritual.cycleId === null ? null : sinceBaseline(baseline, snapshot, { cycleId: ritual.cycleId, today })
  const calendar = { networkId: networkOf(snapshot).id, sequence: snapshot.revision }
  return { output, named: withNames(output, { nameOf }), nameOf, calendar, baseline, since }
}
