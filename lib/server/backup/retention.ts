/** How many copies stay: the newest of each of the last days, weeks and months that have one. */
export type Keep = { readonly daily: number; readonly weekly: number; readonly monthly: number }

/** Reads `DAYS/WEEKS/MONTHS`, such as `7/4/6`; null where it is not written like that or keeps no day. */
export function keepOf(text: string): Keep | null {
  const [, daily = '', weekly = '', monthly = ''] = /^(\d{1,4})\/(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  return Number(daily) > 0 ? { daily: Number(daily), weekly: Number(weekly), monthly: Number(monthly) } : null
}

const dayMs = 86_400_000
/** 1 January 1970 was a Thursday: weeks begin on Monday. */
const daysBeforeMonday = 3

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / dayMs)
}

function weekOf(at: Date): number {
  return Math.floor((dayOf(at) + daysBeforeMonday) / 7)
}

function monthOf(at: Date): number {
  return at.getUTCFullYear() * 12 + at.getUTCMonth()
}

/** The newest of each of the last periods that have one. @param newestFirst instants of copies */
function newestOfEach(newestFirst: readonly Date[], periodOf: (at: Date) => number, most: number): Date[] {
  const newestByPeriod = new Map<number, Date>()
  for (const at of newestFirst) if (!newestByPeriod.has(periodOf(at))) newestByPeriod.set(periodOf(at), at)
  return [...newestByPeriod.values()].slice(0, most)
}

/** The instants of the copies that stay, by UTC; the newest is always among them. Pruning twice is pruning once. Cost O(n log n). */
export function keptOf(instants: readonly Date[], { daily, weekly, monthly }: Keep): Set<Date> {
  const newestFirst = instants.toSorted((a, b) => b.getTime() - a.getTime())
  return new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(newestFirst, dayOf, daily),
    ...newestOfEach(newestFirst, weekOf, weekly),
    ...newestOfEach(newestFirst, monthOf, monthly),
  ])
}
