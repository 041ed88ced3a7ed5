import type { HistoryEntry } from '../../../components/history/types.ts'

/** The changes that are read so far, newest first. */
export type Pages = {
  readonly entries: readonly HistoryEntry[]
  /** where to read on; null where everything is read */
  readonly next: number | null
  /** newer ones that came while the list stood, and are not in it yet */
  readonly waiting: readonly HistoryEntry[]
}

export type Page = { readonly entries: readonly HistoryEntry[]; readonly next: number | null }

function topOf({ entries, waiting }: Pages): number {
  return (waiting[0] ?? entries[0])?.revision ?? 0
}

/** The list with older changes below it. */
export function withOlder(pages: Pages, { entries, next }: Page): Pages {
  const last = pages.entries.at(-1)?.revision ?? Number.POSITIVE_INFINITY
  return { ...pages, entries: [...pages.entries, ...entries.filter(({ revision }) => revision < last)], next }
}

/**
 * The list with the newest page beside it. What is new waits, so that nothing moves under who reads; where the page does not reach down to
 * what was known, more came than one page holds, and the list begins anew.
 */
export function withNewest(pages: Pages, page: Page): Pages {
  const top = topOf(pages)
  const fresh = page.entries.filter(({ revision }) => revision > top)
  if (fresh.length === 0) return pages
  const isGap = fresh.length === page.entries.length && page.next !== null && top > 0
  if (isGap) return { entries: page.entries, next: page.next, waiting: [] }
  return { ...pages, waiting: [...fresh, ...pages.waiting] }
}

/** The list with what waited on top. */
export function taken({ entries, waiting, next }: Pages): Pages {
  return { entries: [...waiting, ...entries], next, waiting: [] }
}
