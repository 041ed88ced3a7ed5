import { type Change, diff } from '../change.ts'
import type { Person } from '../entity.ts'
import { isPseudonym } from './pseudonym.ts'

/** Whether nothing of a person is left but a pseudonym. Cost O(1). */
export function isErased({ name, email }: Pick<Person, 'name' | 'email'>): boolean {
  return isPseudonym(name) && email === null
}

/**
 * Takes name and address from a person; all that hangs on the person stays.
 *
 * @returns null where nothing of them is left
 * Cost O(1). Spec: PV10.
 */
export function eraseIdentity(person: Person, pseudonym: string): Change | null {
  return diff('person', person, { ...person, name: pseudonym, email: null, isPlaceholder: false })
}
