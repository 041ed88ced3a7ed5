import { withNames } from '../../checks/say.ts'
import type { Coverage, DerivedStatus } from '../../okr/assessment.ts'
import { enumerate, keyResultPart, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import { chanceInWords } from '../chance/chance-words.ts'
import { counted } from '../report/said.ts'
import type { BeforeAfter, FinishWeeks, GoalCompared, StatusChange, WhatIfComparison } from './compare.ts'
import type { FindingChanges } from './findings.ts'

/** What is told of a goal that waits for a ring, before or after: why its chance is unknown, and what it would be without. */
function ringWords({ chance, withoutRings }: GoalCompared): { readonly why: string; readonly without: string } {
  if (!withoutRings) return { why: '', without: '' }
  const [before, after] = [chanceInWords(withoutRings.before.chance), chanceInWords(withoutRings.after.chance)]
  const waits = chance.after ? '' : `: it ${chance.before ? 'would wait' : 'waits'} for results that wait for each other`
  return { why: waits, without: ` Without the rings it would ${before === after ? `stay at ${after}` : `be ${after} instead of ${before}`}.` }
}

function chanceSentence(snapshot: Snapshot, goal: GoalCompared): Sentence {
  const name = keyResultPart(snapshot, goal.keyResultId)
  const [before, after] = [chanceInWords(goal.chance.before), chanceInWords(goal.chance.after)]
  const { why, without } = ringWords(goal)
  const stays = before === 'unknown' ? 'stays unknown' : `stays at ${before}`
  return [words('The chance of '), name, words(` ${before === after ? stays : `would be ${after} instead of ${before}`}${why}.${without}`)]
}

/**
 * How long a chain takes: “25 weeks”, “at least 3 weeks”, “no time” where nothing of it is still to do. Null where nobody has said how long anything takes.
 *
 * Cost O(1). Spec: WI7.
 */
export function weeksInWords({ weeks, atLeast }: FinishWeeks): string | null {
  if (weeks === 0) return 'no time'
  const known = weeks ?? atLeast
  if (known === null || known === 0) return null
  return `${weeks === null ? 'at least ' : ''}${counted(inTenths(known), 'week')}`
}

/** Weeks with one decimal. Cost O(1). */
export function inTenths(weeks: number): number {
  return Math.round(weeks * 10) / 10
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

/** Findings that come, go or say something else, each as it is said, people by their names. */
function findingSentences(snapshot: Snapshot, { comes, goes, differs }: FindingChanges): Sentence[] {
  const each = (lead: string, all: FindingChanges['comes']) => all.map(({ sentence }): Sentence => [words(lead), ...withNames(snapshot, sentence)])
  return [...each('This would come up: ', comes), ...each('This would be found no more: ', goes), ...each('This would read otherwise: ', differs)]
}

/**
 * What a what-if would change, in sentences: chances first, then ends, promises, who is cut off, statuses, findings. Chances are always told,
 * also where they stay; behind a ring as they would be without the cheapest cuts, too.
 *
 * @param snapshot where the names come from
 * Cost O(length). Spec: CN109, CN113.
 */
export function comparisonSentences(snapshot: Snapshot, { goals, promises, cutOffNodeIds, statuses, findings }: WhatIfComparison): Sentence[] {
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
    ...findingSentences(snapshot, findings),
  ]
}
