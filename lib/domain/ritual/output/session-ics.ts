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

/** Who asks whom, and in which order what was sent about the session counts. */
export type Calling = {
  readonly method: 'REQUEST' | 'CANCEL'
  /** grows with each change; the last one counts */
  readonly sequence: number
  /** the instant at which it is sent */
  readonly now: string
  readonly organizer: Mailbox
  readonly attendee: Mailbox
}

/** How long people keep free: nobody has said when a session ends. */
const minutesOf: Readonly<Record<RitualKind, number>> = { plan: 180, walk: 30, check: 15, coffee: 15 }

function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** A name as a quoted parameter, which can hold neither quotes nor control signs (RFC 5545, section 3.2). */
function person(property: string, parameters: string, { name, address }: Mailbox): string {
  const quoted = plainLine(name).replaceAll('"', '’')
  return `${property};CN="${quoted === '' ? address : quoted}"${parameters}:mailto:${address}`
}

/**
 * An invitation to a session, its change or its end, as an iCalendar file that calendars of several makers put in place by themselves:
 * the id of the session is that of the event, and a later sequence replaces an earlier one.
 *
 * @returns lines end with CR LF
 * Cost O(length). Source: RFC 5545, RFC 5546 section 3.2. Spec: MN27.
 */
export function sessionIcs(
  { id, networkId, kind, title, startsAt, text, link }: SessionDate,
  { method, sequence, now, organizer, attendee }: Calling,
): string {
  const startMs = Date.parse(startsAt)
  return icsFile(method, [
    'BEGIN:VEVENT',
    `UID:${calendarUid(id, networkId)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(Date.parse(now))}`,
    `DTSTART:${utc(startMs)}`,
    `DTEND:${utc(startMs + minutesOf[kind] * 60_000)}`,
    `SUMMARY:${icsText(title)}`,
    `DESCRIPTION:${icsText(link === null ? text : `${text}\n${link}`)}`,
    ...(link === null ? [] : [`URL:${link}`]),
    person('ORGANIZER', '', organizer),
    person('ATTENDEE', ';ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE', attendee),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ])
}
