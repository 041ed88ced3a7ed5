import type { Cut } from '../../plan/cut.ts'
import type { Stated } from '../chance/report-numbers.ts'
import type { PertNumbers } from '../report/longest.ts'
import type { Measures } from '../report/parts.ts'

type ById = Readonly<Record<string, number | null>>

/** The measures of which a report tells ranges and errors. */
export type Ranged = 'chanceSoftExact' | 'gainIfCertain' | 'lossIfMissed' | 'contributionCounterfactual' | 'contributionShapley' | 'vAll'

/** What needs an order of the key results; there once as the network stands, and once as it would be without the cheapest cuts. */
type Ordered = {
  readonly vAll: number | null
  readonly chanceSoftExact: ById
  readonly gainIfCertain: ById
  readonly lossIfMissed: ById
  readonly contributionCounterfactual: ById
  readonly contributionShapley: ById
  readonly pert: PertNumbers
  readonly level: ById
  readonly ranges?: Readonly<Partial<Record<Ranged, Readonly<Record<string, readonly [number, number]>>>>>
  readonly simulated?: { readonly trials: number; readonly standardError: Readonly<Partial<Record<Ranged, Readonly<Record<string, number>>>>> }
}

/** What figures read of the numbers of key results. */
export type KrNumbers = Ordered & {
  readonly goal: string | null
  readonly neededByCount: ById
  readonly waitedForByCount?: ById
  readonly rings?: readonly { readonly keyResultIds: readonly string[]; readonly cut: Cut }[]
  readonly afterCut?: Ordered & { readonly withoutDependencies: readonly string[] }
}

/** Guaranteed by `krNetworkSteps`: the report has these keys, whose names are those of the worked example. */
export function krNumbersOf(krNetwork: Measures['krNetwork']): KrNumbers {
  return krNetwork as unknown as KrNumbers
}

/** How many results still wait for each key result, directly or through others: whatever is reached waits for nobody, and nobody for it. Cost O(1). Spec: CN8. */
export function waitingCounts({ neededByCount, waitedForByCount }: Pick<KrNumbers, 'neededByCount' | 'waitedForByCount'>): ById {
  return waitedForByCount ?? neededByCount
}

/** The numbers that can be said of the goal: as it stands, or where it waits for a ring as it would be without the cheapest cuts. */
export function sayable(numbers: KrNumbers): { readonly numbers: Ordered; readonly isAfterCut: boolean } {
  const isKnown = numbers.vAll !== null || numbers.ranges?.vAll !== undefined
  const { afterCut } = numbers
  return isKnown || !afterCut ? { numbers, isAfterCut: false } : { numbers: afterCut, isAfterCut: true }
}

/** One number of a measure with its range and error; null where there is none. Cost O(1). */
export function statedOf(numbers: Ordered, measure: Ranged, id: string): Stated | null {
  const standardError = numbers.simulated?.standardError[measure]?.[id] ?? null
  const value = measure === 'vAll' ? numbers.vAll : (numbers[measure][id] ?? null)
  if (value !== null) return { value, low: value, high: value, standardError }
  const range = numbers.ranges?.[measure]?.[id]
  return range ? { value: null, low: range[0], high: range[1], standardError } : null
}
