import { keyResultPart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { Dates } from '../schedule/dates.ts'
import { isOverLimit, toldWeeks } from '../schedule/told-weeks.ts'
import type { Longest } from './longest.ts'
import { counted, type Said, subjectsOf, toldInHundred } from './said.ts'
import { onNodesWords } from './unknown-words.ts'
import type { WaitingSteps } from './waiting-steps.ts'

/** What is known of the longest chain: by weeks where they are estimated, by steps where not. */
export type ChainNumbers = {
  readonly steps: WaitingSteps
  readonly longest: Longest
  /** weeks of the cycle; null where there is none */
  readonly cycleWeeks: number | null
  readonly dates: Dates | null
}

/** From this chance on, what may be at most is not worth saying. */
const likelyFrom = 0.9

/** Why a length is a least one: “1 of 5 results has no estimate, and 2 needs are on nodes that have no key result for them.” */
function whatIsMissing({ results, estimated, onNodes }: Longest): string {
  const without = results - estimated
  const parts = [
    ...(without === 0 ? [] : [`${without} of ${counted(results, 'result')} ${without === 1 ? 'has' : 'have'} no estimate`]),
    ...(onNodes === 0 ? [] : [onNodesWords(onNodes)]),
  ]
  return parts.length === 0 ? '' : ` ${parts.join(', and ')}.`
}

/** Whether only trials can say if all of it may be there within the cycle: it is certain neither at best nor at worst. Cost O(1). Spec: CN75. */
export function isByTrials({ atBestWeeks, atWorstWeeks, chanceInTime }: Dates, limit: number | null): boolean {
  if (limit === null || !chanceInTime || isOverLimit(atBestWeeks, limit)) return false
  return atWorstWeeks === null ? chanceInTime.high < likelyFrom : isOverLimit(atWorstWeeks, limit)
}

function inTime(dates: Dates | null, limit: number | null): string {
  if (!dates || limit === null) return ''
  const { atBestWeeks, atWorstWeeks, chanceInTime } = dates
  if (isOverLimit(atBestWeeks, limit))
    return ` Even if all goes at its best it takes ${atWorstWeeks === null ? 'at least ' : ''}${toldWeeks(atBestWeeks, limit)}.`
  if (chanceInTime && isByTrials(dates, limit)) return ` The chance that all of it is done in time is ${tried(chanceInTime)} in 100.`
  return atWorstWeeks === null ? '' : ` Even if all goes at its worst it takes ${toldWeeks(atWorstWeeks, limit)}.`
}

/** So rare is what no trial met, or often what every one met: it may still be, or fail to be. */
const untried = 0.000_1

function tried({ value, high }: { readonly value: number | null; readonly high: number }): string {
  const told = toldInHundred(Math.min(Math.max(high, untried), 1 - untried))
  return value === null && !told.startsWith('less') ? `at most ${told}` : told
}

/** Whether the length is worth telling: it passes the limit, or it is of a chain and most of it is known. */
function isTold({ keyResultIds, weeks, isAtLeast, estimated, results }: Longest, limit: number | null): boolean {
  if (weeks === null || keyResultIds.length === 0) return false
  const isOver = limit !== null && isOverLimit(weeks, limit)
  return isOver || (keyResultIds.length > 1 && (!isAtLeast || estimated * 2 >= results))
}

function byWeeks(snapshot: Snapshot, { longest, cycleWeeks, dates }: ChainNumbers): Said | null {
  const { keyResultIds, weeks, isAtLeast, isAfterCut } = longest
  if (weeks === null || !isTold(longest, cycleWeeks)) return null
  const length = `${isAtLeast ? 'at least' : 'about'} ${toldWeeks(weeks, cycleWeeks)}`
  const room = cycleWeeks === null ? '' : `; the cycle has ${cycleWeeks}`
  const [first = ''] = keyResultIds
  const chain = isAfterCut ? 'Without the rings the longest chain is' : 'The longest chain is'
  const who: Sentence =
    keyResultIds.length === 1
      ? [words(isAfterCut ? 'Without the rings ' : ''), keyResultPart(snapshot, first), words(` alone takes ${length}`)]
      : [words(`${chain} ${keyResultIds.length} results and ${length}`)]
  const rest = `${room}.${isAtLeast ? whatIsMissing(longest) : ''}${inTime(dates, cycleWeeks)}`
  return { key: 'chain', sentence: [...who, words(rest)].filter(({ text }) => text !== ''), subjects: subjectsOf('keyResult', keyResultIds) }
}

/** Which results that are still to do wait for nothing and which for something, of another node or their own, and through how many steps: what can be said without a single estimate. */
function bySteps(snapshot: Snapshot, { stepOf, onNodes }: WaitingSteps): Said | null {
  const all = Object.entries(stepOf)
  const known = all.flatMap(([id, steps]) => (steps === null ? [] : [{ id, steps }]))
  const deepest = known.reduce((most, { steps }) => Math.max(most, steps), 0)
  if (deepest === 0) return null
  const free = known.filter(({ steps }) => steps === 0).length
  const last = known.filter(({ steps }) => steps === deepest)
  const [only, ...others] = last
  const rest = known.length - free
  const isNamed = only && others.length === 0
  const who: Sentence = isNamed ? [words(rest === 1 ? ': ' : ', the last of them '), keyResultPart(snapshot, only.id)] : []
  const behind = all.length - known.length
  const ofWhom = behind === 0 ? counted(known.length, 'result') : `${counted(known.length, 'result')} that no ring holds up`
  const deep = deepest === 1 ? '' : `, up to ${counted(deepest, 'step')} deep`
  const text =
    free === 0 && behind === 0
      ? `All ${ofWhom} wait for something${deep}`
      : `${free} of ${ofWhom} ${free === 1 ? 'waits' : 'wait'} for nothing; ${rest} ${rest === 1 ? 'waits' : 'wait'} for something${deep}`
  return {
    key: 'order',
    sentence: [words(text), ...who, words(onNodes === 0 ? '.' : `; ${onNodesWords(onNodes)}.`)],
    subjects: subjectsOf(
      'keyResult',
      last.map(({ id }) => id),
    ),
  }
}

/**
 * The longest chain: “The longest chain is 8 results and about 25 weeks; the cycle has 13.” Where a duration is not known: how long it takes
 * at least, and what is missing. Then whether all of it may be there in time. Where nobody has estimated it: how many results wait for nobody,
 * and how deep the others lie.
 *
 * @returns null where nobody waits for anybody, or all is reached
 * Cost O(key results). Spec: OR23, CN75-CN76.
 */
export function chainSentence(snapshot: Snapshot, numbers: ChainNumbers): Said | null {
  return byWeeks(snapshot, numbers) ?? bySteps(snapshot, numbers.steps)
}
