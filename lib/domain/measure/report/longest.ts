import { isReachedIn } from '../../okr/reached.ts'
import type { Snapshot } from '../../snapshot.ts'

type ById = Readonly<Record<string, number | null>>

/** What is known of durations and ends, as `krNetworkSteps` reports it. Keys with a question mark are there where they say something. */
export type PertNumbers = {
  readonly expectedWeeks: ById
  readonly earliestStart: ById
  readonly finishWeeks: number | null
  readonly criticalChain: readonly string[] | null
  readonly finishAtLeastWeeks?: number
  readonly atLeastChain?: readonly string[]
  readonly needsWithoutKeyResult?: number
}

/** The longest chain, as far as it is known. */
export type Longest = {
  /** from the first that gives to the last that needs; empty where nothing is known */
  readonly keyResultIds: readonly string[]
  /** null where nobody has estimated anything */
  readonly weeks: number | null
  /** true: a duration is unknown, so that it takes at least so long */
  readonly isAtLeast: boolean
  /** whether it is as it would be without the cheapest cut of each ring */
  readonly isAfterCut: boolean
  /** how many key results are still to do, how many of them are estimated, how many are reached, and how many needs are on nodes that have no key result for them */
  readonly results: number
  readonly estimated: number
  readonly reached: number
  readonly onNodes: number
}

type Numbers = { readonly pert: PertNumbers; readonly afterCut?: { readonly pert: PertNumbers } }

/** The longest chain, where there are rings as it would be without the cheapest cut of each. Cost O(key results). Spec: OR23, CN65, CN75. */
export function longestOf(snapshot: Snapshot, { pert, afterCut }: Numbers): Longest {
  const read = afterCut?.pert ?? pert
  const { finishWeeks, criticalChain, finishAtLeastWeeks = 0, atLeastChain = [], needsWithoutKeyResult = 0 } = read
  const all = Object.entries(read.expectedWeeks)
  const open = all.filter(([id]) => !isReachedIn(snapshot, id))
  const isKnown = finishWeeks !== null && criticalChain !== null
  return {
    keyResultIds: isKnown ? criticalChain : atLeastChain,
    weeks: isKnown ? finishWeeks : atLeastChain.length > 0 ? finishAtLeastWeeks : null,
    isAtLeast: !isKnown,
    isAfterCut: afterCut !== undefined,
    results: open.length,
    estimated: open.filter(([, weeks]) => weeks !== null).length,
    reached: all.length - open.length,
    onNodes: needsWithoutKeyResult,
  }
}
