import { DirectedGraph } from 'graphology'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
import { supplyOrder } from '../../lib/domain/measure/chance/order.ts'
import { pathsToGoal } from '../../lib/domain/measure/chance/paths.ts'
import { criticalPath } from '../../lib/domain/measure/schedule/critical-path.ts'
import { betweennessOf } from '../../lib/domain/measure/value/betweenness.ts'
import { cutPointsOf } from '../../lib/domain/measure/value/cut-points.ts'
import { type Links, linksOf } from '../../lib/domain/measure/value/links.ts'
import { pageRank } from '../../lib/domain/measure/value/page-rank.ts'
import { type NeedGraph, needGraph } from '../../lib/domain/plan/graph.ts'
import { layersOf } from '../../lib/domain/plan/layers.ts'
import { componentsOf } from '../../lib/domain/plan/rings.ts'
import type { Size } from './generate.ts'
import { bytesOf } from './held-memory.ts'
import { costOf, inTurn, median, medianCpu, medianWall } from './measure.ts'
import { generatedSnapshot, orderedGraph } from './need-graph.ts'
import type { Result } from './result.ts'
import { measureWorkerMemory } from './worker-memory.ts'

/** One frame of a screen, in milliseconds of the processor. */
const frameMs = 16

type Subject = {
  readonly graph: NeedGraph
  /** the same without the needs that close rings, its order, and a duration of each */
  readonly acyclic: NeedGraph
  readonly order: Int32Array
  readonly weeks: Float64Array
  readonly gives: Links
  readonly receives: Links
  readonly neighbours: Links
}

function subjectOf(size: Size): Subject {
  const graph = needGraph(generatedSnapshot(size), null)
  const { supplier: from, consumer: to } = graph
  const vertices = graph.keyResultIds.length
  const acyclic = orderedGraph(size)
  return {
    graph,
    acyclic,
    order: supplyOrder(acyclic),
    weeks: Float64Array.from(acyclic.keyResultIds, (_, vertex) => 1 + (vertex % 7)),
    gives: linksOf({ vertices, from, to }, false),
    receives: linksOf({ vertices, from: to, to: from }, false),
    neighbours: linksOf({ vertices, from, to }, true),
  }
}

const linear: readonly (readonly [string, (subject: Subject) => unknown])[] = [
  ['topological order', ({ graph }) => supplyOrder(graph)],
  ['strongly connected components', ({ graph }) => componentsOf(graph)],
  ['articulation points and bridges', ({ neighbours }) => cutPointsOf(neighbours)],
  ['PageRank', (subject) => pageRank(subject)],
  ['layers', ({ acyclic }) => layersOf(acyclic)],
  ['dates and slack (critical path)', ({ acyclic, weeks }) => criticalPath(acyclic, weeks)],
  ['ways to a goal and their weight', ({ acyclic, order }) => pathsToGoal(acyclic, order, order.at(-1) ?? 0)],
]

/** Linear measures in processor time, each over enough repetitions to be told. */
async function measureLinear(size: Size): Promise<Result[]> {
  const [subject, rounds, repeat] = [subjectOf(size), 7, 10]
  const results: Result[] = []
  for (const [what, run] of linear) {
    run(subject)
    const costs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const { cpuMs } = await costOf(() => {
        for (let each = 0; each < repeat; each += 1) run(subject)
      })
      costs.push(cpuMs / repeat)
    }
    const ms = median(costs)
    results.push({
      goal: 'G7',
      what: `${what}, at ${size}`,
      ours: `${ms.toFixed(1)} ms CPU`,
      reference: 'one frame',
      ratio: ms / frameMs,
      atMost: 1,
      rounds,
    })
  }
  return results
}

function graphologyOf({ graph, gives }: Subject): DirectedGraph {
  const other = new DirectedGraph()
  for (const vertex of graph.keyResultIds.keys()) other.addNode(vertex)
  for (const vertex of graph.keyResultIds.keys())
    for (let place = gives.start[vertex] ?? 0; place < (gives.start[vertex + 1] ?? 0); place += 1) other.addEdge(vertex, gives.to[place])
  return other
}

/** Exact betweenness, directed, against graphology on the same pairs. */
async function measureBetweenness(size: Size, rounds: number): Promise<Result> {
  const subject = subjectOf(size)
  const other = graphologyOf(subject)
  const theirs = betweenness(other, { normalized: false })
  const ours = betweennessOf(subject.gives)
  const apart = ours.reduce((most, value, vertex) => Math.max(most, Math.abs(value - (theirs[vertex] ?? 0)) / Math.max(1, value)), 0)
  if (apart > 1e-6) throw new Error(`the two betweennesses are ${apart} apart`)
  const samples = await inTurn(
    rounds,
    () => costOf(() => betweennessOf(subject.gives)),
    () => costOf(() => betweenness(other, { normalized: false })),
  )
  const [mine, reference] = [medianWall(samples.ours), medianWall(samples.reference)]
  return {
    goal: 'G7',
    what: `exact betweenness of ${subject.graph.keyResultIds.length} key results, at ${size}`,
    ours: `${Math.round(mine)} ms`,
    reference: `${Math.round(reference)} ms graphology`,
    ratio: reference / mine,
    cpuRatio: medianCpu(samples.reference) / medianCpu(samples.ours),
    atLeast: 8,
    rounds,
  }
}

/** What the graph itself takes, with its three lists of neighbours, against the same pairs in graphology. */
function measureMemory(size: Size): Result {
  const graph = subjectOf(size)
  const { supplier: from, consumer: to } = graph.graph
  const vertices = graph.graph.keyResultIds.length
  const mine = bytesOf(() => [
    linksOf({ vertices, from, to }, false),
    linksOf({ vertices, from: to, to: from }, false),
    linksOf({ vertices, from, to }, true),
  ])
  const theirs = bytesOf(() => graphologyOf(graph))
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  return {
    goal: 'G7',
    what: `memory of the graph, at ${size}`,
    ours: megabytes(mine),
    reference: `${megabytes(theirs)} graphology`,
    ratio: mine / theirs,
    atMost: 1,
    rounds: 1,
  }
}

export async function measureMeasures(): Promise<Result[]> {
  return [
    measureMemory('L'),
    ...measureWorkerMemory(),
    ...(await measureLinear('L')),
    await measureBetweenness('S', 7),
    await measureBetweenness('M', 5),
    await measureBetweenness('L', 2),
  ]
}
