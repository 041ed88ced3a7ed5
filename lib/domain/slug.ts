/**
 * The address that a name suggests: lower-case letters, digits and hyphens; null where nothing is left of the name.
 *
 * Cost O(length).
 */
export function slugOf(name: string): string | null {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? null : slug
}
