import { z } from 'zod'
import type { EntityOf } from '../domain/entity.ts'
import type { ErrorCode } from '../domain/error.ts'
import type { EntityName } from '../domain/ids.ts'
import { referencesFrom } from '../domain/references.ts'
import { entityWords } from '../domain/snapshot.ts'
import { committedSchema, revisionSchema } from './change.ts'
import { deletePreviewSchema } from './delete-preview.ts'
import { listQuery, pageOf } from './list.ts'
import { operation } from './operation.ts'
import { type Creation, creationSchema, patchBody, recordSchema } from './record-schema.ts'
import { networkParams, recordParams, writeErrors } from './scope.ts'

/** The kinds of record that scripts list and write one by one. */
export type ResourceEntity = Exclude<EntityName, 'network' | OwnCommands>

/** Kinds of record that are made and ended by commands of their own. */
type OwnCommands =
  | 'checkIn'
  | 'promiseMove'
  | 'comment'
  | 'exchangeCheck'
  | 'proposal'
  | 'mark'
  | 'reason'
  | 'healthReading'
  | 'ritual'
  | 'ritualItem'
  | 'signOff'
  | 'tally'

/** What a resource is called in addresses, operation ids and on the page, with an example of a record to create. */
export type ResourceDefinition<E extends EntityName> = {
  readonly entity: E
  /** `key-results`, the part of the address */
  readonly path: string
  /** `KeyResult`, the part of operation ids */
  readonly one: string
  readonly many: string
  readonly description: string
  readonly example: Creation<E>
  /** what a caller has to know of one of its writes */
  readonly notes?: { readonly [V in 'create' | 'update' | 'remove']?: string }
  /** what else can refuse its writes */
  readonly errors?: readonly ErrorCode[]
}

const deleteQuery = z.strictObject({
  carry: z.enum(['true', 'false']).default('false').describe('true: delete also what hangs on it; see delete-preview'),
})

const readErrors = ['NOT_FOUND', 'VALIDATION'] as const

const ownRules: { readonly [E in ResourceEntity]?: readonly ErrorCode[] } = {
  participation: ['PARTICIPANT_MISSING', 'PARTICIPATION_DATES'],
  exchange: ['SELF_EXCHANGE'],
  cycle: ['CYCLE_DATES'],
  dependency: ['SELF_DEPENDENCY', 'SUPPLIER_MISSING'],
}

/** What can refuse a record of this kind, as lib/domain/rules.ts has it. */
function recordErrors(entity: ResourceEntity) {
  const references: readonly ErrorCode[] = referencesFrom(entity).length > 0 ? ['UNKNOWN_REFERENCE'] : []
  return [...writeErrors, 'NOT_FOUND', ...references, ...(ownRules[entity] ?? [])] as const
}

function addressesOf({ path, many }: { readonly path: string; readonly many: string }) {
  const all = `/networks/{network}/${path}`
  return { all, single: `${all}/{id}`, tag: many.slice(0, 1).toUpperCase() + many.slice(1) }
}

/** List, one, and what a delete would carry. */
function readsOf<const E extends ResourceEntity>(definition: ResourceDefinition<E>, record: z.ZodType<EntityOf<E>>) {
  const { entity, one, many } = definition
  const { all, single, tag } = addressesOf(definition)
  const [read, params] = [{ method: 'GET', access: 'read', tag, errors: readErrors } as const, recordParams(entity)]
  const item = z.object({ revision: revisionSchema, item: record })
  const word = entityWords[entity]
  return {
    list: operation({
      ...read,
      id: `list${many.split(' ').map(capital).join('')}`,
      path: all,
      summary: `List ${many}`,
      params: networkParams,
      query: listQuery(entity),
      answer: pageOf(record),
    }),
    get: operation({ ...read, id: `get${one}`, path: single, summary: `Read one ${word}`, params, answer: item }),
    preview: operation({
      ...read,
      id: `previewDelete${one}`,
      path: `${single}/delete-preview`,
      summary: `See what goes with one ${word}`,
      params,
      answer: deletePreviewSchema,
    }),
  } as const
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function described<E extends ResourceEntity>({ notes }: ResourceDefinition<E>, verb: 'create' | 'update' | 'remove', always?: string) {
  const description = [always, notes?.[verb]].filter((text) => text !== undefined).join(' ')
  return description === '' ? {} : { description }
}

function createOf<const E extends ResourceEntity>(definition: ResourceDefinition<E>, record: z.ZodType<EntityOf<E>>) {
  const { entity, one, example } = definition
  const { all, tag } = addressesOf(definition)
  return operation({
    id: `create${one}`,
    method: 'POST',
    access: 'write',
    path: all,
    summary: `Add one ${entityWords[entity]}`,
    ...described(definition, 'create'),
    tag,
    params: networkParams,
    body: creationSchema(entity),
    answer: committedSchema.extend({ item: record }),
    status: 201,
    errors: [...recordErrors(entity), ...(definition.errors ?? []), 'ID_TAKEN'],
    example: { body: example },
  })
}

function updateOf<const E extends ResourceEntity>(definition: ResourceDefinition<E>, record: z.ZodType<EntityOf<E>>) {
  const { entity, one } = definition
  const { single, tag } = addressesOf(definition)
  return operation({
    id: `update${one}`,
    method: 'PATCH',
    access: 'write',
    path: single,
    summary: `Change some fields of one ${entityWords[entity]}`,
    ...described(
      definition,
      'update',
      'Only the fields that are given change. Refused, with both values, where one of them was changed after `revision`.',
    ),
    tag,
    params: recordParams(entity),
    body: patchBody(entity),
    answer: committedSchema.extend({ item: record.nullable().describe('as it is now; null where this is a repeat and it was deleted since') }),
    errors: [...recordErrors(entity), ...(definition.errors ?? []), 'STALE_EDIT'],
  })
}

function removeOf<const E extends ResourceEntity>(definition: ResourceDefinition<E>) {
  const { entity, one } = definition
  const { single, tag } = addressesOf(definition)
  return operation({
    id: `delete${one}`,
    method: 'DELETE',
    access: 'write',
    path: single,
    summary: `Delete one ${entityWords[entity]}`,
    ...described(definition, 'remove', 'Refused, with the list of what goes with it, unless `carry` is true. It can be undone.'),
    tag,
    params: recordParams(entity),
    query: deleteQuery,
    answer: committedSchema,
    errors: [...readErrors, 'CROSS_SITE', 'KEY_REUSED', ...(definition.errors ?? []), 'DELETE_CARRIES_OTHERS'],
  })
}

/** The six calls of a resource: list, one, create, change, delete, and what a delete would carry. */
export function resource<const E extends ResourceEntity>(definition: ResourceDefinition<E>) {
  const record = recordSchema(definition.entity, definition.one)
  const { entity, description } = definition
  const writes = { create: createOf(definition, record), update: updateOf(definition, record), remove: removeOf(definition) }
  return { entity, description, tag: addressesOf(definition).tag, ...readsOf(definition, record), ...writes } as const
}
