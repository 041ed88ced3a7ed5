import type { Snapshot } from '../../snapshot.ts'
import { type ExchangeUse, exchangeUse } from '../chance/exchange-use.ts'
import { type PromiseCounts, placedNeeds, promiseCounts } from '../chance/promises.ts'
import { krNetworkSteps } from '../chance/report.ts'
import { type Chance, softChanceSteps } from '../chance/soft.ts'
import { supplyGraph } from '../chance/supply.ts'
import type { Steps } from '../step.ts'
import { valueNetworkReport } from '../value/report.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
import type { Analysis, AnalysisOptions } from './analyse.ts'
import { cycleReport } from './cycle-variant.ts'
import { nodeDsmReport } from './node-dsm.ts'
import type { Said } from './said.ts'
import { sentencesOf } from './sentences.ts'

/** All that a screen may show of the measures of a network, in the order in which it is computed: what costs little comes first. */
export type Measures = Analysis & {
  readonly promises: PromiseCounts & ExchangeUse
  /** by key result; null on or behind a ring */
  readonly chances: Readonly<Record<string, Chance | null>>
  readonly said: readonly Said[]
}

export type MeasureKey = keyof Measures

/** One measure that is ready. */
export type MeasuredPart = { readonly [K in MeasureKey]: { readonly key: K; readonly value: Measures[K] } }[MeasureKey]

/** How many parts there are. */
export const partCount = 7

function* chancesOf(snapshot: Snapshot, { cycleId }: AnalysisOptions): Steps<Measures['chances']> {
  const supply = supplyGraph(snapshot, cycleId)
  const { chances } = yield* softChanceSteps(supply)
  return Object.fromEntries(supply.graph.keyResultIds.slice(0, supply.keyResults).map((id, vertex) => [id, chances[vertex] ?? null]))
}

/** What goes on in a computation: a part is ready, or a share of the next one is done, 0 to 1. */
export type MeasureEvent = { readonly kind: 'part'; readonly part: MeasuredPart } | { readonly kind: 'share'; readonly share: number }

function* told<R>(steps: Steps<R>): Generator<MeasureEvent, R, undefined> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield { kind: 'share', share: step.value }
  }
}

function ready(part: MeasuredPart): MeasureEvent {
  return { kind: 'part', part }
}

/**
 * Every measure of a network, one part after the other: what is promised, the order of nodes, rings, chances, what the goal rests on, the
 * exchanges with their betweenness, and last what is worth saying. Whoever runs it may stop between any two events.
 *
 * @throws DomainError NOT_FOUND where the goal is not there
 * Cost that of `analyse`, and of the chances once more. Spec: OR37.
 */
export function* measureParts(snapshot: Snapshot, options: AnalysisOptions): Generator<MeasureEvent, void, undefined> {
  const { goalId, focalNodeId, cycleId, ...more } = options
  const needs = placedNeeds(snapshot, cycleId)
  yield ready({ key: 'promises', value: { ...promiseCounts(needs), ...exchangeUse(snapshot, needs) } })
  const nodeDSM = nodeDsmReport(snapshot, cycleId)
  yield ready({ key: 'nodeDSM', value: nodeDSM })
  const cycleVariant = cycleReport(snapshot, cycleId)
  yield ready({ key: 'cycleVariant', value: cycleVariant })
  yield ready({ key: 'chances', value: yield* told(chancesOf(snapshot, options)) })
  const krNetwork = yield* told(krNetworkSteps(snapshot, { goalId, cycleId, ...more }))
  yield ready({ key: 'krNetwork', value: krNetwork })
  const valueNetwork = valueNetworkReport(valueGraph(snapshot), { focalNodeId })
  yield ready({ key: 'valueNetwork', value: valueNetwork })
  yield ready({ key: 'said', value: sentencesOf(snapshot, { valueNetwork, krNetwork, cycleVariant, nodeDSM }, options) })
}
