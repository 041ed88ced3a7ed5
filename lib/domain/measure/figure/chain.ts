import { words } from '../../plan/sentence.ts'
import { find } from '../../snapshot.ts'
import { counted } from '../report/said.ts'
import { chainSentence } from '../report/sentence-chain.ts'
import { weeksOf } from '../report/sentences.ts'
import { chanceByNormal } from '../schedule/normal.ts'
import { type Figure, shownOf } from './figure.ts'
import { krNumbersOf, sayable } from './kr-numbers.ts'
import type { Looked } from './looked.ts'
import { chanceText } from './told.ts'

/** One result of the longest chain, in weeks from the start. */
export type Link = { readonly keyResultId: string; readonly fromWeek: number; readonly weeks: number }

/** The longest chain against the weeks of the cycle. */
export type Chain = {
  readonly links: readonly Link[]
  readonly finishWeeks: number
  /** null where there is no cycle */
  readonly cycleWeeks: number | null
  /** chance that the chain ends within the cycle, 0 to 1; too high where others are nearly as long */
  readonly inTime: number | null
  /** whether it is as it would be without the cheapest cut of each ring */
  readonly isAfterCut: boolean
}

/** The longest chain in weeks; null where it is not known, or nobody has estimated it. Cost O(chain). Spec: IN9. */
export function chainOf({ snapshot, chosen, numbers, results }: Looked): Chain | null {
  if (!numbers || !results.krNetwork) return null
  const isAfterCut = sayable(numbers).isAfterCut
  const { pert } = isAfterCut && numbers.afterCut ? numbers.afterCut : krNumbersOf(results.krNetwork)
  const { finishWeeks, criticalChain, criticalVariance: variance } = pert
  if (finishWeeks === null || !criticalChain || criticalChain.length === 0) return null
  const cycleWeeks = weeksOf(snapshot, chosen.cycleId)
  const isBounded = cycleWeeks !== null && variance !== null
  return {
    links: criticalChain.map((keyResultId) => ({
      keyResultId,
      fromWeek: pert.earliestStart[keyResultId] ?? 0,
      weeks: pert.expectedWeeks[keyResultId] ?? 0,
    })),
    finishWeeks,
    cycleWeeks,
    inTime: isBounded ? chanceByNormal({ expected: finishWeeks, variance, deadline: cycleWeeks }) : null,
    isAfterCut,
  }
}

function estimatedCount({ snapshot, graph }: Looked): string {
  const known = graph.keyResultIds.filter((id) => (find(snapshot, 'keyResult', id)?.estimateWeeks ?? null) !== null).length
  return `${known} of ${counted(graph.keyResultIds.length, 'result')} estimated`
}

const how =
  'Each result has three estimates in weeks, least, likely and most; (least + 4 · likely + most) ÷ 6 is expected. The longest chain of results of which each waits for the one before sets the end. Its chance to end in time takes the chain alone, so it is rather too high. Source: PERT (Malcolm et al. 1959).'

/**
 * The longest chain: “The longest chain is 8 results and about 25 weeks; the cycle has 13. It ends in time in fewer than 1 of 100.” Without
 * estimates: how deep results wait for each other.
 *
 * @returns null until it is known, or where nobody waits for anybody
 * Cost O(key results). Spec: IN9.
 */
export function chainFigure(looked: Looked): Figure | null {
  const { snapshot, chosen, numbers } = looked
  if (!numbers) return null
  const chain = chainOf(looked)
  const criticalChain = chain?.links.map(({ keyResultId }) => keyResultId) ?? []
  const weeks = { level: numbers.level, finishWeeks: chain?.finishWeeks ?? null, criticalChain, cycleWeeks: weeksOf(snapshot, chosen.cycleId) }
  const said = chainSentence(snapshot, weeks)
  if (!said) return null
  const inTime = chain?.inTime ?? null
  const chance = inTime === null ? null : chanceText({ value: inTime, low: inTime, high: inTime })
  const dependencyIds = looked.graph.needIds.filter((_, need) => {
    const [from, to] = [looked.graph.supplier[need], looked.graph.consumer[need]].map((vertex) => looked.graph.keyResultIds[vertex ?? -1] ?? '')
    return criticalChain.indexOf(to ?? '') === criticalChain.indexOf(from ?? '') + 1 && criticalChain.includes(from ?? '')
  })
  return {
    id: 'chain',
    name: chain?.isAfterCut ? 'Longest chain, without the rings' : 'Longest chain',
    value: chain ? counted(Math.round(chain.finishWeeks), 'week') : 'unknown',
    reading: chance === null ? said.sentence : [...said.sentence, words(` The chance that it ends within the cycle is ${chance}.`)],
    count: estimatedCount(looked),
    how,
    shown: criticalChain.length === 0 ? null : shownOf({ keyResultIds: criticalChain, dependencyIds }),
  }
}
