/** First parts of addresses that the program uses itself: a network cannot have one of them. */
const reserved: ReadonlySet<string> = new Set(['api', 'welcome', 'join', 'healthz', 'readyz', 'metrics', 'icon', 'favicon', 'robots', 'sitemap'])

/** Whether a network may have this address: lower-case letters, digits and hyphens, and none that the program uses. Cost O(length). */
export function isSlug(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/.test(text) && !reserved.has(text)
}

/**
 * The address that a name suggests: lower-case letters, digits and hyphens; null where nothing is left of the name, or
 * where the program uses that address itself.
 *
 * Cost O(length).
 */
export function slugOf(name: string): string | null {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return isSlug(slug) ? slug : null
}
