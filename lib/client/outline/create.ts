import { type CommandCall, call } from '../../domain/command/call.ts'
import type { Cycle } from '../../domain/entity.ts'
import { asId } from '../../domain/ids.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { freshId } from '../fresh-id.ts'
import { quarterOf } from '../quarter.ts'
import { rankAfter } from './place.ts'
import type { RecordKind } from './row.ts'
import { siblingsUnder } from './under.ts'

export type Place = { readonly kind: RecordKind; readonly parentId: string | null; readonly afterId: string | null }
type Around = { readonly snapshot: Snapshot; readonly cycle: Cycle | null; readonly today: string }
export type Created = { readonly id: string; readonly calls: CommandCall[] }

function rankIn({ snapshot, cycle }: Around, { kind, parentId, afterId }: Place): number {
  const siblings = siblingsUnder(snapshot, kind, parentId, cycle)
  return rankAfter(siblings, afterId ?? siblings.at(-1)?.id ?? null)
}

/** The cycle that new objectives belong to; where there is none yet, this quarter is made with them. */
export function cycleFor({ cycle, today }: Pick<Around, 'cycle' | 'today'>): { id: string; calls: CommandCall[] } {
  if (cycle) return { id: cycle.id, calls: [] }
  const quarter = quarterOf(today)
  return { id: quarter.id, calls: [call('cycle.create', quarter)] }
}

/** A new area, node or objective with a name, at a place. Key results are read by the quick-add grammar instead. */
export function createRecord(around: Around, place: Place, name: string): Created | null {
  const rank = rankIn(around, place)
  if (place.kind === 'area') {
    const id = freshId('area')
    return { id, calls: [call('area.create', { id, name, rank })] }
  }
  if (place.parentId === null) return null
  if (place.kind === 'node') {
    const id = freshId('node')
    return { id, calls: [call('node.create', { id, name, areaId: asId<'area'>(place.parentId), rank })] }
  }
  if (place.kind !== 'objective') return null
  const id = freshId('objective')
  const cycle = cycleFor(around)
  return {
    id,
    calls: [
      ...cycle.calls,
      call('objective.create', { id, title: name, nodeId: asId<'node'>(place.parentId), cycleId: asId<'cycle'>(cycle.id), rank }),
    ],
  }
}

export { rankIn }
