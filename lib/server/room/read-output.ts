import type { Ritual } from '../../domain/entity.ts'
import { assess } from '../../domain/okr/assess.ts'
import { cycleOn } from '../../domain/quick-add/resolve.ts'
import { outputOf } from '../../domain/ritual/output/of.ts'
import type { RitualOutput } from '../../domain/ritual/output/output.ts'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import type { Store } from '../store-contract.ts'

/** A network as it is, and the way to its past. */
export type Moment = { readonly store: Pick<Store, 'snapshotAt'>; readonly networkId: string; readonly snapshot: Snapshot }

/** The network at a revision; null where none is given. */
async function at({ store, networkId, snapshot }: Moment, revision: number | null): Promise<Snapshot | null> {
  return revision === null || revision > snapshot.revision ? null : store.snapshotAt(networkId, revision)
}

/** What a session left, with the network of the moments that it speaks of. @param now the instant of reading, UTC */
export async function readOutput(moment: Moment, ritual: Ritual, now: string): Promise<RitualOutput> {
  const { snapshot } = moment
  const { timeZone } = networkOf(snapshot)
  const today = dayIn(timeZone, now)
  const held = ritual.closedAt === null ? today : dayIn(timeZone, ritual.closedAt)
  const cycleId = ritual.cycleId ?? cycleOn(snapshot, held)?.id ?? null
  const closed = ritual.kind === 'coffee' ? null : await at(moment, ritual.revision)
  const base = ritual.kind === 'walk' ? await at(moment, ritual.baseRevision) : null
  return outputOf(snapshot, ritual, { assessment: assess(snapshot, { today, cycleId }), now, closed, base })
}
