import { z } from 'zod'
import type { Patch } from '../domain/command/records.ts'
import { commands } from '../domain/command/registry.ts'
import { type EntityOf, entitySchemas } from '../domain/entity.ts'
import type { EntityName } from '../domain/ids.ts'
import { entityWords } from '../domain/snapshot.ts'
import { committedSchema, revisionSchema } from './change.ts'
import { deletePreviewSchema } from './delete-preview.ts'
import { listQuery, pageOf } from './list.ts'
import { operation } from './operation.ts'
import { networkParams, recordParams, writeErrors } from './scope.ts'

/** The kinds of record that scripts list and write one by one. */
export type ResourceEntity = Exclude<EntityName, 'network' | 'checkIn'>

export type Creation<E extends EntityName> = Omit<z.input<(typeof entitySchemas)[E]>, 'id' | 'rank' | 'slot' | 'at'> & {
  id?: string
  rank?: number
} & (E extends 'checkIn' ? { at?: string } : unknown)

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
}

/** The record's own schema, named in the document. Guaranteed by `entitySchemas`: each schema is its entity's. */
export function recordSchema<E extends EntityName>(entity: E, name: string): z.ZodType<EntityOf<E>> {
  return entitySchemas[entity].meta({ id: name }) as unknown as z.ZodType<EntityOf<E>>
}

/** A record as it is sent to be created: without what the server can fill in. The cast states what the shape below is. */
export function creationSchema<E extends EntityName>(entity: E): z.ZodType<Creation<E>> {
  const { slot: _given, ...shape }: Record<string, z.ZodType> = entitySchemas[entity].shape
  const id = shape['id']?.optional().describe('made by the server unless given')
  const rank = shape['rank']?.optional().describe('place in its list; the last unless given')
  const at = shape['at']?.optional().describe('now unless given')
  return z.strictObject({ ...shape, ...(id && { id }), ...(rank && { rank }), ...(at && { at }) }) as unknown as z.ZodType<Creation<E>>
}

/** The fields of `….update` beside the revision. Guaranteed by the registry: an update command takes `set`. */
export function patchBody<E extends EntityName>(entity: E): z.ZodType<Patch<E> & { revision: number }> {
  const input = commands.get(`${entity}.update`)?.input
  const set = input instanceof z.ZodObject ? input.shape['set'] : undefined
  if (!(set instanceof z.ZodObject)) throw new Error(`${entity} has no update command`)
  return z.strictObject({ ...set.shape, revision: revisionSchema.describe('the revision at which you read the record') }) as unknown as z.ZodType<
    Patch<E> & { revision: number }
  >
}

const deleteQuery = z.strictObject({
  carry: z.enum(['true', 'false']).default('false').describe('true: delete also what hangs on it; see delete-preview'),
})

const readErrors = ['NOT_FOUND', 'VALIDATION'] as const
const ruleErrors = ['UNKNOWN_REFERENCE', 'SELF_DEPENDENCY', 'SELF_EXCHANGE', 'CYCLE_DATES', 'PARTICIPANT_MISSING', 'SUPPLIER_MISSING'] as const

function addressesOf({ path, many }: { readonly path: string; readonly many: string }) {
  const all = `/networks/{network}/${path}`
  return { all, single: `${all}/{id}`, tag: many.slice(0, 1).toUpperCase() + many.slice(1) }
}

/** List, one, and what a delete would carry. */
function readsOf<const E extends ResourceEntity>(definition: ResourceDefinition<E>, record: z.ZodType<EntityOf<E>>) {
  const { entity, one, many } = definition
  const { all, single, tag } = addressesOf(definition)
  const [read, params] = [{ method: 'GET', tag, errors: readErrors } as const, recordParams(entity)]
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

/** Create, change and delete. */
function writesOf<const E extends ResourceEntity>(definition: ResourceDefinition<E>, record: z.ZodType<EntityOf<E>>) {
  const { entity, one, example } = definition
  const { all, single, tag } = addressesOf(definition)
  const [word, params] = [entityWords[entity], recordParams(entity)]
  const errors = [...writeErrors, 'NOT_FOUND', ...ruleErrors] as const
  return {
    create: operation({
      ...{ id: `create${one}`, method: 'POST', path: all, summary: `Add one ${word}`, tag, params: networkParams, body: creationSchema(entity) },
      ...{ answer: committedSchema.extend({ item: record }), status: 201, errors: [...errors, 'ID_TAKEN'], example: { body: example } },
    } as const),
    update: operation({
      ...{ id: `update${one}`, method: 'PATCH', path: single, summary: `Change some fields of one ${word}`, tag, params, body: patchBody(entity) },
      description: 'Only the fields that are given change. Refused, with both values, where one of them was changed after `revision`.',
      answer: committedSchema.extend({ item: record.nullable().describe('as it is now; null where this is a repeat and it was deleted since') }),
      errors: [...errors, 'STALE_EDIT'],
    } as const),
    remove: operation({
      ...{
        id: `delete${one}`,
        method: 'DELETE',
        path: single,
        summary: `Delete one ${word}`,
        tag,
        params,
        query: deleteQuery,
        answer: committedSchema,
      },
      description: 'Refused, with the list of what goes with it, unless `carry` is true. It can be undone.',
      errors: [...readErrors, 'CROSS_SITE', 'KEY_REUSED', 'DELETE_CARRIES_OTHERS'],
    } as const),
  } as const
}

/** The six calls of a resource: list, one, create, change, delete, and what a delete would carry. */
export function resource<const E extends ResourceEntity>(definition: ResourceDefinition<E>) {
  const record = recordSchema(definition.entity, definition.one)
  const { entity, description } = definition
  return { entity, description, tag: addressesOf(definition).tag, ...readsOf(definition, record), ...writesOf(definition, record) } as const
}
