import { v7 } from 'uuid'
import { type EntityName, type Id, newId } from '../domain/ids.ts'

/** The id of a record that is about to be made here. The optimistic copy and the stored record share it. */
export function freshId<E extends EntityName>(entity: E): Id<E> {
  return newId(entity, v7())
}
