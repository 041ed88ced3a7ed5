import { isTroubledEntry } from '../../../../lib/client/scene-input/timeline.ts'
import type { TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import { daysBetween } from '../../../../lib/domain/time.ts'
import type { TimelineMarkKind } from '../../../../lib/layout/timeline/scene.ts'
import { counted, listed, shortDay, stateWords } from '../../../components/graph/words.ts'

function days(count: number): string {
  return counted(Math.abs(count), 'day')
}

/** How a promise stands, with the days in words: what is wrong first. */
export function standingInWords(entry: TimelineEntry): string {
  const { state, lateDays, overdueDays, backwardsDays, deliveredLateDays, slackDays } = entry
  const proposed = entry.proposedOn === null ? '' : ', change proposed'
  if (state === 'declined' || state === 'revoked') return stateWords[state]
  if (lateDays > 0) return `late ${days(lateDays)}${proposed}`
  if (overdueDays > 0) return `overdue ${days(overdueDays)}`
  if (backwardsDays > 0) return `${days(backwardsDays)} after needed${proposed}`
  if (state === 'delivered' || state === 'accepted') {
    if (deliveredLateDays === null) return stateWords[state]
    return deliveredLateDays > 0 ? `${stateWords[state]}, ${days(deliveredLateDays)} late` : `${stateWords[state]} in time`
  }
  if (state !== 'promised') return stateWords[state]
  if (slackDays === null) return `promised${proposed}`
  return slackDays === 0 ? `promised to the day${proposed}` : `${days(slackDays)} of slack${proposed}`
}

/** What the promises of a lane add up to: “5 promises, 1 late”. */
export function laneInWords(entries: readonly TimelineEntry[]): string {
  const late = entries.filter(({ lateDays }) => lateDays > 0).length
  const overdue = entries.filter(({ overdueDays }) => overdueDays > 0).length
  const backwards = entries.filter(({ lateDays, backwardsDays }) => lateDays === 0 && backwardsDays > 0).length
  return [
    counted(entries.length, 'promise'),
    late > 0 && `${late} late`,
    overdue > 0 && `${overdue} overdue`,
    backwards > 0 && `${backwards} after needed`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

/** What the timeline says, in one sentence. */
export function timelineTakeaway(entries: readonly TimelineEntry[], undated: number): string {
  const open = entries.filter(({ state }) => state !== 'accepted' && state !== 'delivered')
  const trouble = entries.filter(isTroubledEntry)
  const late = entries.filter(({ lateDays }) => lateDays > 0)
  const worst = late.toSorted((a, b) => b.lateDays - a.lateDays)[0]
  const bad = [
    late.length > 0 ? `${counted(late.length, 'promise')} late` : null,
    count(entries, ({ overdueDays }) => overdueDays > 0, 'overdue'),
    count(entries, ({ lateDays, backwardsDays }) => lateDays === 0 && backwardsDays > 0, 'promised after the day of need'),
    count(entries, ({ state }) => state === 'declined' || state === 'revoked', 'refused'),
  ].filter((part) => part !== null)
  const whole = counted(entries.length + undated, 'promise')
  if (entries.length === 0) return undated === 0 ? 'No promise to show.' : `${whole}, and none has a date yet.`
  const rest = undated === 0 ? '' : `, ${undated} without a date`
  if (trouble.length === 0) return `${whole}${rest}, ${open.length} still open; nothing is late.`
  const example = worst ? `; “${worst.what}” by ${days(worst.lateDays)}` : ''
  return `Of ${whole}: ${listed(bad, 4)}${example}.`
}

function count(entries: readonly TimelineEntry[], isOne: (entry: TimelineEntry) => boolean, word: string): string | null {
  const found = entries.filter(isOne).length
  return found > 0 ? `${found} ${word}` : null
}

export const markWords: Record<TimelineMarkKind, string> = {
  asked: 'asked',
  needed: 'needed on',
  promised: 'promised for',
  kept: 'kept; was promised for',
  proposed: 'proposed instead',
  delivered: 'delivered',
  accepted: 'accepted',
  broken: 'refused, was to be on',
  now: 'and it is',
}

type Named = { readonly what: string; readonly giver: string; readonly taker: string }

/** All that a row says, for those who do not see it. */
export function rowInWords(entry: TimelineEntry, { what, giver, taker }: Named, today: string): string {
  const on = (word: string, day: string | null) => (day === null ? null : `${word} ${shortDay(day, today)}`)
  return [
    what,
    `${giver} gives to ${taker}`,
    standingInWords(entry),
    on('asked', entry.askedOn),
    entry.neededOn === null ? 'no needed day' : on('needed on', entry.neededOn),
    entry.promisedOn === null ? 'not promised for a day' : on('promised for', entry.promisedOn),
    on('proposed instead', entry.proposedOn),
    on('delivered', entry.deliveredOn),
    on('accepted', entry.acceptedOn),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** “15 Feb → 22 Feb, 7 days later, 3 days after it is needed”. */
export function proposalInWords(was: string, day: string, neededOn: string | null, today: string): string {
  const moved = daysBetween(was, day)
  const shift = moved === 0 ? 'the same day' : `${days(moved)} ${moved > 0 ? 'later' : 'earlier'}`
  const room = neededOn === null ? null : daysBetween(day, neededOn)
  const need = room === null ? '' : room === 0 ? ', to the day it is needed' : `, ${days(room)} ${room > 0 ? 'before' : 'after'} it is needed`
  return `${shortDay(was, today)} → ${shortDay(day, today)}, ${shift}${need}`
}
