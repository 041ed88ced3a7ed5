import { foldedName } from '../quick-add/name-forms.ts'
import type { ParsedLine } from './line.ts'
import type { LinePerson } from './line-owner.ts'

const oneWord = /^\p{L}[\p{L}\p{M}\p{N}]*$/u

function beginsAnother({ id, name }: LinePerson, people: readonly LinePerson[]): boolean {
  return people.some((other) => other.id !== id && foldedName(other.name).startsWith(foldedName(name)))
}

/**
 * How a line names a person, so that it is read as this person whatever words follow: `@Ana`, and in quotation marks where the name has
 * several words or is the beginning of another one.
 *
 * Cost O(people). Spec: WA67.
 */
export function writtenName(person: LinePerson, people: readonly LinePerson[]): string {
  const name = person.name.replaceAll(/\s+/g, ' ').trim()
  return oneWord.test(name) && !beginsAnother(person, people) ? `@${name}` : `@"${name.replaceAll('"', '”')}"`
}

/**
 * An entry as a line that is read as this entry again, to be corrected: `@"Ana López" ask the auditors by 2027-03-12`.
 *
 * @param people everybody of the network; an owner who is not among them is left out
 * Cost O(people + length). Spec: WA67.
 */
export function writtenLine({ text, ownerId, dueOn }: Pick<ParsedLine, 'text' | 'ownerId' | 'dueOn'>, people: readonly LinePerson[]): string {
  const owner = people.find(({ id }) => id === ownerId)
  return [...(owner ? [writtenName(owner, people)] : []), text, ...(dueOn === null ? [] : [`by ${dueOn}`])].join(' ')
}
