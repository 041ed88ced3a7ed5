import { placeOfKeyResult } from '../../okr/place.ts'
import { isReachedIn } from '../../okr/reached.ts'
import { keyResultPart, type Sentence, words } from '../../plan/sentence.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import type { Stated } from '../chance/report-numbers.ts'
import type { Basis } from '../chance/unknown.ts'
import { differenceText, movesText } from '../figure/told.ts'
import { bestHelp, type Gain, isSure } from './best-help.ts'
import { counted, inHundred, isSome, largest, type Said, stretchInHundred, subjectsOf, toldInHundred } from './said.ts'
import { whyUnknown } from './unknown-words.ts'

/** A chance: the number, or where it is unknown the range in which it lies. */
type ToldChance = { readonly value: number | null; readonly low: number; readonly high: number }

/** What is known of the chance of the goal. */
export type GoalNumbers = {
  readonly goal: string
  /** null where it lies on or behind a ring, or outside the cycle */
  readonly chance: ToldChance | null
  /** where it is neither of the cycle nor needed in it: the cycle that the numbers are of; null: it is not left out of them */
  readonly outOf: string | null
  /** how much of what it rests on is not known */
  readonly basis: Basis
  /** what it would be without the cheapest cut of each ring; null where that is not known */
  readonly withoutRings: ToldChance | null
  /** of each key result, in document order */
  readonly gains: readonly Gain[]
  readonly lossOf: (keyResultId: string) => Stated | null
}

function rangeText(chance: ToldChance): string {
  return stretchInHundred(chance).replace(/ in 100$/, '')
}

/** Whether nothing is known of it: it may be anything from none to certain. Cost O(1). Spec: OR24. */
export function isAnything({ value, low, high }: ToldChance): boolean {
  return value === null && !isSome(low) && !isSome(1 - high)
}

/** Why nobody who looks at one cycle hears of a goal of another one: “*Old goal* is of 2026-Q4, and no result of 2027-Q1 needs it.” */
function outsideSentence(snapshot: Snapshot, goal: string, outOf: string): Sentence {
  const nameOf = (id: string | null) => find(snapshot, 'cycle', id)?.name ?? 'another cycle'
  const { cycleId } = placeOfKeyResult(snapshot, goal)
  return [
    words('How likely '),
    keyResultPart(snapshot, goal),
    words(` is does not follow from ${nameOf(outOf)}: it is a result of ${nameOf(cycleId)}, and no result of ${nameOf(outOf)} needs it.`),
  ]
}

/**
 * How likely the goal is as planned: “As planned, 25 in 100 cycles like this would end with *5 new clients*.” Where own chances are
 * missing: between what and what, and why. Of a goal that the cycle does not reach: that it does not. What is reached is called that.
 *
 * Cost O(1). Spec: OR24.
 */
export function chanceSentence(snapshot: Snapshot, { goal, chance, withoutRings, outOf, basis }: Omit<GoalNumbers, 'gains' | 'lossOf'>): Said {
  const subjects = subjectsOf('keyResult', [goal])
  if (outOf !== null) return { key: 'chance', sentence: outsideSentence(snapshot, goal, outOf), subjects }
  if (chance === null) {
    const without = withoutRings === null ? '.' : `; if the needs that close the rings were dropped, it would be ${rangeText(withoutRings)} in 100.`
    const sentence = [
      words('How likely '),
      keyResultPart(snapshot, goal),
      words(` is cannot be said, because it waits for results that wait for each other${without}`),
    ]
    return { key: 'chance', sentence, subjects }
  }
  if (isReachedIn(snapshot, goal)) return { key: 'chance', sentence: [keyResultPart(snapshot, goal), words(' is reached.')], subjects }
  const unknown = chance.value === null ? whyUnknown(basis) : ''
  if (isAnything(chance) && unknown !== '')
    return { key: 'chance', sentence: [words('How likely '), keyResultPart(snapshot, goal), words(` is cannot be said: ${unknown}.`)], subjects }
  return {
    key: 'chance',
    sentence: [
      words(`As planned, ${rangeText(chance)} in 100 cycles like this would end with `),
      keyResultPart(snapshot, goal),
      words(unknown === '' ? '.' : `; ${unknown}.`),
    ],
    subjects,
  }
}

