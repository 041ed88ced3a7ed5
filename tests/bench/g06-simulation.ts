import { supplyOrder } from '../../lib/domain/measure/chance/order.ts'
import { simulate, usualTrials } from '../../lib/domain/measure/chance/simulate.ts'
import { finish } from '../../lib/domain/measure/step.ts'
import { simulateByBytes } from './bare-simulation.ts'
import type { Size } from './generate.ts'
import { costOf, inTurn, medianCpu, medianWall } from './measure.ts'
import { orderedGraph, ownChances } from './need-graph.ts'
import type { Result } from './result.ts'

/** The ratio is wanted at L; below, less work is saved because less is done. */
const wanted: Readonly<Partial<Record<Size, number>>> = { L: 50 }

/** 10,000 trials over all key results against the same with one byte for each. */
async function measureSize(size: Size, rounds: number): Promise<Result> {
  const graph = orderedGraph(size)
  const [order, own] = [supplyOrder(graph), ownChances(graph)]
  const ours = () => finish(simulate(graph, order, own, { trials: usualTrials, seed: 1 }))
  const bare = () => simulateByBytes(graph, { order, own, trials: usualTrials })
  const [met, bareMet] = [ours().met, bare()]
  const apart = met.reduce((most, times, vertex) => Math.max(most, Math.abs(times - (bareMet[vertex] ?? 0)) / usualTrials), 0)
  if (apart > 0.05) throw new Error(`the two simulations are ${apart} apart`)
  const samples = await inTurn(
    rounds,
    () => costOf(ours),
    () => costOf(bare),
  )
  const [mine, theirs] = [medianWall(samples.ours), medianWall(samples.reference)]
  return {
    goal: 'G6',
    what: `10,000 trials of ${graph.keyResultIds.length} key results, at ${size}`,
    ours: `${mine.toFixed(1)} ms`,
    reference: `${Math.round(theirs)} ms by bytes`,
    ratio: theirs / mine,
    cpuRatio: medianCpu(samples.reference) / medianCpu(samples.ours),
    ...(wanted[size] === undefined ? {} : { atLeast: wanted[size] }),
    rounds,
  }
}

export async function measureSimulation(): Promise<Result[]> {
  return [await measureSize('S', 7), await measureSize('M', 5), await measureSize('L', 5)]
}
