/** A person in a text that the log keeps: the name is put in when it is read, so that a person can be erased while the log stays. */
const token = /\{person:([^{}]{1,200})\}/g

/**
 * How a text of the log names a person.
 *
 * Cost O(length of the id). Spec: PV4.
 */
export function personToken(personId: string): string {
  return /[{}]/.test(personId) ? 'somebody' : `{person:${personId}}`
}

/** Whether a text of the log names a person. Cost O(length). */
export function namesSomebody(text: string): boolean {
  return text.search(token) >= 0
}

/**
 * A text of the log as it is read.
 *
 * @param nameOf the name of a person; where there is none, the text stays as it is there
 * Cost O(length). Spec: PV4.
 */
export function fillNames(text: string, nameOf: (personId: string) => string | null | undefined): string {
  return text.replace(token, (whole, id: string) => nameOf(id) ?? whole)
}
