import { parseAsBoolean, parseAsString } from 'nuqs'
import { type EntityName, entityNames } from '../../../../lib/domain/ids.ts'
import { isCalendarDay } from '../../../../lib/domain/time.ts'

/** Reasons that can be asked for; `none` is where nobody has said why. */
export const reasonFilters = ['internal', 'external', 'none'] as const
export type ReasonFilter = (typeof reasonFilters)[number]

/** What stands in the address of the history. */
export const historyParsers = {
  since: parseAsString,
  until: parseAsString,
  who: parseAsString,
  what: parseAsString,
  node: parseAsString,
  record: parseAsString,
  words: parseAsString,
  structure: parseAsBoolean,
  why: parseAsString,
  open: parseAsString,
  show: parseAsString,
}

/** Which changes are listed. `null` narrows nothing. */
export type Filter = {
  readonly since: string | null
  readonly until: string | null
  readonly who: string | null
  readonly what: EntityName | null
  readonly node: string | null
  readonly record: string | null
  readonly words: string | null
  readonly structure: boolean
  readonly why: ReasonFilter | null
}

type Raw = { readonly [K in keyof Filter]: string | boolean | null }

function dayIn(value: Raw['since']): string | null {
  return typeof value === 'string' && isCalendarDay(value) ? value : null
}

function textIn(value: Raw['who']): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null
}

/** The filter that an address says; what it cannot mean narrows nothing. */
export function filterIn(raw: Raw): Filter {
  return {
    since: dayIn(raw.since),
    until: dayIn(raw.until),
    who: textIn(raw.who),
    what: entityNames.find((each) => each === raw.what) ?? null,
    node: textIn(raw.node),
    record: textIn(raw.record),
    words: textIn(raw.words) === null ? null : String(raw.words).slice(0, 200),
    structure: raw.structure === true,
    why: reasonFilters.find((each) => each === raw.why) ?? null,
  }
}

/** Whether days alone narrow the list: then the totals of days say how long it is. */
export function isByDaysOnly({ who, what, node, record, words, structure, why }: Filter): boolean {
  return [who, what, node, record, words, why].every((each) => each === null) && !structure
}

/** How many things narrow the list; the two days are one. */
export function countFilters({ since, until, structure, ...rest }: Filter): number {
  const texts = Object.values(rest).filter((each) => each !== null).length
  return texts + (since !== null || until !== null ? 1 : 0) + (structure ? 1 : 0)
}

/** The filter as the server is asked. Words are looked for among what is read, by `keepsWords`. */
export function queryOf({ since, until, who, what, node, record, structure, why }: Filter): Record<string, string | undefined> {
  const asked = { from: since, to: until, actor: who, entity: what, node, record, structural: structure ? 'true' : null, reason: why }
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value ?? undefined]))
}

/** The part of an address that asks for these changes: `?why=none&structure=true`. */
export function addressOf(filter: Partial<Filter>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== null && value !== false) search.set(name, String(value))
  return search.size === 0 ? '' : `?${search}`
}

/** Whether a text holds every word that was typed, in any order. */
export function keepsWords(text: string, words: string | null): boolean {
  const held = text.toLowerCase()
  return (words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word))
}
