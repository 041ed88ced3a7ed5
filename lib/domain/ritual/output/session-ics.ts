import type { RitualKind } from '../../vocabulary.ts'
import { calendarUid, icsFile, icsText } from './ics.ts'
import { plainLine } from './plain.ts'

export type Mailbox = { readonly name: string; readonly address: string }

/** A session as a date in somebody's calendar. */
export type SessionDate = {
  readonly id: string
  readonly networkId: string
  readonly kind: RitualKind
  readonly title: string
  readonly startsAt: string
  readonly text: string
  /** the whole address of the session; null where the server does not know its own */
  readonly link: string | null
}

/** In which order what was written about the session counts. */
type Issue = {
  /** grows with each change; the last one counts */
  readonly sequence: number
  /** the instant at which it is written */
  readonly now: string
}

/** Who asks whom. */
export type Calling = Issue & {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly organizer: Mailbox
  readonly attendee: Mailbox
}

const minutesOf: Readonly<Record<RitualKind, number>> = { plan: 180, walk: 30, check: 15, coffee: 15 }

/** Until when people keep free, in milliseconds since 1970: nobody has said when a session ends. Cost O(1). Spec: MN27. */
export function endOfSession({ kind, startsAt }: Pick<SessionDate, 'kind' | 'startsAt'>): number {
  return Date.parse(startsAt) + minutesOf[kind] * 60_000
}

function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** A name as a quoted parameter, which can hold neither quotes nor control signs (RFC 5545, section 3.2). */
function person(property: string, parameters: string, { name, address }: Mailbox): string {
  const quoted = plainLine(name).replaceAll('"', '’')
  return `${property};CN="${quoted === '' ? address : quoted}"${parameters}:mailto:${address}`
}

/** The one event: the id of the session is that of the event, wherever the file was written. */
function eventOf(date: SessionDate, { sequence, now }: Issue, more: readonly string[]): string[] {
  const { id, networkId, title, startsAt, text, link } = date
  return [
    'BEGIN:VEVENT',
    `UID:${calendarUid(id, networkId)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(Date.parse(now))}`,
    `DTSTART:${utc(Date.parse(startsAt))}`,
    `DTEND:${utc(endOfSession(date))}`,
    `SUMMARY:${icsText(title)}`,
    `DESCRIPTION:${icsText(link === null ? text : `${text}\n${link}`)}`,
    ...(link === null ? [] : [`URL:${link}`]),
    ...more,
    'END:VEVENT',
  ]
}

/**
 * An invitation to a session, its change or its end, as an iCalendar file that calendars of several makers put in place by themselves:
 * the id of the session is that of the event, and a later sequence replaces an earlier one.
 *
 * @returns lines end with CR LF
 * Cost O(length). Source: RFC 5545, RFC 5546 section 3.2. Spec: MN27.
 */
export function sessionIcs(date: SessionDate, { method, organizer, attendee, ...issue }: Calling): string {
  const people = [person('ORGANIZER', '', organizer), person('ATTENDEE', ';ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE', attendee)]
  return icsFile(method, eventOf(date, issue, [...people, `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`]))
}

/**
 * The same session as a file that somebody puts into a calendar by hand: the same event at the same hours, that asks nobody.
 *
 * @returns lines end with CR LF
 * Cost O(length). Source: RFC 5545, RFC 5546 section 3.2.1. Spec: MN31.
 */
export function sessionFile(date: SessionDate, issue: Issue): string {
  return icsFile('PUBLISH', eventOf(date, issue, ['STATUS:CONFIRMED']))
}
