import type { AnyEntity } from './entity.ts'
import type { EntityName } from './ids.ts'
import { leadsOf, ownNodes } from './own-nodes.ts'
import { nodesOfRecord } from './record-nodes.ts'
import { find, type Snapshot } from './snapshot.ts'

/** A record with the kind that it is of. */
export type Subject = { readonly entity: EntityName; readonly record: AnyEntity }

/** Somebody on a day, `YYYY-MM-DD` in the network's time zone: participations have to hold on it. */
export type OnDay = { readonly personId: string; readonly day: string }

function subjectOf(entity: EntityName, record: AnyEntity | undefined): Subject | null {
  return record ? { entity, record } : null
}

/** What a record is a part of: whoever may change that may change the record. */
function carrierOf(snapshot: Snapshot, record: AnyEntity): Subject | null {
  if ('objectiveId' in record) return subjectOf('objective', find(snapshot, 'objective', record.objectiveId))
  if ('consumerKeyResultId' in record) return subjectOf('keyResult', find(snapshot, 'keyResult', record.consumerKeyResultId))
  if ('dependencyId' in record) return subjectOf('dependency', find(snapshot, 'dependency', record.dependencyId))
  if ('exchangeId' in record) return subjectOf('exchange', find(snapshot, 'exchange', record.exchangeId))
  if ('healthMetricId' in record) return subjectOf('healthMetric', find(snapshot, 'healthMetric', record.healthMetricId))
  if ('ritualId' in record) return subjectOf('ritual', find(snapshot, 'ritual', record.ritualId))
  if ('subjectId' in record) return subjectOf(record.subject, find(snapshot, record.subject, record.subjectId))
  if ('keyResultId' in record && 'at' in record) return subjectOf('keyResult', find(snapshot, 'keyResult', record.keyResultId))
  return null
}

function homeOf(record: AnyEntity): string | null {
  if ('objectiveId' in record) return record.objectiveId
  return 'nodeId' in record ? record.nodeId : null
}

/** An objective or key result that the person owns already, where it lives: naming oneself the owner gives nothing, nor does moving it. */
function isOwnResult(snapshot: Snapshot, { entity, record }: Subject, personId: string): boolean {
  const kept = entity === 'objective' || entity === 'keyResult' ? find<'objective' | 'keyResult'>(snapshot, entity, record.id) : undefined
  return kept !== undefined && kept.ownerId === personId && homeOf(kept) === homeOf(record)
}

/** Who keeps a what-if; a new one that names nobody yet becomes one's own. */
function isKeeper(record: AnyEntity, personId: string): boolean {
  return !('edits' in record) || record.ownerId === personId
}

/**
 * Whether a record is somebody's own: on a node in which the person takes part, an objective or key result that the person owns, or a part of
 * such a record; a what-if that the person keeps. Who leads a node is told by those who lead it.
 *
 * Cost O(participations of the person and of the node).
 */
export function isOwn(snapshot: Snapshot, { personId, day }: OnDay, subject: Subject): boolean {
  const { entity, record } = subject
  if (entity === 'whatIf') return isKeeper(record, personId)
  if ('tier' in record && record.tier === 'lead') return leadsOf(snapshot, record.nodeId, day).includes(personId)
  if (isOwnResult(snapshot, subject, personId)) return true
  const carrier = carrierOf(snapshot, record)
  if (carrier) return isOwn(snapshot, { personId, day }, carrier)
  const own = ownNodes(snapshot, personId, day)
  return nodesOfRecord(snapshot, entity, record).some((nodeId) => own.has(nodeId))
}
