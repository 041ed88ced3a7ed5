import type { NeedGraph } from '../../plan/graph.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { Stated } from '../chance/report-numbers.ts'
import type { Trials } from '../chance/simulate.ts'
import { type SupplyGraph, supplyGraph, waitedFor, withoutNeeds } from '../chance/supply.ts'
import type { Steps } from '../step.ts'
import { criticalPath } from './critical-path.ts'
import { cycleWeeksOf } from './cycle-weeks.ts'
import type { Estimated } from './duration.ts'
import { estimatesOf } from './estimates.ts'
import { chanceByTrials, endAtShare, finishTrialSteps, trialsFor } from './finish-trials.ts'

/** When all key results of a cycle may be there, in weeks from its start, by trials over all chains at once. */
export type Dates = {
  /** weeks that the cycle has; null without a cycle */
  readonly cycleWeeks: number | null
  /** that all of it is done within the cycle; where a duration is unknown a range from 0; null without a cycle */
  readonly chanceInTime: Stated | null
  /** what it takes if all goes as well as it was estimated; where a duration is unknown, at least so long */
  readonly atBestWeeks: number
  /** what it takes if all goes as badly as it was estimated; null where a duration is unknown */
  readonly atWorstWeeks: number | null
  /** by when half, and nine in ten, of the trials have ended; null where a duration is unknown */
  readonly halfByWeeks: number | null
  readonly nineInTenByWeeks: number | null
  readonly trials: number
  /** needs that were left out because of rings: the cheapest cut of each; there where there are rings */
  readonly withoutDependencies?: readonly string[]
}

export type DatesQuestion = Trials & {
  readonly cycleId: string | null
  /** needs that are left out, so that nobody waits in circles */
  readonly without?: readonly string[]
}

function ends(graph: NeedGraph, estimates: readonly (Estimated | null)[], point: keyof Estimated): number {
  const weeks = Float64Array.from(estimates, (each) => each?.[point] ?? 0)
  return criticalPath(graph, weeks).finish ?? 0
}

function graphOf(snapshot: Snapshot, { cycleId, without = [] }: DatesQuestion): SupplyGraph {
  const supply = supplyGraph(snapshot, cycleId)
  return without.length === 0 ? supply : withoutNeeds(supply, new Set(without))
}

/**
 * When everything of a cycle may be there: by trials over all chains at once, because one chain alone says a date that is too early (merge
 * bias). All of it begins with the cycle; what is reached takes no time, and waits for nobody.
 *
 * @returns null where nobody has estimated anything that is still to do, nothing is, or results wait in circles
 * Cost that of `finishTrialSteps`. Source: Malcolm et al. 1959; van Slyke 1963. Spec: CN70-CN75.
 */
export function* datesSteps(snapshot: Snapshot, question: DatesQuestion): Steps<Dates | null> {
  const supply = graphOf(snapshot, question)
  const graph = waitedFor(supply)
  const estimates = estimatesOf(snapshot, supply)
  if (estimates.every((each, vertex) => each === null || vertex >= supply.keyResults || supply.reached[vertex] === 1)) return null
  const { trials = trialsFor(graph), seed = 1, without = [] } = question
  const inside = new Uint8Array(estimates.length).fill(1)
  const found = yield* finishTrialSteps(graph, { inside, estimates }, { trials, seed })
  if (!found) return null
  const isWhole = estimates.every((each) => each !== null)
  const cycleWeeks = cycleWeeksOf(snapshot, question.cycleId)
  const inTime = cycleWeeks === null ? null : chanceByTrials(found, cycleWeeks)
  return {
    cycleWeeks,
    chanceInTime: inTime && {
      value: isWhole ? inTime.chance : null,
      low: isWhole ? inTime.chance : 0,
      high: inTime.chance,
      standardError: inTime.standardError,
    },
    atBestWeeks: ends(graph, estimates, 'optimistic'),
    atWorstWeeks: isWhole ? ends(graph, estimates, 'pessimistic') : null,
    halfByWeeks: isWhole ? endAtShare(found, 0.5) : null,
    nineInTenByWeeks: isWhole ? endAtShare(found, 0.9) : null,
    trials,
    ...(without.length === 0 ? {} : { withoutDependencies: without }),
  }
}
