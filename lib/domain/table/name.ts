/** Two names that differ in case, accents or signs only are one: `New clients` and `new-clients`. Cost O(length). */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim() || name
}

/**
 * An id that can be read, made of a name: `node_new-clients`; with a number where it is taken.
 *
 * @param taken gets the new id
 * Cost O(1) but for names that are taken often.
 */
export function uniqueId(prefix: string, name: string, taken: Set<string>): string {
  const slug = clip(nameKey(name).replaceAll(/[^\p{L}\p{N}]+/gu, '-'), 60)
  let id = `${prefix}_${slug}`
  for (let number = 2; taken.has(id); number += 1) id = `${prefix}_${slug}-${number}`
  taken.add(id)
  return id
}

/** The beginning of a text, never ending in half a sign. Cost O(length). */
export function clip(text: string, length = 500): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
