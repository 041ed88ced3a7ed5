import { type Longest, longestOf } from '../report/longest.ts'
import { counted } from '../report/said.ts'
import { chainSentence, isByTrials } from '../report/sentence-chain.ts'
import { needsOnNodes } from '../report/unknown-words.ts'
import { waitingSteps } from '../report/waiting-steps.ts'
import { cycleWeeksOf } from '../schedule/cycle-weeks.ts'
import { toldWeeks } from '../schedule/told-weeks.ts'
import { type Figure, shownOf } from './figure.ts'
import type { Looked } from './looked.ts'
import { offBy } from './told.ts'

/** One result of the longest chain, in weeks from the start; `weeks` is null where it is not estimated. */
export type Link = { readonly keyResultId: string; readonly fromWeek: number; readonly weeks: number | null }

/** The longest chain against the weeks of the cycle. */
export type Chain = Longest & {
  readonly links: readonly Link[]
  readonly weeks: number
  /** null where there is no cycle */
  readonly cycleWeeks: number | null
}

/** The links one after the other: of a chain that is known in part, what is not known takes no room. */
function linksOf(ids: readonly string[], weeksOf: Readonly<Record<string, number | null>>): Link[] {
  let fromWeek = 0
  return ids.map((keyResultId) => {
    const weeks = weeksOf[keyResultId] ?? null
    const link = { keyResultId, fromWeek, weeks }
    fromWeek += weeks ?? 0
    return link
  })
}

/** The longest chain in weeks; null where it is not known, or nobody has estimated it. Cost O(chain). Spec: IN9. */
export function chainOf({ snapshot, chosen, numbers }: Looked): Chain | null {
  if (!numbers) return null
  const longest = longestOf(snapshot, numbers)
  const { weeks, keyResultIds, isAfterCut } = longest
  if (weeks === null || keyResultIds.length === 0) return null
  const { expectedWeeks } = (isAfterCut ? numbers.afterCut : numbers)?.pert ?? numbers.pert
  return { ...longest, weeks, links: linksOf(keyResultIds, expectedWeeks), cycleWeeks: cycleWeeksOf(snapshot, chosen.cycleId) }
}

function countOf({ estimated, results, reached, onNodes }: Longest, { results: { dates = null } }: Looked, cycleWeeks: number | null): string {
  const known = `${estimated} of ${counted(results, 'result')} estimated${reached === 0 ? '' : `, ${reached} reached`}`
  const nodes = onNodes === 0 ? '' : `, ${needsOnNodes(onNodes)}`
  const error = dates?.chanceInTime && isByTrials(dates, cycleWeeks) ? offBy(dates.chanceInTime) : ''
  return `${known}${nodes}${dates && error !== '' ? `; tried ${dates.trials.toLocaleString('en')} times, ${error} in 100` : ''}`
}

const how =
  'Each result has three estimates in weeks, least, likely and most; (least + 4 · likely + most) ÷ 6 is expected. The longest chain of results of which each waits for the one before sets the end. The chance to be in time comes from trying all durations out thousands of times, between least and most, through all chains at once, as if all began with the cycle. What is not estimated counts no time, so the chain is then at least so long; what is reached takes none any more. Source: PERT (Malcolm et al. 1959), trials of networks (van Slyke 1963).'

function lengthOf(chain: Chain | null): string {
  return chain ? `${chain.isAtLeast ? 'at least ' : ''}${toldWeeks(chain.weeks, chain.cycleWeeks)}` : 'unknown'
}

/**
 * The longest chain: “The longest chain is 8 results and about 25 weeks; the cycle has 13.” With what the trials say of being in time. Without
 * estimates: how deep results wait for each other.
 *
 * @returns null until it is known, where nobody waits for anybody, or all is reached
 * Cost O(key results). Spec: IN9.
 */
export function chainFigure(looked: Looked): Figure | null {
  const { snapshot, chosen, numbers, results } = looked
  if (!numbers) return null
  const longest = longestOf(snapshot, numbers)
  const cycleWeeks = cycleWeeksOf(snapshot, chosen.cycleId)
  const said = chainSentence(snapshot, { steps: waitingSteps(looked.supply()), longest, cycleWeeks, dates: results.dates ?? null })
  if (!said) return null
  const chain = said.key === 'chain' ? chainOf(looked) : null
  const ids = chain?.keyResultIds ?? []
  const dependencyIds = looked.graph.needIds.filter((_, need) => {
    const [from, to] = [looked.graph.supplier[need], looked.graph.consumer[need]].map((vertex) => looked.graph.keyResultIds[vertex ?? -1] ?? '')
    return ids.indexOf(to ?? '') === ids.indexOf(from ?? '') + 1 && ids.includes(from ?? '')
  })
  return {
    id: 'chain',
    name: chain?.isAfterCut ? 'Longest chain, without the rings' : 'Longest chain',
    value: lengthOf(chain),
    reading: said.sentence,
    count: countOf(longest, looked, cycleWeeks),
    how,
    shown: ids.length === 0 ? null : shownOf({ keyResultIds: ids, dependencyIds }),
  }
}
