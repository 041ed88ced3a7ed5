import { placesOf } from '../../okr/place.ts'
import type { NeedGraph } from '../../plan/graph.ts'
import { needGraph } from '../../plan/graph.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import { type SupplyGraph, supplyGraph } from '../chance/supply.ts'
import type { Chosen } from '../report/chosen.ts'
import type { Measures } from '../report/parts.ts'
import { type AskedNeed, askedNeeds } from '../value/asked-needs.ts'
import { type Capacity, capacities } from '../value/capacity.ts'
import { type FlowLoss, flowLoss } from '../value/flow-loss.ts'
import { type Reliability, reliabilities } from '../value/reliability.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
import { waysTo } from './feeds.ts'
import { type KrNumbers, krNumbersOf } from './kr-numbers.ts'

/** What the numbers are of: a network, what was asked about it (`choose`), and the day in its time zone. */
export type FigureInput = { readonly snapshot: Snapshot; readonly chosen: Chosen; readonly today: string }

/** The measures that are there already; those of a part that is missing have no figure yet. */
export type FigureResults = Partial<Measures>

/** What all figures are made from, read once. */
export type Looked = FigureInput & {
  readonly results: FigureResults
  /** the key results of the cycle and what they need */
  readonly graph: NeedGraph
  /** null until they are there */
  readonly numbers: KrNumbers | null
  /** the same as chances see it; worked out when it is first asked for */
  readonly supply: () => SupplyGraph
  /** what goes with each node; worked out when it is first asked for */
  readonly flow: () => FlowLoss & { readonly vertexById: ReadonlyMap<string, number> }
  /** the way from each node to the goal; empty where no goal is known; worked out when it is first asked for */
  readonly feeds: () => ReadonlyMap<string, readonly string[]>
  /** all that nodes ask of each other, in every cycle; worked out when it is first asked for */
  readonly asked: () => readonly AskedNeed[]
  /** what is asked of each node in the cycle, in list order; nodes of which nothing is asked are left out (Spec: IN12) */
  readonly loads: () => readonly Capacity[]
  /** how often what is asked of each node comes, in list order; nodes of which nothing is known are left out (Spec: IN13) */
  readonly kept: () => readonly Reliability[]
}

/** Works something out when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function feedsOf(snapshot: Snapshot, graph: NeedGraph, goal: string | null): ReadonlyMap<string, readonly string[]> {
  if (goal === null) return new Map()
  const places = placesOf(snapshot).ofKeyResult
  return waysTo(graph, goal, (id) => places.get(id)?.nodeId ?? null)
}

function loadsOf({ snapshot, chosen: { cycleId } }: FigureInput): readonly Capacity[] {
  if (cycleId === null || !find(snapshot, 'cycle', cycleId)) return []
  return capacities(snapshot, cycleId).filter(({ asked }) => asked.count > 0)
}

function keptOf({ snapshot, chosen: { cycleId }, today }: FigureInput): readonly Reliability[] {
  return reliabilities(snapshot, { today, cycleId }).filter(({ asked, running }) => asked + running > 0)
}

/** Reads what all figures are made from. Cost that of `needGraph`. */
export function look(input: FigureInput, results: FigureResults): Looked {
  const { snapshot, chosen } = input
  const numbers = results.krNetwork ? krNumbersOf(results.krNetwork) : null
  const graph = needGraph(snapshot, chosen.cycleId)
  const flow = once(() => {
    const value = valueGraph(snapshot)
    return { ...flowLoss(value), vertexById: value.vertexById }
  })
  return {
    ...input,
    results,
    graph,
    numbers,
    flow,
    supply: once(() => supplyGraph(snapshot, chosen.cycleId)),
    feeds: once(() => feedsOf(snapshot, graph, numbers?.goal ?? null)),
    asked: once(() => askedNeeds(snapshot)),
    loads: once(() => loadsOf(input)),
    kept: once(() => keptOf(input)),
  }
}
