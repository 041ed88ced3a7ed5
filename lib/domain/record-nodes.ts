import { nodeIdOf } from './command/cascade.ts'
import type { AnyEntity, Dependency } from './entity.ts'
import type { EntityName } from './ids.ts'
import { find, type Snapshot } from './snapshot.ts'
import type { Side } from './vocabulary.ts'

/** Guaranteed by the callers: the record is of the entity that is named beside it. */
function fieldOf(record: AnyEntity, field: string): string | null {
  const value: unknown = Reflect.get(record, field)
  return typeof value === 'string' ? value : null
}

function only(...ids: readonly (string | null)[]): readonly string[] {
  return ids.filter((id) => id !== null)
}

/**
 * The nodes on whose content a record is: a node itself, the home of an objective, both ends of an exchange, the consumer of a need.
 *
 * @returns none for records that live on no node, such as goals and people
 * Cost O(1).
 */
export function nodesOfRecord(snapshot: Snapshot, entity: EntityName, record: AnyEntity): readonly string[] {
  switch (entity) {
    case 'node':
      return [record.id]
    case 'participation':
    case 'objective':
    case 'healthMetric':
    case 'ritual':
    case 'ritualItem':
    case 'signOff':
    case 'tally':
      return only(fieldOf(record, 'nodeId'))
    case 'exchange':
      return only(fieldOf(record, 'fromNodeId'), fieldOf(record, 'toNodeId'))
    case 'keyResult':
      return only(find(snapshot, 'objective', fieldOf(record, 'objectiveId'))?.nodeId ?? null)
    case 'dependency':
      return only(nodeIdOf(snapshot, fieldOf(record, 'consumerKeyResultId')))
    case 'promiseMove':
      return nodesOfFound(snapshot, 'dependency', fieldOf(record, 'dependencyId'))
    case 'checkIn':
      return only(nodeIdOf(snapshot, fieldOf(record, 'keyResultId')))
    case 'exchangeCheck':
      return nodesOfFound(snapshot, 'exchange', fieldOf(record, 'exchangeId'))
    case 'healthReading':
      return nodesOfFound(snapshot, 'healthMetric', fieldOf(record, 'healthMetricId'))
    case 'comment':
    case 'source':
      return 'subjectId' in record ? nodesOfFound(snapshot, record.subject, record.subjectId) : []
    default:
      return []
  }
}

/**
 * The node of one side of a promise: that of its key result, else the node that is asked.
 *
 * @returns null where nobody is left on that side
 * Cost O(1).
 */
export function nodeOfSide(snapshot: Snapshot, { consumerKeyResultId, supplierKeyResultId, supplierNodeId }: Dependency, side: Side): string | null {
  if (side === 'consumer') return nodeIdOf(snapshot, consumerKeyResultId)
  return nodeIdOf(snapshot, supplierKeyResultId) ?? supplierNodeId
}

/** The nodes of both sides of a need and of its moves; none for other records. Cost O(1). */
export function nodesOfSides(snapshot: Snapshot, entity: EntityName, record: AnyEntity): readonly string[] {
  const id = entity === 'dependency' ? record.id : entity === 'promiseMove' ? fieldOf(record, 'dependencyId') : null
  const dependency = find(snapshot, 'dependency', id)
  return dependency ? only(nodeOfSide(snapshot, dependency, 'consumer'), nodeOfSide(snapshot, dependency, 'supplier')) : []
}

function nodesOfFound(snapshot: Snapshot, entity: EntityName, id: string | null): readonly string[] {
  const found: AnyEntity | undefined = find(snapshot, entity, id)
  return found ? nodesOfRecord(snapshot, entity, found) : []
}
