import type { Snapshot } from '../../snapshot.ts'
import { type ExchangeUse, exchangeUse } from '../chance/exchange-use.ts'
import { goalKeyResultId, goalsInReach } from '../chance/goal.ts'
import { type PromiseCounts, placedNeeds, promiseCounts } from '../chance/promises.ts'
import { krNetworkSteps } from '../chance/report.ts'
import type { Chance, SoftChances } from '../chance/soft.ts'
import { supplyGraph } from '../chance/supply.ts'
import { chanceSteps } from '../contribution/goal-chances.ts'
import { datesSteps } from '../schedule/dates.ts'
import type { Steps } from '../step.ts'
import { valueNetworkSteps } from '../value/report.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
import { type Analysis, type AnalysisOptions, datesAsked } from './analyse.ts'
import { cycleReportSteps } from './cycle-variant.ts'
import { nodeDsmSteps } from './node-dsm.ts'
import type { Said } from './said.ts'
import { sentenceSteps } from './sentences.ts'

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
export const partCount = 8

type Chances = { readonly chances: Measures['chances']; readonly soft: SoftChances }

function* chancesOf(snapshot: Snapshot, { goalId, cycleId, trials, seed }: AnalysisOptions): Steps<Chances> {
  const supply = supplyGraph(snapshot, cycleId)
  yield 0
  const chosen = goalId ? (goalKeyResultId(snapshot, goalId) ?? []) : []
  const goals = new Set([chosen, goalsInReach(snapshot, supply.graph, cycleId)].flat())
  const soft = yield* chanceSteps(supply, [...goals], { ...(trials === undefined ? {} : { trials }), ...(seed === undefined ? {} : { seed }) })
  const ids = supply.graph.keyResultIds.slice(0, supply.keyResults)
  return { chances: Object.fromEntries(ids.map((id, vertex) => [id, soft.chances[vertex] ?? null])), soft }
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
 * exchanges with their betweenness, when it may all be there, and last what is worth saying. Whoever runs it may stop between any two events.
 *
 * @throws DomainError NOT_FOUND where the goal is not there
 * Cost that of `analyse`. Spec: OR37-OR38.
 */
export function* measureParts(snapshot: Snapshot, options: AnalysisOptions): Generator<MeasureEvent, void, undefined> {
  const { goalId, focalNodeId, cycleId, ...more } = options
  const needs = placedNeeds(snapshot, cycleId)
  yield { kind: 'share', share: 0.3 }
  const counts = promiseCounts(needs)
  yield { kind: 'share', share: 0.6 }
  yield ready({ key: 'promises', value: { ...counts, ...exchangeUse(snapshot, needs) } })
  const nodeDSM = yield* told(nodeDsmSteps(snapshot, cycleId))
  yield ready({ key: 'nodeDSM', value: nodeDSM })
  const cycleVariant = yield* told(cycleReportSteps(snapshot, cycleId))
  yield ready({ key: 'cycleVariant', value: cycleVariant })
  const { chances, soft } = yield* told(chancesOf(snapshot, options))
  yield ready({ key: 'chances', value: chances })
  const krNetwork = yield* told(krNetworkSteps(snapshot, { goalId, cycleId, ...more, soft }))
  yield ready({ key: 'krNetwork', value: krNetwork })
  const valueNetwork = yield* told(valueNetworkSteps(valueGraph(snapshot), { focalNodeId }))
  yield ready({ key: 'valueNetwork', value: valueNetwork })
  const dates = yield* told(datesSteps(snapshot, datesAsked(krNetwork, options)))
  yield ready({ key: 'dates', value: dates })
  yield ready({ key: 'said', value: yield* told(sentenceSteps(snapshot, { valueNetwork, krNetwork, cycleVariant, nodeDSM, dates }, options)) })
}
