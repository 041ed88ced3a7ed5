import type { Network, Person } from '../entity.ts'
import { firstDay, weekdayOf } from '../notify/digest-time.ts'
import { endOfMonth, weekdayNamed, weekdayPattern } from '../quick-add/calendar.ts'
import { findDue } from '../quick-add/due.ts'
import { personNamed } from '../quick-add/resolve.ts'
import { findOwner } from '../quick-add/tokens.ts'
import { addDays } from '../time.ts'

/** Somebody who may be named in a line. */
export type LinePerson = Pick<Person, 'id' | 'name' | 'email'>

export type LineContext = {
  readonly people: readonly LinePerson[]
  /** day where the network lives, `YYYY-MM-DD` */
  readonly today: string
  readonly weekStart: Network['weekStart']
}

/** A part of a line that was understood, to be shown and corrected: `line.slice(start, end)`, in UTF-16 units. */
export type LineChip =
  | {
      readonly kind: 'owner'
      readonly start: number
      readonly end: number
      /** null where several fit: the name stays in the text until one is chosen */
      readonly personId: string | null
      /** ids of the people who fit, in list order */
      readonly candidateIds: readonly string[]
    }
  | { readonly kind: 'due'; readonly start: number; readonly end: number; readonly dueOn: string }

export type ParsedLine = {
  /** what is left to do, in the words of the line */
  readonly text: string
  readonly ownerId: string | null
  readonly dueOn: string | null
  /** in the order of the line; they do not overlap */
  readonly chips: readonly LineChip[]
}

type Part = { readonly start: number; readonly end: number }
type Due = Part & { readonly dueOn: string }
type When = { readonly pattern: string; readonly read: (today: string, weekday: string, monday: string) => string }

const friday = 4

/** The last working day of the week that begins with a day: the Friday in it. */
function fridayOf(weekStartsOn: string): string {
  return addDays(weekStartsOn, (friday - weekdayOf(weekStartsOn) + 7) % 7)
}

function endOfWeek(today: string, weekStartsOn: string): string {
  const end = fridayOf(weekStartsOn)
  return end >= today ? end : fridayOf(addDays(weekStartsOn, 7))
}

/** Words for days that a meeting uses. Those that are ambiguous in a title are read at the end of a line only, or behind “by”. */
const words: readonly When[] = [
  { pattern: 'today|tonight|eod|end\\s+of\\s+(?:the\\s+)?day', read: (today) => today },
  { pattern: 'tomorrow', read: (today) => addDays(today, 1) },
  { pattern: 'next\\s+week', read: (_, __, start) => fridayOf(addDays(start, 7)) },
  { pattern: 'this\\s+week|eow|(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?week', read: (today, _, start) => endOfWeek(today, start) },
  { pattern: 'eom', read: (today) => endOfMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7))) },
  { pattern: `next\\s+(?<weekday>${weekdayPattern})`, read: (today, weekday) => weekdayNamed(today, weekday, true) },
]

const introduction = '(?:due(?:\\s+(?:by|on))?|by|until|till|before|on)\\s+'
const introduced = words.map(({ pattern }) => new RegExp(`(?<![\\p{L}\\p{N}])${introduction}(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'))
const atTheEnd = words.map(({ pattern }) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?=[\\s.!]*$)`, 'iu'))

function dueInWords(rest: string, { today, weekStart }: LineContext): Due | null {
  const weekStartsOn = addDays(today, -((weekdayOf(today) - firstDay(weekStart) + 7) % 7))
  for (const patterns of [introduced, atTheEnd])
    for (const [at, pattern] of patterns.entries()) {
      const match = pattern.exec(rest)
      const dueOn = match && words[at]?.read(today, match.groups?.['weekday'] ?? '', weekStartsOn)
      if (match && dueOn) return { start: match.index, end: match.index + match[0].length, dueOn }
    }
  return null
}

/** “Move the launch to 3 March” speaks of a day and is not due on it; “hand it to @lee” speaks of a person who does not do it. */
const speaksOf = /(?<!\p{L})(?:to|for|from|with|since|at|of|than|after|between|and)\s+$/iu

function ownerIn(line: string, { today }: LineContext): ReturnType<typeof findOwner> {
  const found = findOwner(line, { today, cycle: null, fiscalYearStartMonth: null })
  return found && !speaksOf.test(line.slice(0, found.start)) ? found : null
}

function dueIn(rest: string, context: LineContext): Due | null {
  const { start = 0, end = 0, says } = findDue(rest, { today: context.today, cycle: null, fiscalYearStartMonth: null }) ?? {}
  const found = dueInWords(rest, context) ?? (says?.dueOn ? { start, end, dueOn: says.dueOn } : null)
  return found && !speaksOf.test(rest.slice(0, found.start)) ? found : null
}

function blank(text: string, { start, end }: Part, sign = ' '): string {
  return text.slice(0, start) + sign.repeat(end - start) + text.slice(end)
}

/** What is left of a line, without the comma that joined what was taken out. */
function leftOver(rest: string): string {
  return rest
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,;.!])/g, '$1')
    .replace(/^[\s,;:]+|[\s,;]+$/g, '')
}

function ownerChips(named: Part | null, candidates: readonly LinePerson[]): LineChip[] {
  const [only, ...others] = candidates
  if (!named || !only) return []
  const personId = others.length === 0 ? only.id : null
  return [{ kind: 'owner', start: named.start, end: named.end, personId, candidateIds: candidates.map(({ id }) => id) }]
}

function dueChips(due: Due | null): LineChip[] {
  return due ? [{ kind: 'due', ...due }] : []
}

const longestLine = 4_000

/**
 * Reads a line that is said in a meeting: `@lee confirm legal review by fri`. Nobody is guessed: a name that fits several people, or
 * none, stays in the text.
 *
 * @param line one line; what is understood as owner or day is taken out of its text, which may leave nothing
 * Cost O(length + people). Spec: WA60-WA66.
 */
export function parseLine(line: string, context: LineContext): ParsedLine {
  if (line.length > longestLine) return { text: line.trim(), ownerId: null, dueOn: null, chips: [] }
  const named = ownerIn(line, context)
  const { match, candidates } = personNamed(context.people, named?.says.owner ?? '')
  const due = dueIn(named === null ? line : blank(line, named, match ? ' ' : '@'), context)
  const taken = [...(named && match ? [named] : []), ...(due ? [due] : [])]
  const text = leftOver(taken.reduce((rest, part) => blank(rest, part), line))
  const chips = [...ownerChips(named, candidates), ...dueChips(due)].sort((a, b) => a.start - b.start)
  return { text, ownerId: match?.id ?? null, dueOn: due?.dueOn ?? null, chips }
}
