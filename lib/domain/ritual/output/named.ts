import { fillNames } from '../../people/named-text.ts'
import { dayText } from '../../promise/day-words.ts'
import type { OutputEntry, OutputSection, RitualOutput } from './output.ts'
import { plainLine } from './plain.ts'

/** What a form is filled with when it is read. */
export type Rendering = {
  /** the name of a person; where there is none, the text says “somebody” */
  readonly nameOf: (personId: string) => string | null | undefined
  /** the whole address of the ritual; null or absent where the server does not know its own */
  readonly link?: string | null
  /** grows with each change, so that a calendar knows the later one; absent: nothing changes */
  readonly sequence?: number
  /** why a mail came, and where that can be changed */
  readonly footer?: { readonly text: string; readonly link: string | null }
}

/** An entry with its names: one line of plain text in parts, and the record that it is about. */
export type NamedEntry = {
  readonly mark: string
  readonly text: string
  /** “on “SSO for all clinics””; empty where the text says it, or where it is about nothing */
  readonly on: string
  /** who does it, by when */
  readonly tail: string
  readonly about: OutputEntry['about']
}

/** What stands in brackets behind the text of an entry: what it is on, who does it, by when. Cost O(length). Spec: MN16. */
export function asideOf({ on, tail }: Pick<NamedEntry, 'on' | 'tail'>): string {
  return [on, tail].filter((each) => each !== '').join(', ')
}

export type NamedSection = {
  /** stable within the output */
  readonly id: string
  readonly title: string
  readonly note: string
  readonly entries: readonly NamedEntry[]
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
}

export type NamedOutput = {
  readonly title: string
  readonly day: string
  readonly lead: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly NamedSection[]
  readonly calendar: RitualOutput['calendar']
}

type Fill = (text: string) => string

function tailOf({ owner, due }: OutputEntry, day: string, nameOf: (id: string) => string): string {
  const who = owner === undefined ? [] : [owner === null ? 'nobody yet' : nameOf(owner)]
  const when = due === undefined ? [] : [due === null ? 'no date yet' : `by ${dayText(due, day)}`]
  return [...who, ...when].join(', ')
}

function namedSection({ id, title, note, entries, table }: OutputSection, fill: Fill, tailFor: (entry: OutputEntry) => string): NamedSection {
  return {
    id,
    title: fill(title),
    note: fill(note ?? ''),
    entries: (entries ?? []).map((entry) => ({
      mark: fill(entry.mark ?? ''),
      text: fill(entry.text),
      on: entry.on === undefined ? '' : `on “${fill(entry.on)}”`,
      tail: tailFor(entry),
      about: entry.about ?? null,
    })),
    table: table && table.rows.length > 0 ? { columns: table.columns.map(fill), rows: table.rows.map((row) => row.map(fill)) } : null,
  }
}

/**
 * An output with the names of people in it, every text one plain line. Sections that say nothing are left out.
 *
 * Cost O(length). Spec: MN10, MN11.
 */
export function withNames(output: RitualOutput, { nameOf }: Rendering): NamedOutput {
  const known = (id: string) => plainLine(nameOf(id) ?? '') || 'somebody'
  const fill: Fill = (text) => plainLine(fillNames(text, known))
  const tailFor = (entry: OutputEntry) => tailOf(entry, output.day, known)
  const sections = output.sections.map((section) => namedSection(section, fill, tailFor))
  return {
    title: fill(output.title),
    day: output.day,
    lead: fill(output.lead),
    facts: output.facts.map(({ label, value }) => ({ label: fill(label), value: fill(value) })),
    sections: sections.filter(({ note, entries, table }) => note !== '' || entries.length > 0 || table !== null),
    calendar: output.calendar.map((entry) => ({ ...entry, title: fill(entry.title), text: fillNames(entry.text, known) })),
  }
}

/**
 * An output with the names of people in its texts, every text one plain line; who does what stays an id.
 *
 * Cost O(length). Spec: MN10, MN11.
 */
export function filledOutput(output: RitualOutput, { nameOf }: Pick<Rendering, 'nameOf'>): RitualOutput {
  const fill: Fill = (text) => plainLine(fillNames(text, (id) => plainLine(nameOf(id) ?? '') || 'somebody'))
  return {
    ...output,
    title: fill(output.title),
    lead: fill(output.lead),
    facts: output.facts.map(({ label, value }) => ({ label: fill(label), value: fill(value) })),
    sections: output.sections.map(({ title, note, entries, table, ...rest }) => ({
      ...rest,
      title: fill(title),
      ...(note === undefined ? {} : { note: fill(note) }),
      ...(entries
        ? {
            entries: entries.map(({ text, mark, on, ...entry }) => ({
              ...entry,
              text: fill(text),
              ...(mark ? { mark: fill(mark) } : {}),
              ...(on ? { on: fill(on) } : {}),
            })),
          }
        : {}),
      ...(table ? { table: { columns: table.columns.map(fill), rows: table.rows.map((row) => row.map(fill)) } } : {}),
    })),
    calendar: output.calendar.map((entry) => ({ ...entry, title: fill(entry.title), text: fill(entry.text) })),
  }
}
