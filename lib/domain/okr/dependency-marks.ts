import type { Dependency } from '../entity.ts'
import { daysBetween } from '../time.ts'
import type { DependencyCondition, DependencyMark } from './assessment.ts'
import { isSettledState, promiseClass } from './promise-class.ts'

/** What the dates of a dependency imply on a day. */
export type DependencyDates = {
  readonly marks: readonly DependencyMark[]
  readonly lateDays: number
  readonly overdueDays: number
  readonly backwardsDays: number
}

const noMarks: DependencyDates = { marks: [], lateDays: 0, overdueDays: 0, backwardsDays: 0 }

function daysAfter(limit: string | null, day: string | null): number {
  return limit !== null && day !== null && day > limit ? daysBetween(limit, day) : 0
}

/** The day on which a promise is due: the promised one, else the one on which it is needed; null where neither is given. Cost O(1). Spec: ST11. */
export function dependencyDueOn({ neededOn, promisedOn }: Pick<Dependency, 'neededOn' | 'promisedOn'>): Dependency['neededOn'] {
  return promisedOn ?? neededOn
}

/**
 * The marks of a dependency: late (promised, and today is after the promised day, else the needed one), overdue (not
 * promised, and today is after the needed day), backwards (promised for a day after the needed one). An ended one has none.
 *
 * @param today day in the network's time zone
 * Cost O(1). Spec: ST11-ST16.
 */
export function dependencyDates(dependency: Dependency, today: string): DependencyDates {
  const { state, neededOn, promisedOn } = dependency
  const kind = promiseClass(state)
  if (kind === 'ended') return noMarks
  const lateDays = state === 'promised' ? daysAfter(dependencyDueOn(dependency), today) : 0
  const overdueDays = kind === 'promised' ? 0 : daysAfter(neededOn, today)
  const backwardsDays = daysAfter(neededOn, promisedOn)
  if (lateDays + overdueDays + backwardsDays === 0) return noMarks
  const marks: DependencyMark[] = []
  if (lateDays > 0) marks.push('late')
  if (overdueDays > 0) marks.push('overdue')
  if (backwardsDays > 0) marks.push('backwards')
  return { marks, lateDays, overdueDays, backwardsDays }
}

/**
 * The one word for a dependency: its refusal, else its strongest mark, else where its promise stands. What is delivered or
 * accepted is not called backwards any more.
 *
 * Cost O(1). Spec: ST17.
 */
export function dependencyCondition(state: Dependency['state'], marks: readonly DependencyMark[]): DependencyCondition {
  if (state === 'revoked' || state === 'declined') return state
  if (isSettledState(state)) return state === 'accepted' ? 'accepted' : 'delivered'
  const [strongest] = marks
  return strongest ?? promiseClassWord(state)
}

function promiseClassWord(state: Dependency['state']): DependencyCondition {
  const kind = promiseClass(state)
  return kind === 'refused' ? 'declined' : kind
}
