import { type DayContext, dayAtTheEnd, dayIn, type LineDay } from './line-day.ts'
import { type LineOwner, type LinePerson, ownerIn, ownerMeant } from './line-owner.ts'

export type LineContext = DayContext & {
  readonly people: readonly LinePerson[]
  /** who was chosen where people have the same name */
  readonly chosenId?: string | null
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

/** “Move the launch to 3 March” speaks of a day and is not due on it; “hand it to @lee” speaks of a person who does not do it. */
const speaksOf = /(?<!\p{L})(?:to|for|from|with|since|at|of|than|after|between|and)\s+$/iu

function meant<P extends Part>(line: string, part: P | null): P | null {
  return part && !speaksOf.test(line.slice(0, part.start)) ? part : null
}

function dueIn(rest: string, named: Part | null, context: LineContext): LineDay | null {
  const due = meant(rest, dayIn(rest, context))
  return due && named && due.start < named.end && named.start < due.end ? null : due
}

function blank(text: string, { start, end }: Part, sign = ' '): string {
  return text.slice(0, start) + sign.repeat(end - start) + text.slice(end)
}

/** What is left of a line, without the comma that joined what was taken out. */
function leftOver(rest: string): string {
  return rest
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[,;]? ([,;.!])/g, '$1')
    .replace(/^[\s,;:]+|[\s,;]+$/g, '')
}

function ownerChips(named: LineOwner | null, owner: LinePerson | null): LineChip[] {
  if (!named || named.candidates.length === 0) return []
  return [{ kind: 'owner', start: named.start, end: named.end, personId: owner?.id ?? null, candidateIds: named.candidates.map(({ id }) => id) }]
}

function dueChips(due: LineDay | null): LineChip[] {
  return due ? [{ kind: 'due', ...due }] : []
}

const longestLine = 4_600

/**
 * Reads a line that is said in a meeting: `@lee confirm legal review by fri`. Nobody is guessed: a name that fits several people, or
 * none, stays in the text.
 *
 * @param line one line; what is understood as owner or day is taken out of its text, which may leave nothing
 * Cost O(length · people). Spec: WA60-WA67.
 */
export function parseLine(line: string, context: LineContext): ParsedLine {
  if (line.length > longestLine) return { text: line.trim(), ownerId: null, dueOn: null, chips: [] }
  const last = dayAtTheEnd(line)
  const words = last ? line.slice(0, last.start) : line
  const named = meant(words, ownerIn(words, context.people))
  const owner = ownerMeant(named?.candidates ?? [], context.chosenId ?? null)
  const due = last ?? dueIn(named === null ? words : blank(words, named, owner ? ' ' : '@'), named, context)
  const taken = [...(named && owner ? [named] : []), ...(due ? [due] : [])]
  const text = leftOver(taken.reduce((rest, part) => blank(rest, part), line))
  const chips = [...ownerChips(named, owner), ...dueChips(due)].sort((a, b) => a.start - b.start)
  return { text, ownerId: owner?.id ?? null, dueOn: due?.dueOn ?? null, chips }
}
