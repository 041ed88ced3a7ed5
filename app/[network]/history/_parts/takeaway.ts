import { daysBetween } from '../../../../lib/domain/time.ts'
import { counted, listed, shortDay } from '../../../components/graph/words.ts'
import type { Day, HistoryEntry } from '../../../components/history/types.ts'
import { isProgram } from '../../../components/history/who-words.ts'
import { type Filter, isByDaysOnly } from './filter.ts'

type Known = {
  readonly entries: readonly HistoryEntry[]
  readonly hasMore: boolean
  readonly filter: Filter
  readonly days: readonly Day[]
  readonly today: string
}

/** Monday of the week of a day is its own Monday. */
function isMonday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1
}

/** When, in words: “in the week of 16 Nov”, “on 3 Nov”, “since 1 Oct”; empty where no day narrows it. */
export function rangeWords(since: string | null, until: string | null, today: string): string {
  if (since === null && until === null) return ''
  if (since !== null && until !== null) {
    if (since === until) return since === today ? 'today' : `on ${shortDay(since, today)}`
    if (isMonday(since) && daysBetween(since, until) === 6) return `in the week of ${shortDay(since, today)}`
    return `from ${shortDay(since, today)} to ${shortDay(until, today)}`
  }
  return since === null ? `until ${shortDay(until ?? today, today)}` : `since ${shortDay(since, today)}`
}

function totalIn(days: readonly Day[], { since, until }: Filter): number {
  const inside = days.filter(({ day }) => (since === null || day >= since) && (until === null || day <= until))
  return inside.reduce((sum, { changeSets }) => sum + changeSets, 0)
}

/** “by 4 people”, “by 1 person and a program”. */
function byWords(entries: readonly HistoryEntry[]): string {
  const people = new Set(entries.filter(({ actor }) => !isProgram(actor)).map(({ actor }) => actor.split('/')[0])).size
  const programs = entries.some(({ actor }) => isProgram(actor)) ? 'a program' : ''
  const parts = [people > 0 ? counted(people, 'person', 'people') : '', programs].filter((part) => part !== '')
  return `by ${listed(parts)}`
}

/** What the list says, in one sentence: how many changes by how many people, when, and how many of them changed the structure. */
export function takeaway({ entries, hasMore, filter, days, today }: Known): string {
  const when = rangeWords(filter.since, filter.until, today)
  const tail = when === '' ? '' : ` ${when}`
  if (entries.length === 0) return hasMore ? 'Reading what changed …' : `No change${tail}${isByDaysOnly(filter) ? '' : ' fits the filter'}.`
  const structural = entries.filter(({ isStructural }) => isStructural).length
  const structure = structural > 0 && structural < entries.length ? `, ${structural} of structure` : structural > 0 ? ', all of structure' : ''
  const by = byWords(entries)
  if (!hasMore) return `${counted(entries.length, 'change')} ${by}${tail}${structure}.`
  const all = isByDaysOnly(filter) ? `${counted(totalIn(days, filter), 'change')}${tail}` : `More than ${counted(entries.length, 'change')}${tail}`
  return `${all}; the latest ${entries.length} ${by}${structure}.`
}
