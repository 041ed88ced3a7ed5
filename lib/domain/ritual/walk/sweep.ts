import type { HealthMetric } from '../../entity.ts'
import { type HealthStatus, healthOf, healthStatuses } from '../../health/status.ts'
import { listOf, referring, type Snapshot } from '../../snapshot.ts'
import { partsOf, type Stop } from './agenda.ts'

/** One breath for an area: its win, and how well it is. */
export type Breath = {
  readonly areaId: string
  readonly win: Stop | null
  /** the health metric of the area that stands worst, the first of several; null where it has none */
  readonly health: { readonly metric: HealthMetric; readonly status: HealthStatus } | null
}

function worstHealth(snapshot: Snapshot, areaId: string): Breath['health'] {
  const metrics = referring(snapshot, 'node', 'areaId', areaId)
    .flatMap(({ id }) => referring(snapshot, 'healthMetric', 'nodeId', id))
    .map((metric) => ({ metric, status: healthOf(metric) }))
  return metrics.sort((a, b) => healthStatuses.indexOf(a.status) - healthStatuses.indexOf(b.status))[0] ?? null
}

/** The sweep at the end of a walk: each area in its order, with one win and one health metric. Cost O(areas + nodes + metrics). Spec: WA54. */
export function sweepOf(snapshot: Snapshot, agenda: readonly Stop[]): Breath[] {
  const { wins } = partsOf(agenda)
  return listOf(snapshot, 'area').map(({ id }) => ({
    areaId: id,
    win: wins.find(({ areaId }) => areaId === id) ?? null,
    health: worstHealth(snapshot, id),
  }))
}
