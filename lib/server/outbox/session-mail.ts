import type { Ritual } from '../../domain/entity.ts'
import { actorName } from '../../domain/notify/names.ts'
import { dayText } from '../../domain/promise/day-words.ts'
import { toHtml } from '../../domain/ritual/output/html.ts'
import { type CalendarRendering, toIcs } from '../../domain/ritual/output/ics.ts'
import type { RitualOutput } from '../../domain/ritual/output/output.ts'
import { ownCalendar } from '../../domain/ritual/output/own-calendar.ts'
import { plainLine } from '../../domain/ritual/output/plain.ts'
import { sessionIcs } from '../../domain/ritual/output/session-ics.ts'
import { toText } from '../../domain/ritual/output/text.ts'
import { sessionPath } from '../../domain/ritual/session-path.ts'
import { find, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn, formatInstant } from '../../domain/time.ts'
import type { Message } from '../mail/mail.ts'
import { readOutput } from '../room/read-output.ts'
import { linkTo } from './deliver.ts'
import type { Outbox } from './outbox.ts'

/** A mail of its own that is due, and whom it goes to. */
export type DueMail = {
  readonly networkId: string
  readonly id: string
  readonly personId: string
  readonly kind: string
  readonly subjectId: string
  readonly revision: number
  readonly actor: string
  readonly name: string
  readonly email: string
}

type Making = { readonly outbox: Outbox; readonly due: DueMail; readonly snapshot: Snapshot; readonly ritual: Ritual; readonly now: string }

function renderingOf({ outbox, due, snapshot, ritual }: Making): CalendarRendering {
  return {
    networkId: due.networkId,
    nameOf: (id) => find(snapshot, 'person', id)?.name,
    link: linkTo(outbox.baseUrl, snapshot, sessionPath(ritual)),
    sequence: due.revision,
    footer: {
      text: `You get this mail as a member of “${plainLine(networkOf(snapshot).name)}”.`,
      link: linkTo(outbox.baseUrl, snapshot, 'settings/digest'),
    },
  }
}

/** “11 Feb 2027, 09:00 (Europe/Berlin)”: the clock of the network, as no mail knows that of its reader. */
function whenText(snapshot: Snapshot, startsAt: string): string {
  const zone = networkOf(snapshot).timeZone ?? 'UTC'
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(startsAt))
  return `${dayText(dayIn(zone, startsAt), '')}, ${clock} (${zone})`
}

function callOf(making: Making, startsAt: string): Message | null {
  const { outbox, due, snapshot, ritual, now } = making
  if (!outbox.mail) return null
  const isOff = due.kind === 'session.cancelled'
  const [actor, title, when] = [plainLine(actorName(snapshot, due.actor)), plainLine(ritual.title), whenText(snapshot, startsAt)]
  const lead = isOff ? `${actor} called “${title}” off. It was to begin on ${when}.` : `${actor} invites you to “${title}” on ${when}.`
  const output: RitualOutput = {
    kind: ritual.kind,
    title,
    day: dayIn(networkOf(snapshot).timeZone, startsAt),
    lead,
    facts: [],
    sections: [],
    calendar: [],
  }
  const rendering = renderingOf(making)
  const content = sessionIcs(
    { id: ritual.id, networkId: due.networkId, kind: ritual.kind, title, startsAt, text: lead, link: rendering.link ?? null },
    {
      method: isOff ? 'CANCEL' : 'REQUEST',
      sequence: due.revision,
      now,
      organizer: { name: `${actor} by ${outbox.mail.from.name}`, address: outbox.mail.from.address },
      attendee: { name: due.name, address: due.email },
    },
  )
  return {
    to: due.email,
    subject: isOff ? `Called off: ${title}` : `${title}, ${when}`,
    text: toText(output, rendering),
    html: toHtml(output, rendering),
    calendar: { method: isOff ? 'CANCEL' : 'REQUEST', content },
  }
}

async function minutesOf(making: Making): Promise<Message> {
  const { outbox, due, snapshot, ritual, now } = making
  const output = await readOutput({ store: outbox.store, networkId: due.networkId, snapshot }, ritual, now)
  const rendering = renderingOf(making)
  const own = ownCalendar(snapshot, due.personId, output)
  return {
    to: due.email,
    subject: `${plainLine(ritual.title)}: what it left`,
    text: toText(output, rendering),
    html: toHtml(output, rendering),
    ...(own.length > 0 && { calendar: { method: 'PUBLISH', content: toIcs({ ...output, calendar: own }, rendering) } }),
  }
}

/** The mail about a session as it is now; null where nothing is left to say: it was called off since, or is gone. */
export async function sessionMail(outbox: Outbox, due: DueMail, now: Date): Promise<Message | null> {
  const snapshot = await outbox.store.read(due.networkId)
  const ritual = find(snapshot, 'ritual', due.subjectId)
  if (!ritual || !find(snapshot, 'person', due.personId)) return null
  const making = { outbox, due, snapshot, ritual, now: formatInstant(now.getTime()) }
  if (due.kind === 'minutes.published') return ritual.state === 'closed' ? minutesOf(making) : null
  const isOff = due.kind === 'session.cancelled'
  if (ritual.startsAt === null || ritual.state !== (isOff ? 'cancelled' : 'open')) return null
  return callOf(making, ritual.startsAt)
}
