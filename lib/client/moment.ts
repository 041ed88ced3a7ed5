import { isCalendarDay } from '../domain/time.ts'

/** A moment of a network: the end of a day in its time zone, or a revision. */
export type Moment = { readonly kind: 'day'; readonly day: string } | { readonly kind: 'revision'; readonly revision: number }

/** Reads a moment as it stands in the URL, `2026-10-01` or `r1204`; null where it is neither. */
export function parseMoment(text: string | null): Moment | null {
  if (text === null) return null
  if (isCalendarDay(text)) return { kind: 'day', day: text }
  const digits = /^r([1-9]\d{0,15})$/.exec(text)?.[1]
  const revision = Number(digits)
  return Number.isSafeInteger(revision) ? { kind: 'revision', revision } : null
}

/** Writes a moment as it stands in the URL. `parseMoment(writeMoment(m))` is `m`. */
export function writeMoment(moment: Moment): string {
  return moment.kind === 'day' ? moment.day : `r${moment.revision}`
}

const dayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const numberForm = new Intl.NumberFormat('en')

/** A day in full: “1 October 2026”. */
export function dayWords(day: string): string {
  return dayForm.format(new Date(`${day}T00:00:00Z`))
}

export function revisionWords(revision: number): string {
  return `revision ${numberForm.format(revision)}`
}

/** A moment as people call it: “1 October 2026”, “revision 1,204”. */
export function momentWords(moment: Moment): string {
  return moment.kind === 'day' ? dayWords(moment.day) : revisionWords(moment.revision)
}
