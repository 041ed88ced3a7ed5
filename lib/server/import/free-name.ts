import type { Store } from '../store-contract.ts'

export type Renamed = { readonly field: 'id' | 'slug'; readonly from: string; readonly to: string }

/** The slug that a name suggests: lower-case letters, digits and hyphens; null where nothing is left. */
export function slugOf(name: string): string | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? null : slug
}

/** The text itself if nobody has it, else with the lowest number that makes it free. */
export function firstFree(text: string, isTaken: (text: string) => boolean): string {
  if (!isTaken(text)) return text
  let number = 2
  while (isTaken(`${text}-${number}`)) number += 1
  return `${text}-${number}`
}

/** Whether an address leads to a network of this server already: ids and slugs share one namespace, because both stand in addresses. */
export async function takenAddresses(store: Store): Promise<(text: string) => boolean> {
  const taken = new Set((await store.networks()).flatMap(({ id, slug }) => (slug === null ? [id] : [id, slug])))
  return (text) => taken.has(text)
}
