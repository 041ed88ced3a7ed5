import type { NeedGraph } from '../../plan/graph.ts'
import { needGraph } from '../../plan/graph.ts'
import type { Snapshot } from '../../snapshot.ts'
import { type SupplyGraph, supplyGraph } from '../chance/supply.ts'
import type { Chosen } from '../report/chosen.ts'
import type { Measures } from '../report/parts.ts'
import { type FlowLoss, flowLoss } from '../value/flow-loss.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
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
}

/** Reads what all figures are made from. Cost that of `needGraph`. */
export function look(input: FigureInput, results: FigureResults): Looked {
  const numbers = results.krNetwork ? krNumbersOf(results.krNetwork) : null
  let known: ReturnType<Looked['flow']> | null = null
  const flow = () => {
    if (known) return known
    const graph = valueGraph(input.snapshot)
    known = { ...flowLoss(graph), vertexById: graph.vertexById }
    return known
  }
  let seen: SupplyGraph | null = null
  const supply = () => {
    seen ??= supplyGraph(input.snapshot, input.chosen.cycleId)
    return seen
  }
  return { ...input, results, flow, supply, graph: needGraph(input.snapshot, input.chosen.cycleId), numbers }
}