/** What a key result that is made certain does for the goal; null where it is known and would not be seen in whole hundredths. */
function liftWords(snapshot: Snapshot, { goal, gain, chance }: { goal: string; gain: Stated; chance: ToldChance }): Sentence | null {
  const part = keyResultPart(snapshot, goal)
  const now = chance.value
  if (now === null || gain.value === null)
    return [words(` certain adds ${differenceText(gain)} to the chance of `), part, words(`, which is ${rangeText(chance)} in 100 as planned.`)]
  if (inHundred(now + gain.value) <= inHundred(now)) return null
  return [words(' certain lifts '), part, words(` from ${toldInHundred(now)} to ${toldInHundred(now + gain.value)} in 100.`)]
}

/**
 * Where help does most: “Making *2 new offers* certain lifts *5 new clients* from 25 to 36 in 100.” Where the chance of the goal is a range:
 * between what and what it adds.
 *
 * @returns null where the chance is unknown, or where nothing would surely lift it by one in a hundred
 * Cost O(key results). Spec: OR25.
 */
export function helpSentence(snapshot: Snapshot, { goal, chance, gains }: Pick<GoalNumbers, 'goal' | 'chance' | 'gains'>): Said | null {
  const best = bestHelp(gains, goal)
  if (!best || chance === null || !isSure(best.gain)) return null
  const lifts = liftWords(snapshot, { goal, gain: best.gain, chance })
  if (lifts === null) return null
  const { keyResultId } = best
  return {
    key: 'help',
    sentence: [words('Making '), keyResultPart(snapshot, keyResultId), ...lifts],
    subjects: subjectsOf('keyResult', [keyResultId, goal]),
  }
}

/** What the goal loses: “falls from 25 to 12 in 100”, of a range “loses between 3 and 9 in 100”; null where it is not known or may be nothing. */
function fallText(now: number | null, loss: Stated | null): string | null {
  if (loss === null) return null
  if (now === null || loss.value === null) return isSure(loss) ? `loses ${differenceText(loss)}` : null
  const moves = !isSome(loss.value) ? null : movesText(now, Math.max(0, now - loss.value))
  return moves && `falls ${moves}`
}

/**
 * What most others feel, of all that is not reached: “If *Funding* slips, 9 results feel it: *5 new clients* falls from 25 to 12 in 100.”
 *
 * @param waiting how many still wait for each (`waitingCounts`)
 * @param goal null where no goal names a key result
 * @returns null where fewer than two results wait for any one
 * Cost O(key results). Spec: OR26, CN8.
 */
export function slipSentence(snapshot: Snapshot, waiting: Readonly<Record<string, number | null>>, goal: GoalNumbers | null): Said | null {
  const most = largest(Object.fromEntries(Object.entries(waiting).filter(([id]) => !isReachedIn(snapshot, id))))
  if (!most || most.value < 2) return null
  const fall = goal && fallText(goal.chance?.value ?? null, goal.lossOf(most.id))
  const falls = goal && fall ? [words(': '), keyResultPart(snapshot, goal.goal), words(` ${fall}.`)] : [words('.')]
  return {
    key: 'slip',
    sentence: [words('If '), keyResultPart(snapshot, most.id), words(` slips, ${counted(most.value, 'result')} feel it`), ...falls],
    subjects: subjectsOf('keyResult', [most.id]),
  }
}

/**
 * Why there is no chance: “Nobody has said how likely 42 of 42 results are.”
 *
 * @returns null where everything is known
 * Cost O(1). Spec: OR24.
 */
export function unknownSentence(unknown: readonly string[], total: number): Said | null {
  if (unknown.length === 0) return null
  const which = unknown.length < total ? `${unknown.length} of ${total} results` : total === 1 ? 'the one result' : `any of the ${total} results`
  return {
    key: 'unknown',
    sentence: [words(`Nobody has said how likely ${which} ${unknown.length === total || unknown.length === 1 ? 'is' : 'are'}.`)],
    subjects: subjectsOf('keyResult', unknown),
  }
}
