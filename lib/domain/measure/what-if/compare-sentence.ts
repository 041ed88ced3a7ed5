import type { Coverage, DerivedStatus } from '../../okr/assessment.ts'
import { enumerate, keyResultPart, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import { chanceInWords } from '../chance/chance-words.ts'
import type { BeforeAfter, FinishWeeks, GoalCompared, StatusChange, WhatIfComparison } from './compare.ts'

function chanceSentence(snapshot: Snapshot, { keyResultId, chance }: GoalCompared): Sentence {
  const name = keyResultPart(snapshot, keyResultId)
  const [before, after] = [chanceInWords(chance.before), chanceInWords(chance.after)]
  if (before === after) return [words('The chance of '), name, words(before === 'unknown' ? ' stays unknown.' : ` stays at ${before}.`)]
  return [words('The chance of '), name, words(` would be ${after} instead of ${before}.`)]
}

function weeksInWords({ weeks, atLeast }: FinishWeeks): string | null {
  const known = weeks ?? atLeast
  if (known === null) return null
  const rounded = Math.round(known * 10) / 10
  return `${weeks === null ? 'at least ' : ''}${rounded} ${rounded === 1 ? 'week' : 'weeks'}`
}

function finishSentence(snapshot: Snapshot, { keyResultId, finish }: GoalCompared): Sentence[] {
  const [before, after] = [weeksInWords(finish.before), weeksInWords(finish.after)]
  if (before === after) return []
  const name = keyResultPart(snapshot, keyResultId)
  if (after === null || before === null) {
    const known = after === null ? ' would not be known any more.' : ` would be known: ${after}.`
    return [[words('How long the longest chain to '), name, words(` takes${known}`)]]
  }
  return [[words('The longest chain to '), name, words(` would take ${after} instead of ${before}.`)]]
}

function promisedOf({ promised, total, draft }: Coverage): string {
  return `${promised} of ${total - draft}`
}

function promiseSentence({ before, after }: BeforeAfter<Coverage>): Sentence[] {
  if (promisedOf(before) === promisedOf(after)) return []
  return [[words(`${promisedOf(after)} needs would be promised instead of ${promisedOf(before)}.`)]]
}

/** What a status that comes or goes is called, each with who it is told of. */
function statusSentence(snapshot: Snapshot, changes: readonly StatusChange[], status: DerivedStatus, comes: boolean): Sentence[] {
  const touched = changes.filter(({ before, after }) => (comes ? after : before).includes(status) && !(comes ? before : after).includes(status))
  if (touched.length === 0) return []
  const names = enumerate(touched.map(({ keyResultId }) => [keyResultPart(snapshot, keyResultId)]))
  return [[...names, words(` would ${comes ? 'be' : 'not be'} ${status}${comes ? '' : ' any more'}.`)]]
}

/**
 * What a what-if would change, in sentences: chances first, then ends, promises, who is cut off, statuses. Chances are always told, also where
 * they stay.
 *
 * @param snapshot where the names come from
 * Cost O(length). Spec: CN109.
 */
export function comparisonSentences(snapshot: Snapshot, { goals, promises, cutOffNodeIds, statuses }: WhatIfComparison): Sentence[] {
  const alone: Sentence[] =
    cutOffNodeIds.length === 0
      ? []
      : [[...enumerate(cutOffNodeIds.map((id) => [nodePart(snapshot, id)])), words(' would have nobody left to exchange anything with.')]]
  const told = (['blocked', 'late', 'done', 'stale'] as const).flatMap((status) => [
    ...statusSentence(snapshot, statuses, status, true),
    ...statusSentence(snapshot, statuses, status, false),
  ])
  return [
    ...goals.map((goal) => chanceSentence(snapshot, goal)),
    ...goals.flatMap((goal) => finishSentence(snapshot, goal)),
    ...promiseSentence(promises),
    ...alone,
    ...told,
  ]
}
