import { selectionKindOf, selectionOf } from '../../../lib/client/view.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'
import { daysBetween } from '../../../lib/domain/time.ts'

const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const longDayYear = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day as a heading: “Today, Sunday 22 November”; with the year where it is another one. */
export function dayHeading(day: string, today: string): string {
  const form = day.slice(0, 4) === today.slice(0, 4) ? longDay : longDayYear
  const text = form.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
  const ago = daysBetween(day, today)
  return ago === 0 ? `Today, ${text}` : ago === 1 ? `Yesterday, ${text}` : text
}

/** Reads the time of day of instants in the network's time zone: “09:05”. */
export function timeReader(timeZone: string | null): (at: string) => string {
  const form = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: timeZone ?? 'UTC' })
  return (at) => form.format(new Date(at))
}

/** How a record is selected in an address; null for a kind that has no panel of its own. */
export function selectionFor(entity: EntityName, id: string): string | null {
  const kind = selectionKindOf(entity)
  return kind ? selectionOf(kind, id) : null
}

/** How the address names the revision of a moment: `r12`. */
export function momentOf(revision: number): string {
  return `r${revision}`
}

/** Reads `r12`; null where it is no revision. */
export function revisionIn(text: string | null): number | null {
  const match = /^r([1-9]\d{0,14})$/.exec(text ?? '')
  return match ? Number(match[1]) : null
}

/** The map as it was at a revision, with a record selected where there is one. */
export function mapAt(slug: string, revision: number, selection: string | null): string {
  return `/${slug}/map?at=${momentOf(revision)}${selection ? `&sel=${encodeURIComponent(selection)}` : ''}`
}

/** The map with what has changed from one moment to another; to now where there is no second. */
export function mapFrom(slug: string, from: string, to: string | null = null): string {
  return `/${slug}/map?from=${from}${to === null ? '' : `&at=${to}`}`
}
