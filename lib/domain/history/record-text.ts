import type { AnyEntity } from '../entity.ts'
import type { EntityName } from '../ids.ts'
import { nodesOfRecord } from '../record-nodes.ts'
import { entityWords, find, nameOf, type Snapshot } from '../snapshot.ts'

function quoted(snapshot: Snapshot, entity: EntityName, id: string | null): string {
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  return record ? `“${nameOf(record)}”` : 'something that is gone'
}

/** Who takes part: the person or the team. */
export function partyText(snapshot: Snapshot, { personId, teamId }: { readonly personId: string | null; readonly teamId: string | null }): string {
  const party = find(snapshot, 'person', personId) ?? find(snapshot, 'team', teamId)
  return party ? party.name : 'Somebody'
}

/** A record and its kind, as it is spoken of inside a sentence: “node “Growth””. Cost O(1). */
export function spokenOf(snapshot: Snapshot, entity: EntityName, record: AnyEntity): string {
  if (entity === 'person') return nameOf(record)
  if ('tier' in record) return `${partyText(snapshot, record)} at ${quoted(snapshot, 'node', record.nodeId)}`
  if ('fromNodeId' in record) {
    const [from, to] = [quoted(snapshot, 'node', record.fromNodeId), quoted(snapshot, 'node', record.toNodeId)]
    return `exchange “${record.deliverable}” from ${from} to ${to}`
  }
  if ('dependencyId' in record) return `move of ${quoted(snapshot, 'dependency', record.dependencyId)}`
  if ('exchangeId' in record) return `look at ${quoted(snapshot, 'exchange', record.exchangeId)}`
  if ('healthMetricId' in record) return `reading of ${quoted(snapshot, 'healthMetric', record.healthMetricId)}`
  if (entity === 'checkIn' && 'keyResultId' in record) return `check-in on ${quoted(snapshot, 'keyResult', record.keyResultId)}`
  if (entity === 'comment' && 'mentionIds' in record) return `comment on ${quoted(snapshot, record.subject, record.subjectId)}`
  if (entity === 'reason') return 'reason of a change'
  return `${entityWords[entity]} “${nameOf(record)}”`
}

/** The first letter as a sentence begins. Cost O(length). */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** What a list calls a record: its own name, or the words for one that has none. Cost O(1). */
export function titleOf(snapshot: Snapshot, entity: EntityName, record: AnyEntity): string {
  const own = nameOf(record)
  return own === record.id ? capital(spokenOf(snapshot, entity, record)) : own
}

/** The node and the value area that a record belongs to. Cost O(1). */
export function homeOf(
  snapshot: Snapshot,
  entity: EntityName,
  record: AnyEntity,
): { readonly nodeId: string | null; readonly areaId: string | null } {
  const [nodeId = null] = nodesOfRecord(snapshot, entity, record)
  if (nodeId !== null) return { nodeId, areaId: find(snapshot, 'node', nodeId)?.areaId ?? null }
  if (entity === 'area') return { nodeId, areaId: record.id }
  return { nodeId, areaId: entity === 'goal' && 'areaId' in record ? record.areaId : null }
}
