import type { Bounded } from '../../../../lib/domain/measure/chance/hard.ts'
import type { Estimate } from '../../../../lib/domain/measure/chance/importance.ts'
import { chanceText } from '../../../../lib/domain/measure/figure/told.ts'
import { inHundred, isSome } from '../../../../lib/domain/measure/report/said.ts'
import type { FinishWeeks, GoalCompared, WhatIfComparison } from '../../../../lib/domain/measure/what-if/compare.ts'
import { inTenths, weeksInWords } from '../../../../lib/domain/measure/what-if/compare-sentence.ts'
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

const behindRing = 'it waits for results that wait for each other'

function chanceSide(chance: Estimate | null): Side {
  if (!chance) return { text: 'unknown', note: behindRing, chance: null }
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
  if (!before || !after) return before === after ? 'unknown' : ''
  if (before.value === null || after.value === null) return rangeDiffers(before, after)
  const points = inHundred(after.value) - inHundred(before.value)
  if (points !== 0) return signed(points, ' in 100')
  return isSome(Math.abs(after.value - before.value)) ? 'less than 1 in 100' : 'the same'
}

/** What the length of a chain rests on, where that has to be said. */
function weeksNote({ weeks, atLeast }: FinishWeeks, chance: Estimate | null): string {
  if (weeks !== null) return weeks === 0 ? 'what is reached takes no time' : ''
  if (!chance) return behindRing
  return (atLeast ?? 0) === 0 ? 'nobody has said how long it takes' : 'some durations are unknown'
}

function weeksSide(finish: FinishWeeks, chance: Estimate | null): Side {
  return { text: weeksInWords(finish) ?? 'unknown', note: weeksNote(finish, chance), chance: null }
}

function weeksDiffer({ before, after }: GoalCompared['finish']): string {
  const [was, would] = [weeksInWords(before), weeksInWords(after)]
  if (was === would) return was === null ? 'unknown' : 'the same'
  if (before.weeks === null || after.weeks === null) return ''
  const more = inTenths(inTenths(after.weeks) - inTenths(before.weeks))
  return signed(more, Math.abs(more) === 1 ? ' week' : ' weeks')
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

const withoutRingsWords = ' without the rings'

/** @param without said of a number that is as it would be without the cheapest cuts of the rings */
function chanceRow(chance: GoalCompared['chance'], without = ''): Row {
  const sides = { before: chanceSide(chance.before), after: chanceSide(chance.after) }
  return { key: `chance${without}`, name: `Chance${without}`, ...sides, differs: chanceDiffers(chance) }
}

function chainRow({ chance, finish }: Pick<GoalCompared, 'chance' | 'finish'>, without = ''): Row {
  const sides = { before: weeksSide(finish.before, chance.before), after: weeksSide(finish.after, chance.after) }
  return { key: `chain${without}`, name: `Longest chain${without}`, ...sides, differs: weeksDiffer(finish) }
}

/** Whether neither side says how long it takes. */
function isUntimed({ before, after }: GoalCompared['finish']): boolean {
  return weeksInWords(before) === null && weeksInWords(after) === null
}

/** What can be said of a goal that waits for a ring. */
function freeRows({ before, after }: NonNullable<GoalCompared['withoutRings']>): readonly Row[] {
  const chance = { before: before.chance, after: after.chance }
  const finish = { before: before.finish, after: after.finish }
  return [chanceRow(chance, withoutRingsWords), ...(isUntimed(finish) ? [] : [chainRow({ chance, finish }, withoutRingsWords)])]
}

function goalGroup(snapshot: Snapshot, goal: GoalCompared): RowGroup {
  const { keyResultId, chance, finish, withoutRings } = goal
  const goals = listOf(snapshot, 'goal').flatMap((each) => (each.keyResultId === keyResultId ? [each.name] : []))
  const isTimeUnknown = isUntimed(finish) && chance.before !== null && chance.after !== null
  const rows = [chanceRow(chance), ...(isTimeUnknown ? [] : [chainRow(goal)]), ...(withoutRings ? freeRows(withoutRings) : [])]
  return { keyResultId, goals, rows, isTimeUnknown }
}

/** Before and after, goal by goal in document order, and what is promised in the whole network. Spec: WI7. */
export function rowGroups(snapshot: Snapshot, { goals, promises }: WhatIfComparison): readonly RowGroup[] {
  const whole = { keyResultId: null, goals: ['The whole network'], rows: [promisedRow(promises)], isTimeUnknown: false }
  return [...goals.map((goal) => goalGroup(snapshot, goal)), whole]
}
