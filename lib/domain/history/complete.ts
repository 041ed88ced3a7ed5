import type { Change } from '../change.ts'
import { entitySchemas } from '../entity.ts'
import { type EntityName, entityNames } from '../ids.ts'

type Plain = Readonly<Record<string, unknown>>

function defaultsOf(entity: EntityName): readonly (readonly [string, unknown])[] {
  return Object.entries(entitySchemas[entity].shape).flatMap(([field, schema]) => {
    const parsed = schema.safeParse(undefined)
    return parsed.success ? [[field, parsed.data] as const] : []
  })
}

const defaults = new Map(entityNames.map((entity) => [entity, defaultsOf(entity)]))

/**
 * A record that an older program wrote, with the fields that exist since then.
 *
 * @returns the record itself where none is missing
 * Cost O(fields). Spec: HI19.
 */
export function completed(entity: EntityName, record: Plain): Plain {
  const missing = defaults.get(entity)?.filter(([field]) => !(field in record)) ?? []
  return missing.length === 0 ? record : { ...record, ...Object.fromEntries(missing) }
}

/** A change of the log with whole records completed. Cost O(fields). Spec: HI19. */
export function completedChange(change: Change): Change {
  const { entity, before, after } = change
  if (before !== null && after !== null) return change
  return { ...change, before: before && completed(entity, before), after: after && completed(entity, after) }
}
