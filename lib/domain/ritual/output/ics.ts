import { addDays } from '../../time.ts'
import { type Rendering, withNames } from './named.ts'
import type { CalendarEntry, RitualOutput } from './output.ts'
import { plainLine, plainLines } from './plain.ts'

/** A text as a value of RFC 5545, section 3.3.11. Cost O(length). Spec: MN23. */
export function icsText(text: string): string {
  return plainLines(text)
    .join('\n')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

const octets = new TextEncoder()
const longestLine = 75

/** A line cut into pieces of at most 75 octets, never within a sign; each further piece begins with a space. Spec: MN23. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const sign of line) {
    const size = octets.encode(sign).length
    if (used + size > longestLine) {
      pieces.push(piece)
      piece = ' '
      used = 1
    }
    piece += sign
    used += size
  }
  return [...pieces, piece].join('\r\n')
}

/** What stands in a calendar, as a file whose lines end with CR LF. Cost O(length). Source: RFC 5545, section 3.4. Spec: MN23. */
export function icsFile(method: 'PUBLISH' | 'REQUEST' | 'CANCEL', inside: readonly string[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Weft//Weft//EN', 'CALSCALE:GREGORIAN', `METHOD:${method}`]
  return `${[...head, ...inside, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`
}

const compact = (day: string) => day.replaceAll('-', '')

/**
 * What a calendar knows an entry by: its id and that of its network, as two networks that began with the same document hold the same ids.
 *
 * Cost O(length). Spec: MN30.
 */
export function calendarUid(id: string, networkId: string): string {
  return icsText(plainLine(`${id}@${networkId}.weft`))
}

/** What a calendar is filled with: of which network it is, too. */
export type CalendarRendering = Rendering & { readonly networkId: string }

type Stamp = { readonly stamp: string; readonly sequence: number; readonly link: string | null; readonly networkId: string }

function eventLines({ id, on, title, text }: CalendarEntry, { stamp, sequence, link, networkId }: Stamp): string[] {
  const description = link === null ? text : `${text}\n${link}`
  return [
    'BEGIN:VEVENT',
    `UID:${calendarUid(id, networkId)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${icsText(title)}`,
    `DESCRIPTION:${icsText(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/**
 * The days of an output as an iCalendar file: one event for each day, all day long, that leaves people free. The stamp is the day of
 * the output, so that the same output is the same file; a later one has a higher sequence.
 *
 * @returns lines end with CR LF; without days a calendar that holds none
 * Cost O(length). Source: RFC 5545. Spec: MN23.
 */
export function toIcs(output: RitualOutput, rendering: CalendarRendering): string {
  const { title, day, calendar } = withNames(output, rendering)
  const stamp = `${compact(day)}T000000Z`
  const common = { stamp, sequence: rendering.sequence ?? 0, link: rendering.link ?? null, networkId: rendering.networkId }
  return icsFile('PUBLISH', [`X-WR-CALNAME:${icsText(title)}`, ...calendar.flatMap((entry) => eventLines(entry, common))])
}
