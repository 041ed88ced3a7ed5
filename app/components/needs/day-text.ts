import type { QuickAddContext } from '../../../lib/domain/quick-add/draft.ts'
import { findDue, readDay } from '../../../lib/domain/quick-add/due.ts'
import { shortDay } from '../graph/words.ts'

/** A day as it is written into a field: “17 Mar”, or the whole date where the short one would be read as another day. */
export function dayText(day: string | null, context: QuickAddContext): string {
  if (day === null) return ''
  const short = shortDay(day, context.today)
  return readDay(short, context) === day ? short : day
}

const weekdayForm = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A day in full, with its weekday: “Tue, 17 Mar 2027”. */
export function fullDay(day: string): string {
  return weekdayForm.format(new Date(`${day}T00:00:00Z`))
}

/** What was typed, and the day that it ends with, if it does: “SSO live by fri” is “SSO live” and Friday. */
export function splitDay(text: string, context: QuickAddContext): { readonly what: string; readonly day: string | null } {
  const found = findDue(text, context)
  if (!found) return { what: text.trim(), day: null }
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`.replace(/\s+/g, ' ').trim()
  return { what: rest, day: found.says.dueOn ?? null }
}
