import type { Day, HistoryEntry } from '../../../components/history/types.ts'

/** One line of the list: the heading of a day, or a change. */
export type Line =
  | { readonly type: 'day'; readonly day: string; readonly count: number; readonly isWhole: boolean }
  | { readonly type: 'entry'; readonly entry: HistoryEntry }

type Around = {
  readonly dayOf: (at: string) => string
  /** the true length of each day, where nothing narrows the list within a day */
  readonly totals: ReadonlyMap<string, number> | null
  /** whether older changes are not read yet */
  readonly hasMore: boolean
}

/**
 * The changes by day, newest first. The count of a day is that of the whole day where it is known; where the day reaches on below what is
 * read, it is said to be not whole.
 */
export function linesOf(entries: readonly HistoryEntry[], { dayOf, totals, hasMore }: Around): Line[] {
  const byDay = Map.groupBy(entries, ({ at }) => dayOf(at))
  const days = [...byDay]
  return days.flatMap(([day, own], index): Line[] => {
    const isOpen = hasMore && index === days.length - 1
    const total = totals?.get(day)
    const count = total === undefined ? own.length : Math.max(total, own.length)
    return [{ type: 'day', day, count, isWhole: total !== undefined || !isOpen }, ...own.map((entry) => ({ type: 'entry' as const, entry }))]
  })
}

/** The totals of days as they are looked up. */
export function totalsOf(days: readonly Day[]): ReadonlyMap<string, number> {
  return new Map(days.map(({ day, changeSets }) => [day, changeSets]))
}

/** The revisions of the changes of a list, in its order. */
export function revisionsIn(lines: readonly Line[]): number[] {
  return lines.flatMap((line) => (line.type === 'entry' ? [line.entry.revision] : []))
}
