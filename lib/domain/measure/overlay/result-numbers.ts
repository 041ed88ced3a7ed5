import { placeOfKeyResult } from '../../okr/place.ts'
import { isReachedIn } from '../../okr/reached.ts'
import { countDownstreamOfAll } from '../../plan/reach.ts'
import type { Stated } from '../chance/report-numbers.ts'
import { waitedFor } from '../chance/supply.ts'
import { forecastOf } from '../figure/chance.ts'
import { type Ranged, sayable, statedOf, waitingCounts } from '../figure/kr-numbers.ts'
import type { Looked } from '../figure/looked.ts'
import { toldPart } from '../figure/told.ts'
import { counted, toldInHundred } from '../report/said.ts'

/** A number as a drawing carries it. */
export type OverlayNumber = {
  /** as short as it can be: “25”, “8–31”, “<1”; “–” where it is unknown */
  readonly value: string
  /** the count behind it: “3 results” */
  readonly count: string
  /** both in words, for those who do not see the drawing */
  readonly said: string
}

/** By id; what has no number of this kind is missing. */
export type Numbers = { readonly nodes: ReadonlyMap<string, OverlayNumber>; readonly keyResults: ReadonlyMap<string, OverlayNumber> }

type Known = { readonly id: string; readonly stated: Stated | null }

function short(share: number): string {
  return toldInHundred(share).replace('less than ', '<').replace('more than ', '>')
}

/** A share in hundredths as short as it can be: “25”, “8–31”, “–”. Cost O(1). Spec: OV3. */
export function shortText(stated: Stated | null): string {
  if (!stated) return '–'
  const [low, high] = [short(stated.value ?? stated.low), short(stated.value ?? stated.high)]
  return low === high ? low : `${low}–${high}`
}

/** What a number is called when it is read out. Cost O(1). */
export function saidNumber(what: string, value: string, count: string): OverlayNumber {
  return { value, count, said: `${what} ${value === '–' ? 'unknown' : value}, ${count}` }
}

/** The key results of the cycle by node, in document order. Cost O(key results). */
function resultsByNode({ snapshot, graph, results, numbers }: Looked): ReadonlyMap<string, readonly string[]> {
  const isCounted = (id: string) => Object.hasOwn(results.chances ?? {}, id) || Object.hasOwn(numbers?.neededByCount ?? {}, id)
  const placed = graph.keyResultIds.filter(isCounted).map((id) => ({ id, nodeId: placeOfKeyResult(snapshot, id).nodeId }))
  return new Map([...Map.groupBy(placed, ({ nodeId }) => nodeId ?? '')].map(([nodeId, own]) => [nodeId, own.map(({ id }) => id)]))
}

function ends({ stated }: Known): { readonly low: number; readonly high: number } {
  return stated ? { low: stated.value ?? stated.low, high: stated.value ?? stated.high } : { low: 0, high: 1 }
}

/** The one that decides among several; null where none is known. Of ranges the one whose nearer end decides. Cost O(n). */
function deciding(known: readonly Known[], pick: 'least' | 'most'): Known | null {
  const there = known.filter(({ stated }) => stated !== null)
  const key = (each: Known) => (pick === 'least' ? ends(each).low : -ends(each).high)
  return there.reduce<Known | null>((best, each) => (best === null || key(each) < key(best) ? each : best), null)
}

function ofNodes(
  looked: Looked,
  known: ReadonlyMap<string, Stated | null>,
  pick: 'least' | 'most',
  what: string,
): ReadonlyMap<string, OverlayNumber> {
  return new Map(
    [...resultsByNode(looked)].map(([nodeId, ids]) => {
      const own = ids.map((id) => ({ id, stated: known.get(id) ?? null }))
      const unknown = own.filter(({ stated }) => stated === null).length
      const of = unknown === 0 ? counted(own.length, 'result') : `${own.length - unknown} of ${counted(own.length, 'result')} known`
      return [nodeId, saidNumber(what, shortText(deciding(own, pick)?.stated ?? null), of)]
    }),
  )
}

