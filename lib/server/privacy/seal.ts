import type { Change } from '../../domain/change.ts'
import { nameless } from '../../domain/people/pseudonym.ts'

/** The fields of a person that the log must not hold. */
export const personalFields = ['name', 'email'] as const
type PersonalField = (typeof personalFields)[number]

/** What stands in the log instead of a personal value: the number of the value in the vault. */
type Sealed = { readonly personal: string }

/** One value in the vault. */
export type PersonalValue = { readonly id: string; readonly personId: string; readonly field: string; readonly value: string }

type Fields = NonNullable<Change['after']>

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'personal') === 'string'
}

/** What an erased value reads as: a name that tells nothing, no address. */
function lost(field: PersonalField): string | null {
  return field === 'name' ? nameless : null
}

function mapPersonal(fields: Change['after'], map: (field: PersonalField, value: unknown) => unknown): Change['after'] {
  if (fields === null) return null
  const held = personalFields.filter((field) => field in fields)
  return held.length === 0 ? fields : { ...fields, ...Object.fromEntries(held.map((field) => [field, map(field, fields[field])])) }
}

function mapChange(change: Change, map: (field: PersonalField, value: unknown) => unknown): Change {
  if (change.entity !== 'person') return change
  return { ...change, before: mapPersonal(change.before, map), after: mapPersonal(change.after, map) }
}

/**
 * Takes names and addresses of people out of changes, before they are written to the log.
 *
 * @param setId id of the change set; the values are numbered after it
 * @returns the changes with numbers in their place, and the values
 */
export function sealChanges(
  changes: readonly Change[],
  setId: string,
): { readonly changes: readonly Change[]; readonly values: readonly PersonalValue[] } {
  const values = new Map<string, PersonalValue>()
  const sealOf = (personId: string) => (field: PersonalField, value: unknown) => {
    if (typeof value !== 'string') return value
    const key = JSON.stringify([personId, field, value])
    const known = values.get(key) ?? { id: `${setId}.${String(values.size + 1).padStart(6, '0')}`, personId, field, value }
    values.set(key, known)
    return { personal: known.id }
  }
  const sealed = changes.map((change) => mapChange(change, sealOf(change.id)))
  return { changes: sealed, values: [...values.values()] }
}

function numbersIn({ entity, before, after }: Change): string[] {
  if (entity !== 'person') return []
  const sides: readonly Fields[] = [before, after].filter((side) => side !== null)
  return sides.flatMap((side) => personalFields.map((field) => side[field])).flatMap((value) => (isSealed(value) ? [value.personal] : []))
}

/** The numbers of the values that changes of the log are without. */
export function sealedIn(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap(numbersIn))]
}

/** Puts values back into changes of the log. Where one was erased, a name that tells nothing stands. */
export function unsealChanges(changes: readonly Change[], values: ReadonlyMap<string, string>): readonly Change[] {
  return changes.map((change) => mapChange(change, (field, value) => (isSealed(value) ? (values.get(value.personal) ?? lost(field)) : value)))
}
