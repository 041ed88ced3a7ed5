import type { Snapshot } from '../../snapshot.ts'
import { type KrNetworkOptions, krNetworkSteps } from '../chance/report.ts'
import { type Dates, type DatesQuestion, datesSteps } from '../schedule/dates.ts'
import { finish, type Returned, type Steps, within } from '../step.ts'
import { type ValueNetworkReport, valueNetworkSteps } from '../value/report.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
import type { Chosen } from './chosen.ts'
import { type CycleReport, cycleReport } from './cycle-variant.ts'
import { type NodeDsmReport, nodeDsmReport } from './node-dsm.ts'

/** All that is known of a network, per record by the document's ids. Unknown is null. */
export type Analysis = {
  readonly valueNetwork: ValueNetworkReport
  readonly krNetwork: Returned<typeof krNetworkSteps>
  readonly cycleVariant: CycleReport
  readonly nodeDSM: NodeDsmReport
  /** where they were asked for; null where nobody has estimated anything */
  readonly dates?: Dates | null
}

export type AnalysisOptions = Chosen & Omit<KrNetworkOptions, 'goalId' | 'cycleId'> & { readonly dates?: boolean }

/** What dates are asked about: where results wait in circles, the network without the cheapest cuts. Cost O(1). Spec: CN75. */
export function datesAsked(
  krNetwork: Analysis['krNetwork'],
  { cycleId, trials, seed }: Pick<AnalysisOptions, 'cycleId' | 'trials' | 'seed'>,
): DatesQuestion {
  return {
    cycleId,
    ...(trials === undefined ? {} : { trials }),
    ...(seed === undefined ? {} : { seed }),
    without: krNetwork.rings?.flatMap(({ cut }) => cut.needIds) ?? [],
  }
}

/**
 * Every measure of a network: of its exchanges, of its key results and their needs, of its rings, of the order of its nodes, and, where
 * dates are asked for, when it may all be there.
 *
 * @param options what the analysis is about (`choose`); a deadline in weeks and the trials of simulations where they are wanted
 * @throws DomainError NOT_FOUND where the goal is not there
 * Cost that of its parts. Spec: OR15-OR16.
 */
export function* analyseSteps(snapshot: Snapshot, { goalId, focalNodeId, cycleId, dates, ...more }: AnalysisOptions): Steps<Analysis> {
  const cycleVariant = cycleReport(snapshot, cycleId)
  yield 0.05
  const nodeDSM = nodeDsmReport(snapshot, cycleId)
  yield 0.1
  const krNetwork = yield* within(krNetworkSteps(snapshot, { goalId, cycleId, ...more }), 0.1, 0.7)
  const valueNetwork = yield* within(valueNetworkSteps(valueGraph(snapshot), { focalNodeId }), 0.7, 0.9)
  const parts = { valueNetwork, krNetwork, cycleVariant, nodeDSM }
  if (!dates) return parts
  return { ...parts, dates: yield* within(datesSteps(snapshot, datesAsked(krNetwork, { cycleId, ...more })), 0.9, 1) }
}

/** `analyseSteps` to its end. Spec: OR15-OR16. */
export function analyse(snapshot: Snapshot, options: AnalysisOptions): Analysis {
  return finish(analyseSteps(snapshot, options))
}
