import type { Bounded } from '../../../../lib/domain/measure/chance/hard.ts'
import type { Estimate } from '../../../../lib/domain/measure/chance/importance.ts'
import { chanceText } from '../../../../lib/domain/measure/figure/told.ts'
import type { FinishWeeks, GoalCompared, WhatIfComparison } from '../../../../lib/domain/measure/what-if/compare.ts'
import type { Coverage } from '../../../../lib/domain/okr/assessment.ts'
import { listOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { plainNumber } from '../../../components/graph/words.ts'

/** One side of a row. `chance` is drawn as a bar where there is one; `note` says what the number rests on. */
export type Side = { readonly text: string; readonly note: string; readonly chance: Bounded | null }

export type Row = { readonly key: string; readonly name: string; readonly before: Side; readonly after: Side; readonly differs: string }

/** Rows about one goal, or about the whole network. Where nobody has said how long a chain takes, that is told once for all of them. */
export type RowGroup = {
  readonly keyResultId: string | null
  readonly goals: readonly string[]
  readonly rows: readonly Row[]
  readonly isTimeUnknown: boolean
}

function chanceSide(chance: Estimate | null): Side {
  if (!chance) return { text: 'unknown', note: 'it waits for results that wait for each other', chance: null }
  const note =
    chance.value === null && chance.low < chance.high ? 'some of what it rests on is unknown' : chance.standardError === null ? '' : 'simulated'
  return { text: chanceText(chance), note, chance }
}

/** A difference with its sign, as a person reads it. */
function signed(difference: number, word: string): string {
  if (difference === 0) return 'the same'
  return `${difference > 0 ? '+' : '−'}${plainNumber(Math.abs(difference))}${word}`
}

/** Of two ranges of which neither lies lower, one lies within the other: the narrower one knows more. */
function rangeDiffers(before: Bounded, after: Bounded): string {
  if (chanceText(before) === chanceText(after)) return 'the same'
  if (after.low <= before.low && after.high <= before.high) return 'lower'
  return after.low >= before.low && after.high >= before.high
    ? 'higher'
    : after.high - after.low < before.high - before.low
      ? 'more is known'
      : 'less is known'
}

function chanceDiffers({ before, after }: GoalCompared['chance']): string {
  if (!before || !after) return before === after ? 'the same' : ''
  if (before.value === null || after.value === null) return rangeDiffers(before, after)
  const points = Math.round(after.value * 100) - Math.round(before.value * 100)
  if (points !== 0) return signed(points, ' in 100')
  return Math.abs(after.value - before.value) < 1e-12 ? 'the same' : 'less than 1 in 100'
}

function oneDecimal(weeks: number): number {
  return Math.round(weeks * 10) / 10
}

function weeksSide({ weeks, atLeast }: FinishWeeks): Side {
  const known = weeks ?? atLeast
  if (known === null || known === 0) return { text: 'unknown', note: 'nobody has said how long it takes', chance: null }
  const rounded = oneDecimal(known)
  const text = `${plainNumber(rounded)} ${rounded === 1 ? 'week' : 'weeks'}`
  return weeks === null ? { text: `at least ${text}`, note: 'some durations are unknown', chance: null } : { text, note: '', chance: null }
}

function weeksDiffer({ before, after }: GoalCompared['finish']): string {
  if (weeksSide(before).text === weeksSide(after).text) return 'the same'
  if (before.weeks === null || after.weeks === null) return ''
  return signed(oneDecimal(oneDecimal(after.weeks) - oneDecimal(before.weeks)), ' weeks')
}

function promisedSide({ promised, total, draft }: Coverage): Side {
  const asked = total - draft
  return asked === 0 ? { text: 'nothing is asked', note: '', chance: null } : { text: `${promised} of ${asked}`, note: '', chance: null }
}

function promisedRow({ before, after }: WhatIfComparison['promises']): Row {
  const [was, would] = [promisedSide(before), promisedSide(after)]
  const more = after.promised - before.promised
  const differs = was.text === would.text ? 'the same' : more === 0 ? '' : signed(more, '')
  return { key: 'promised', name: 'Promised so far', before: was, after: would, differs }
}

function goalGroup(snapshot: Snapshot, { keyResultId, chance, finish }: GoalCompared): RowGroup {
  const goals = listOf(snapshot, 'goal').flatMap((goal) => (goal.keyResultId === keyResultId ? [goal.name] : []))
  const chances = {
    key: 'chance',
    name: 'Chance',
    before: chanceSide(chance.before),
    after: chanceSide(chance.after),
    differs: chanceDiffers(chance),
  }
  const chain = {
    key: 'chain',
    name: 'Longest chain',
    before: weeksSide(finish.before),
    after: weeksSide(finish.after),
    differs: weeksDiffer(finish),
  }
  const isTimeUnknown = chain.before.text === 'unknown' && chain.after.text === 'unknown'
  return { keyResultId, goals, rows: isTimeUnknown ? [chances] : [chances, chain], isTimeUnknown }
}

/** Before and after, goal by goal in document order, and what is promised in the whole network. Spec: WI7. */
export function rowGroups(snapshot: Snapshot, { goals, promises }: WhatIfComparison): readonly RowGroup[] {
  const whole = { keyResultId: null, goals: ['The whole network'], rows: [promisedRow(promises)], isTimeUnknown: false }
  return [...goals.map((goal) => goalGroup(snapshot, goal)), whole]
}