/**
 * The chance of each key result, and of each node that of its least likely one; on or behind a ring as it would be without the cheapest cuts.
 *
 * @returns null until it is measured
 * Cost O(key results). Spec: OV1, OV2.
 */
export function chanceNumbers(looked: Looked): Numbers | null {
  const { chances } = looked.results
  if (!chances) return null
  const forecasts = looked.graph.keyResultIds.filter((id) => Object.hasOwn(chances, id)).map((id) => ({ id, forecast: forecastOf(looked, id) }))
  const known = new Map(forecasts.map(({ id, forecast }) => [id, forecast?.stated ?? null]))
  const count = (isAfterCut: boolean | undefined, stated: Stated | null) =>
    stated === null ? 'waits for a ring' : isAfterCut ? 'without the rings' : 'in 100'
  return {
    keyResults: new Map(
      forecasts.map(({ id, forecast }) => {
        const stated = forecast?.stated ?? null
        return [id, saidNumber('chance', shortText(stated), count(forecast?.isAfterCut, stated))]
      }),
    ),
    nodes: ofNodes(looked, known, 'least', 'chance of the least likely result, in 100:'),
  }
}

const swingWords = {
  gainIfCertain: { result: 'help here adds', node: 'help at its best result adds, in 100:' },
  lossIfMissed: { result: 'if this slips the goal loses', node: 'if all of its results slip the goal loses, in 100:' },
} as const

/**
 * What each key result that is not reached means for the goal if it is made certain, or missed; of a node its best one, or all of its own missed together.
 *
 * @returns null until it is measured, and where there is no goal
 * Cost O(key results). Spec: OV1, OV2, OV4.
 */
export function swingNumbers(looked: Looked, measure: Extract<Ranged, 'gainIfCertain' | 'lossIfMissed'>): Numbers | null {
  if (!looked.numbers || looked.numbers.goal === null) return null
  const { numbers, isAfterCut } = sayable(looked.numbers)
  const chance = statedOf(numbers, 'vAll', 'goal')
  const toldOf = (part: Stated | null) => part && toldPart(chance, part, measure === 'gainIfCertain' ? 'added' : 'lost')
  const known = new Map(looked.graph.keyResultIds.map((id) => [id, toldOf(statedOf(numbers, measure, id))]))
  const words = swingWords[measure]
  const whole = `of ${shortText(chance)}${isAfterCut ? ' without the rings' : ''}`
  const own = resultsByNode(looked)
  const open = [...own.values()].flat().filter((id) => !isReachedIn(looked.snapshot, id))
  const together = [...own].map(
    ([nodeId, ids]) =>
      [
        nodeId,
        saidNumber(words.node, shortText(toldOf(statedOf(numbers, 'contributionCounterfactual', nodeId))), counted(ids.length, 'result')),
      ] as const,
  )
  return {
    keyResults: new Map(open.map((id) => [id, saidNumber(words.result, shortText(known.get(id) ?? null), whole)])),
    nodes: measure === 'lossIfMissed' ? new Map(together) : ofNodes(looked, known, 'most', words.node),
  }
}

/**
 * How many results wait for each, directly or through others; for a node those of other nodes, each once. What is reached waits for nobody, and nobody
 * for it.
 *
 * @returns null until it is measured
 * Cost O(nodes · (key results + needs)). Spec: OV1, OV5, CN8.
 */
export function neededNumbers(looked: Looked): Numbers | null {
  if (!looked.numbers) return null
  const counts = waitingCounts(looked.numbers)
  const graph = waitedFor(looked.supply())
  const whole = `of ${counted(Object.keys(counts).length, 'result')}`
  const nodes = [...resultsByNode(looked)].map(([nodeId, ids]) => {
    const open = ids.filter((id) => !isReachedIn(looked.snapshot, id))
    const waiting = countDownstreamOfAll(graph, open)
    return [nodeId, saidNumber('needed by results of others:', String(waiting), whole)] as const
  })
  return {
    keyResults: new Map(Object.entries(counts).map(([id, count]) => [id, saidNumber('needed by', count === null ? '–' : String(count), whole)])),
    nodes: new Map(nodes),
  }
}
