import { z } from 'zod'
import { type EntityOf, entitySchemas } from '../domain/entity.ts'
import type { Patch } from '../domain/command/records.ts'
import { commands } from '../domain/command/registry.ts'
import type { EntityName } from '../domain/ids.ts'
import { entityWords } from '../domain/snapshot.ts'
import { committedSchema, revisionSchema } from './change.ts'
import { deletePreviewSchema } from './delete-preview.ts'
import { listQuery, pageOf } from './list.ts'
import { operation } from './operation.ts'
import { networkParams, recordParams, writeErrors } from './scope.ts'

/** The kinds of record that scripts list and write one by one. */
export type ResourceEntity = Exclude<EntityName, 'network' | 'checkIn'>

export type Creation<E extends EntityName> = Omit<z.input<(typeof entitySchemas)[E]>, 'id' | 'rank' | 'slot' | 'at'> & { id?: string; rank?: number } & (E extends 'checkIn' ? { at?: string } : unknown)

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
  return z.strictObject({ ...set.shape, revision: revisionSchema.describe('the revision at which you read the record') }) as unknown as z.ZodType<Patch<E> & { revision: number }>
}

const deleteQuery = z.strictObject({
  carry: z.enum(['true', 'false']).default('false').describe('true: delete also what hangs on it; see delete-preview'),
})

/** The six calls of a resource: list, one, create, change, delete, and what a delete would carry. */
export function resource<const E extends ResourceEntity>({ entity, path, one, many, description, example }: ResourceDefinition<E>) {
  const word = entityWords[entity]
  const record = recordSchema(entity, one)
  const [list, single] = [`/networks/{network}/${path}`, `/networks/{network}/${path}/{id}`]
  const written = committedSchema.extend({ item: record })
  const tag = many[0]?.toUpperCase() + many.slice(1)
  return {
    entity,
    tag,
    description,
    list: operation({ id: `list${one}s`, method: 'GET', path: list, summary: `List ${many}`, tag, params: networkParams, query: listQuery(entity), answer: pageOf(record), errors: ['NOT_FOUND', 'VALIDATION'] }),
    get: operation({ id: `get${one}`, method: 'GET', path: single, summary: `Read one ${word}`, tag, params: recordParams(entity), answer: z.object({ revision: revisionSchema, item: record }), errors: ['NOT_FOUND', 'VALIDATION'] }),
    create: operation({ id: `create${one}`, method: 'POST', path: list, summary: `Add a ${word}`, tag, params: networkParams, body: creationSchema(entity), answer: written, status: 201, errors: [...writeErrors, 'NOT_FOUND', 'UNKNOWN_REFERENCE', 'ID_TAKEN'], example: { body: example } }),
    update: operation({ id: `update${one}`, method: 'PATCH', path: single, summary: `Change some fields of a ${word}`, description: 'Only the fields that are given change. Refused with both values where one of them was changed after `revision`.', tag, params: recordParams(entity), body: patchBody(entity), answer: written, errors: [...writeErrors, 'NOT_FOUND', 'UNKNOWN_REFERENCE', 'STALE_EDIT'] }),
    remove: operation({ id: `delete${one}`, method: 'DELETE', path: single, summary: `Delete a ${word}`, description: 'Refused with the list of what goes with it, unless `carry` is true. It can be undone.', tag, params: recordParams(entity), query: deleteQuery, answer: committedSchema, errors: ['NOT_FOUND', 'CROSS_SITE', 'KEY_REUSED', 'VALIDATION', 'DELETE_CARRIES_OTHERS'] }),
    preview: operation({ id: `previewDelete${one}`, method: 'GET', path: `${single}/delete-preview`, summary: `What goes with a ${word}`, tag, params: recordParams(entity), answer: deletePreviewSchema, errors: ['NOT_FOUND', 'VALIDATION'] }),
  } as const
}

export type Resource = ReturnType<typeof resource<ResourceEntity>>
