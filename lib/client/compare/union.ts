import { entityNames } from '../../domain/ids.ts'
import type { Assessment } from '../../domain/okr/assessment.ts'
import { fork, type Snapshot } from '../../domain/snapshot.ts'

type AnyTable = Map<string, unknown>

/** Guaranteed by `entityNames`: a table holds the records of its entity, and those of the other snapshot are of the same. */
function tableOf(snapshot: Snapshot, entity: (typeof entityNames)[number]): AnyTable {
  return snapshot.tables[entity] as AnyTable
}

/**
 * Both networks in one: what the later one holds, and what only the earlier one held. A record that was removed keeps what it referred to,
 * because that is in it, too.
 *
 * Cost O(records).
 */
export function unionOf(before: Snapshot, after: Snapshot): Snapshot {
  const union = fork(after)
  for (const entity of entityNames) {
    const table = tableOf(union, entity)
    for (const [id, record] of tableOf(before, entity)) if (!table.has(id)) table.set(id, record)
  }
  return union
}

function joined<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const both = new Map(after)
  for (const [id, facts] of before) if (!both.has(id)) both.set(id, facts)
  return both
}

/**
 * What both add up to: the later one's facts, and of what it does not hold any more, or has ended since, those of the earlier.
 *
 * Cost O(records).
 */
export function unionAssessment(before: Assessment, after: Assessment): Assessment {
  const dependencies = new Map(joined(before.dependencies, after.dependencies))
  for (const [id, facts] of before.dependencies) if (!facts.isEnded && dependencies.get(id)?.isEnded) dependencies.set(id, facts)
  return {
    ...after,
    dependencies,
    keyResults: joined(before.keyResults, after.keyResults),
    objectives: joined(before.objectives, after.objectives),
    nodes: joined(before.nodes, after.nodes),
    areas: joined(before.areas, after.areas),
  }
}
