import type { CommandCall } from '../domain/command/call.ts'
import type { EditableEntity } from '../domain/command/records.ts'
import type { AnyEntity } from '../domain/entity.ts'
import { type EntityName, entityNames } from '../domain/ids.ts'
import { idsIn, referencesFrom } from '../domain/references.ts'
import { find, networkOf, type Snapshot } from '../domain/snapshot.ts'

const samplePrefix = 'sample_'

export function isSampleId(id: string): boolean {
  return id.startsWith(samplePrefix)
}

/** Whether records of the sample company are in a network. */
export function hasSample(snapshot: Snapshot): boolean {
  for (const id of snapshot.tables.node.keys()) if (isSampleId(id)) return true
  return false
}

function recordsOf(snapshot: Snapshot, entity: EntityName): AnyEntity[] {
  return [...snapshot.tables[entity].values()]
}

function keep(snapshot: Snapshot, kept: Set<string>, entity: EntityName, record: AnyEntity): void {
  const key = `${entity}:${record.id}`
  if (kept.has(key)) return
  kept.add(key)
  for (const { field, to } of referencesFrom(entity))
    for (const id of idsIn(record, field)) {
      const held = find(snapshot, to, id)
      if (held) keep(snapshot, kept, to, held)
    }
}

/** What hangs on others comes first, so that nothing is deleted twice. Promises go with their key results. */
const order = ['keyResult', 'objective', 'goal', 'exchange', 'participation', 'node', 'team', 'person'] as const satisfies readonly EditableEntity[]

/**
 * The commands that take the sample out of a network. What a person made stays, with everything of the sample that it refers to;
 * areas and cycles stay as the frame for one's own work. Check-ins on sample key results go with them.
 */
export function removeSample(snapshot: Snapshot): CommandCall[] {
  const kept = new Set<string>()
  for (const entity of entityNames)
    if (entity !== 'checkIn') for (const record of recordsOf(snapshot, entity)) if (!isSampleId(record.id)) keep(snapshot, kept, entity, record)
  const removals = order.flatMap((entity) =>
    recordsOf(snapshot, entity)
      .filter(({ id }) => isSampleId(id) && !kept.has(`${entity}:${id}`))
      .map(({ id }): CommandCall => ({ name: `${entity}.delete`, input: { id, carry: true } })),
  )
  return [...removals, { name: 'network.update', input: { id: networkOf(snapshot).id, set: { source: null } } }]
}
