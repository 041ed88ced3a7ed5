import type { EntityName } from './ids.ts'
import { commentSubjects, sourceSubjects } from './vocabulary.ts'

/**
 * What becomes of a record when the record that it refers to is deleted. `cascade`: it goes too. `clear`: the reference
 * becomes null, or leaves the list. `repoint`: a need whose key result goes asks the node of that key result, one whose node
 * goes keeps asking the key result if that lives elsewhere by now; where nobody is left to ask, the need goes.
 */
export type OnDelete = 'cascade' | 'clear' | 'repoint'

export type Reference = {
  readonly from: EntityName
  readonly field: string
  readonly to: EntityName
  readonly onDelete: OnDelete
  /** the value of the field `subject` for which it holds; absent where the field always refers to one kind of record */
  readonly subject?: EntityName
}

/** Every reference between records: checked on write, followed by a delete, and indexed by the snapshot. */
export const references = [
  { from: 'node', field: 'areaId', to: 'area', onDelete: 'cascade' },
  { from: 'participation', field: 'nodeId', to: 'node', onDelete: 'cascade' },
  { from: 'participation', field: 'personId', to: 'person', onDelete: 'cascade' },
  { from: 'participation', field: 'teamId', to: 'team', onDelete: 'cascade' },
  { from: 'exchange', field: 'fromNodeId', to: 'node', onDelete: 'cascade' },
  { from: 'exchange', field: 'toNodeId', to: 'node', onDelete: 'cascade' },
  { from: 'goal', field: 'areaId', to: 'area', onDelete: 'clear' },
  { from: 'goal', field: 'keyResultId', to: 'keyResult', onDelete: 'clear' },
  { from: 'objective', field: 'nodeId', to: 'node', onDelete: 'cascade' },
  { from: 'objective', field: 'cycleId', to: 'cycle', onDelete: 'cascade' },
  { from: 'objective', field: 'ownerId', to: 'person', onDelete: 'clear' },
  { from: 'objective', field: 'goalIds', to: 'goal', onDelete: 'clear' },
  { from: 'keyResult', field: 'objectiveId', to: 'objective', onDelete: 'cascade' },
  { from: 'keyResult', field: 'ownerId', to: 'person', onDelete: 'clear' },
  { from: 'dependency', field: 'consumerKeyResultId', to: 'keyResult', onDelete: 'cascade' },
  { from: 'dependency', field: 'supplierNodeId', to: 'node', onDelete: 'repoint' },
  { from: 'dependency', field: 'supplierKeyResultId', to: 'keyResult', onDelete: 'repoint' },
  { from: 'promiseMove', field: 'dependencyId', to: 'dependency', onDelete: 'cascade' },
  { from: 'promiseMove', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'checkIn', field: 'keyResultId', to: 'keyResult', onDelete: 'cascade' },
  { from: 'checkIn', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'person', field: 'teamIds', to: 'team', onDelete: 'clear' },
  { from: 'comment', field: 'parentId', to: 'comment', onDelete: 'cascade' },
  { from: 'comment', field: 'mentionIds', to: 'person', onDelete: 'clear' },
  { from: 'comment', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'comment', field: 'resolvedById', to: 'person', onDelete: 'clear' },
  { from: 'exchangeCheck', field: 'exchangeId', to: 'exchange', onDelete: 'cascade' },
  { from: 'exchangeCheck', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'proposal', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'proposal', field: 'decidedById', to: 'person', onDelete: 'clear' },
  { from: 'mark', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'reason', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'objective', field: 'carriedFromId', to: 'objective', onDelete: 'clear' },
  { from: 'keyResult', field: 'carriedFromId', to: 'keyResult', onDelete: 'clear' },
  { from: 'healthMetric', field: 'nodeId', to: 'node', onDelete: 'cascade' },
  { from: 'healthMetric', field: 'ownerId', to: 'person', onDelete: 'clear' },
  { from: 'healthReading', field: 'healthMetricId', to: 'healthMetric', onDelete: 'cascade' },
  { from: 'healthReading', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'ritual', field: 'cycleId', to: 'cycle', onDelete: 'cascade' },
  { from: 'ritual', field: 'nodeId', to: 'node', onDelete: 'cascade' },
  { from: 'ritual', field: 'facilitatorId', to: 'person', onDelete: 'clear' },
  { from: 'ritual', field: 'markId', to: 'mark', onDelete: 'clear' },
  { from: 'ritual', field: 'attendeeIds', to: 'person', onDelete: 'clear' },
  { from: 'ritual', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'ritualItem', field: 'ritualId', to: 'ritual', onDelete: 'cascade' },
  { from: 'ritualItem', field: 'nodeId', to: 'node', onDelete: 'clear' },
  { from: 'ritualItem', field: 'ownerId', to: 'person', onDelete: 'clear' },
  { from: 'ritualItem', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'signOff', field: 'ritualId', to: 'ritual', onDelete: 'cascade' },
  { from: 'signOff', field: 'nodeId', to: 'node', onDelete: 'cascade' },
  { from: 'signOff', field: 'personId', to: 'person', onDelete: 'clear' },
  { from: 'tally', field: 'ritualId', to: 'ritual', onDelete: 'cascade' },
  { from: 'tally', field: 'nodeId', to: 'node', onDelete: 'cascade' },
  { from: 'acceptance', field: 'ownerId', to: 'person', onDelete: 'clear' },
  { from: 'whatIf', field: 'ownerId', to: 'person', onDelete: 'clear' },
  ...commentSubjects.map((subject) => ({ from: 'comment', field: 'subjectId', to: subject, onDelete: 'cascade', subject }) as const),
  ...sourceSubjects.map((subject) => ({ from: 'source', field: 'subjectId', to: subject, onDelete: 'cascade', subject }) as const),
] as const satisfies readonly Reference[]

export type ReferenceField = (typeof references)[number]['field']

/** The references that a kind of record has. Cost O(1). */
export function referencesFrom(entity: EntityName): readonly Reference[] {
  return fromByEntity.get(entity) ?? []
}

const listFields: ReadonlySet<string> = new Set<ReferenceField>(['goalIds', 'teamIds', 'mentionIds', 'attendeeIds'])

/** Whether a field holds a list of references. Cost O(1). */
export function isListField(field: string): boolean {
  return listFields.has(field)
}

/** Whether a reference holds for a record: always, or only where its `subject` is that kind of record. Cost O(1). */
export function holdsFor(reference: Reference, record: object): boolean {
  return reference.subject === undefined || Reflect.get(record, 'subject') === reference.subject
}

/** The references that lead to a kind of record. Cost O(1). */
export function referencesTo(entity: EntityName): readonly Reference[] {
  return toByEntity.get(entity) ?? []
}

/** The fields by which a kind of record refers to others, each once. Cost O(1). */
export function referenceFields(entity: EntityName): readonly string[] {
  return fieldsByEntity.get(entity) ?? []
}

const fromByEntity = Map.groupBy<EntityName, Reference>(references, (reference) => reference.from)
const fieldsByEntity = new Map([...fromByEntity].map(([entity, held]) => [entity, [...new Set(held.map(({ field }) => field))]]))
const toByEntity = Map.groupBy<EntityName, Reference>(references, (reference) => reference.to)

/** The ids that a record holds in a field: none, one, or those of a list. Cost O(length of the list). */
export function idsIn(record: object, field: string): readonly string[] {
  const value: unknown = Reflect.get(record, field)
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
