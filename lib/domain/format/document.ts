import { z } from 'zod'
import { type AnyEntity, type EntityOf, entitySchemas } from '../entity.ts'
import { type EntityName, entityNames } from '../ids.ts'
import { instant } from '../time-schema.ts'
import { describeFields, fieldDescriptions, listDescriptions } from './description.ts'
import { type Form, formOf } from './form.ts'

/** The name that stands first in every document. */
export const formatName = 'weft/1'

/**
 * Kinds of record that speak of a network's own revisions, of what its people did together or of how they look at it: they mean nothing in
 * another history, so no document holds them. A backup does.
 */
const ofHistory = [
  'mark',
  'reason',
  'ritual',
  'ritualItem',
  'signOff',
  'tally',
  'checkSetting',
  'acceptance',
  'whatIf',
] as const satisfies readonly EntityName[]

/** The kinds of record that a document lists. */
export type ListedEntity = Exclude<EntityName, 'network' | (typeof ofHistory)[number]>

/** The list of a document in which each kind of record stands. */
export const listNames = {
  area: 'areas',
  node: 'nodes',
  person: 'people',
  team: 'teams',
  participation: 'participations',
  exchange: 'exchanges',
  cycle: 'cycles',
  goal: 'goals',
  objective: 'objectives',
  keyResult: 'keyResults',
  dependency: 'dependencies',
  promiseMove: 'promiseMoves',
  checkIn: 'checkIns',
  comment: 'comments',
  source: 'sources',
  exchangeCheck: 'exchangeChecks',
  proposal: 'proposals',
  healthMetric: 'healthMetrics',
  healthReading: 'healthReadings',
} as const satisfies Record<ListedEntity, string>

function isListed(entity: EntityName): entity is ListedEntity {
  return Object.hasOwn(listNames, entity)
}

export const listedEntities: readonly ListedEntity[] = entityNames.filter(isListed)

type Input<E extends EntityName> = z.input<(typeof entitySchemas)[E]>

/** A value of a document: like the schema's input, but never null; only an item of a list may be (an unknown step of a check-in). */
type Portable<T> = T extends null
  ? never
  : T extends readonly unknown[]
    ? PortableItems<T>
    : T extends object
      ? { [K in keyof T]: Portable<T[K]> }
      : T
type PortableItems<T extends readonly unknown[]> = { [K in keyof T]: T[K] extends object ? Portable<T[K]> : T[K] }

/** Fields that a record has inside but not in a document, or that a document may leave out beyond what the record's schema says. */
type Unlisted<E extends EntityName> = E extends 'network'
  ? 'source'
  : E extends 'node'
    ? 'rank' | 'slot'
    : E extends 'checkIn'
      ? 'rank' | 'id'
      : 'rank'

/** One record as a document has it. */
export type DocumentRecord<E extends EntityName> = Portable<Omit<Input<E>, Unlisted<E>>> & (E extends 'checkIn' ? { id?: string } : unknown)

type Lists = { [E in ListedEntity as (typeof listNames)[E]]?: DocumentRecord<E>[] }

/** One network as a portable document. */
export type WeftDocument = {
  format: typeof formatName
  source?: string
  exportedAt?: string
  revision?: number
  network: DocumentRecord<'network'>
} & Lists

function recordForm(entity: EntityName): Form {
  const schema: z.ZodObject = entitySchemas[entity]
  return formOf(schema.omit(entity === 'network' ? { source: true } : entity === 'node' ? { rank: true, slot: true } : { rank: true }))
}

/** Guaranteed by `entityNames`: there is one form for each entity. */
function allForms(): Record<EntityName, Form> {
  return Object.fromEntries(entityNames.map((entity) => [entity, recordForm(entity)])) as Record<EntityName, Form>
}

const forms = allForms()

function recordSchema(entity: EntityName): z.ZodObject {
  const { portable } = forms[entity]
  const shape = describeFields(portable instanceof z.ZodObject ? portable.shape : {}, fieldDescriptions[entity])
  return z.strictObject(entity === 'checkIn' ? { ...shape, id: shape['id']?.optional() } : shape)
}

/** The schema of one record of a document, by kind of record. */
export const recordSchemas = Object.fromEntries(entityNames.map((entity) => [entity, recordSchema(entity)])) as Record<EntityName, z.ZodObject>

const headShape = {
  format: z.literal(formatName).describe('Name and version of this format.'),
  source: z.string().max(1_000).optional().describe('Where the document came from; kept with the network.'),
  exportedAt: instant.optional().describe('When the document was written; not kept on import.'),
  revision: z.int().min(0).optional().describe('Revision of the network when it was written; not kept on import.'),
}

/** What stands at the top of a document beside the network and the lists. */
export const headSchema = z.strictObject(headShape)

/** The schema of a whole document, without the rules that span records. */
export const documentSchema = z.strictObject({
  ...headShape,
  network: recordSchemas.network.describe('The network itself.'),
  ...Object.fromEntries(
    listedEntities.map((entity) => [listNames[entity], z.array(recordSchemas[entity]).optional().describe(listDescriptions[entity])]),
  ),
})

/**
 * A record of a document as a record of the network: absent fields filled in, the fields given beside it added.
 *
 * @param record has passed `recordSchemas[entity]`
 * Cost O(size of the record).
 */
export function completeRecord<E extends EntityName>(entity: E, record: object, more: object): EntityOf<E> {
  return castRecord<E>(Object.assign(Object(forms[entity].complete(record)), more))
}

/** Guaranteed by the form of the entity: it fills in every field, and the caller adds the place in the list. */
function castRecord<E extends EntityName>(record: unknown): EntityOf<E> {
  return record as EntityOf<E>
}

/**
 * A record of the network as a document has it: without nulls, empty lists and its place.
 *
 * Cost O(size of the record).
 */
export function compactRecord<E extends EntityName>(entity: E, record: AnyEntity | DocumentRecord<E>): DocumentRecord<E> {
  return castPortable<E>(forms[entity].compact(record))
}

/** Guaranteed by the form of the entity: it writes exactly the fields that its portable schema has. */
function castPortable<E extends EntityName>(record: unknown): DocumentRecord<E> {
  return record as DocumentRecord<E>
}

/** A list of a document; empty where it is absent. Cost O(1). */
export function listIn<E extends ListedEntity>(document: WeftDocument, entity: E): readonly DocumentRecord<E>[] {
  const list: unknown = document[listNames[entity]]
  return castList<E>(Array.isArray(list) ? list : [])
}

/** Guaranteed by `listNames`: the list of that name holds records of the entity. */
function castList<E extends ListedEntity>(list: readonly unknown[]): readonly DocumentRecord<E>[] {
  return list as readonly DocumentRecord<E>[]
}
