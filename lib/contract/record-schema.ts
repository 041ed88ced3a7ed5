import { z } from 'zod'
import type { Patch } from '../domain/command/records.ts'
import { commands } from '../domain/command/registry.ts'
import { type EntityOf, entitySchemas } from '../domain/entity.ts'
import type { EntityName } from '../domain/ids.ts'
import { revisionSchema } from './change.ts'

/** A record as it is sent to be created. */
export type Creation<E extends EntityName> = Omit<z.input<(typeof entitySchemas)[E]>, 'id' | 'rank' | 'slot' | 'at'> & {
  id?: string
  rank?: number
} & (E extends 'checkIn' ? { at?: string } : unknown)

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
  const state = entity === 'dependency' && shape['state']?.default('draft').describe('draft, requested or offered; further only by moves')
  const own = { ...(id && { id }), ...(rank && { rank }), ...(at && { at }), ...(state && { state }) }
  return z.strictObject({ ...shape, ...own }) as unknown as z.ZodType<Creation<E>>
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
