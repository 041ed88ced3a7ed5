import type { Moment } from '../moment.ts'

/** A day on which something changed; `revision` is the last of that day. */
export type ChangedDay = { readonly day: string; readonly changeSets: number; readonly changes: number; readonly revision: number }

/** When a network changed: its first and last change, and how much on which day, oldest first. */
export type Days = { readonly first: string; readonly last: string; readonly days: readonly ChangedDay[] }

export type Present = { readonly today: string; readonly revision: number }

/** Where a moment lies: now, at a revision of the past, before everything, or not known before the days are. */
export type Place =
  | { readonly step: 'now' }
  | { readonly step: 'unknown' }
  | { readonly step: 'before'; readonly firstDay: string }
  | { readonly step: 'past'; readonly revision: number; readonly day: string | null }

/** The last day up to a day on which something changed. Cost O(log days). */
export function changedDayUpTo(days: readonly ChangedDay[], day: string): ChangedDay | null {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle]?.day ?? '') <= day) low = middle + 1
    else high = middle
  }
  return days[low - 1] ?? null
}

/** The day on which a revision was written; the last one known where it is later. Cost O(log days). */
export function dayOfRevision(days: readonly ChangedDay[], revision: number): string | null {
  let [low, high] = [0, days.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle]?.revision ?? 0) >= revision) high = middle
    else low = middle + 1
  }
  return days[low]?.day ?? null
}

/**
 * Where a moment lies. Days before today are over, so the revision that each ended with never changes; a revision that is the last one, or
 * that the network has not reached, is now.
 */
export function placeOf(moment: Moment | null, days: Days | null, present: Present): Place {
  if (moment === null) return { step: 'now' }
  if (moment.kind === 'revision') {
    if (moment.revision >= present.revision) return { step: 'now' }
    return { step: 'past', revision: moment.revision, day: null }
  }
  if (moment.day >= present.today) return { step: 'now' }
  if (days === null) return { step: 'unknown' }
  const found = changedDayUpTo(days.days, moment.day)
  if (!found) return { step: 'before', firstDay: days.days[0]?.day ?? present.today }
  return { step: 'past', revision: found.revision, day: moment.day }
}

/** The revisions with which the changed days around a revision ended: the nearest first, those before and after in turns. */
export function revisionsAround(days: readonly ChangedDay[], revision: number, count: number): number[] {
  const before = days.filter((each) => each.revision < revision).slice(-count)
  const after = days.filter((each) => each.revision > revision).slice(0, count)
  return Array.from({ length: count }, (_, at) => [before.at(-1 - at), after[at]])
    .flat()
    .flatMap((each) => each?.revision ?? [])
}
