import { DirectedGraph, UndirectedGraph } from 'graphology'
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js'
import pagerank from 'graphology-metrics/centrality/pagerank.js'
import { describe, expect, test } from 'vitest'
import { betweennessOf, undirectedBetweennessOf } from '../../../../lib/domain/measure/value/betweenness.ts'
import { cutPointsOf } from '../../../../lib/domain/measure/value/cut-points.ts'
import { distancesOf } from '../../../../lib/domain/measure/value/distances.ts'
import { flowLoss } from '../../../../lib/domain/measure/value/flow-loss.ts'
import type { ValueGraph } from '../../../../lib/domain/measure/value/graph.ts'
import { loseNodes } from '../../../../lib/domain/measure/value/lose-nodes.ts'
import { pageRank } from '../../../../lib/domain/measure/value/page-rank.ts'
import { pieceOfEach } from '../../../../lib/domain/measure/value/reach.ts'
import { at, directed, distancesIn } from './brute-force.ts'
import { graphOf, numbersFrom, type Sketch } from './networks.ts'

/** A network too large to list its paths, so that every batch and every deep search is really used. */
function middling(seed: number, size: number, links: number): { readonly graph: ValueGraph; readonly exchanges: Sketch[] } {
  const below = numbersFrom(seed)
  const exchanges = Array.from({ length: links }, () => {
    const from = below(size)
    return { from, to: (from + 1 + below(below(3) === 0 ? size - 1 : 5)) % size }
  })
  return { graph: graphOf(size, exchanges), exchanges }
}

function inLibrary<G extends DirectedGraph | UndirectedGraph>(library: G, { nodeIds, from, to }: ValueGraph): G {
  for (const id of nodeIds) library.addNode(id)
  for (const [exchange, giver] of from.entries()) library.mergeEdge(nodeIds[giver], nodeIds[to[exchange] ?? 0])
  return library
}

describe.each([
  [1, 33, 60],
  [2, 64, 200],
  [3, 97, 130],
  [4, 150, 900],
])('network %i of %i nodes', (seed, size, links) => {
  const { graph, exchanges } = middling(seed, size, links)
  const ids = [...graph.nodeIds.keys()]

  test('VN16: betweenness agrees with a library', () => {
    const options = { normalized: false, getEdgeWeight: null }
    const both = betweennessCentrality(inLibrary(new DirectedGraph(), graph), options)
    const either = betweennessCentrality(inLibrary(new UndirectedGraph(), graph), options)
    const [ours, halved] = [betweennessOf(graph.gives), undirectedBetweennessOf(graph.neighbours)]
    for (const vertex of ids) {
      expect(ours[vertex]).toBeCloseTo(both[`n${vertex}`] ?? -1, 8)
      expect(halved[vertex]).toBeCloseTo(either[`n${vertex}`] ?? -1, 8)
    }
  })

  test('VN27: PageRank agrees with a library, and adds up to 1', () => {
    const theirs = pagerank(inLibrary(new DirectedGraph(), graph), { alpha: 0.85, tolerance: 1e-10, maxIterations: 1_000, getEdgeWeight: null })
    const ours = pageRank(graph)
    for (const vertex of ids) expect(ours[vertex]).toBeCloseTo(theirs[`n${vertex}`] ?? -1, 6)
    expect(ours.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 12)
  })

  test('VN12: distances from more sources than a word has bits', () => {
    const between = distancesIn(directed({ size, exchanges, areas: [], graph }))
    const known = ids.flatMap((from) => ids.flatMap((to) => (from !== to && Number.isFinite(at(between, from, to)) ? [at(between, from, to)] : [])))
    const { reachable, total, longest } = distancesOf(graph.gives)
    expect([reachable, total, longest]).toEqual([known.length, known.reduce((sum, each) => sum + each, 0), Math.max(...known)])
  })

  test('VN19: what a node cuts by dominators is what is cut when it goes', () => {
    const { cut, baseWithout } = flowLoss(graph)
    for (const vertex of ids) {
      const { pairsBefore, pairsCut } = loseNodes(graph, [`n${vertex}`])
      expect([baseWithout[vertex], cut[vertex]]).toEqual([pairsBefore, pairsCut])
    }
  })

  test('VN18: cut points leave more pieces, and no other node does', () => {
    const pieces = (gone: number) => {
      const isBarred = Uint8Array.from(ids, (vertex) => Number(vertex === gone))
      return new Set(pieceOfEach(graph.neighbours, isBarred)).size - Number(gone !== -1)
    }
    expect(cutPointsOf(graph.neighbours).vertices).toEqual(ids.filter((vertex) => pieces(vertex) > pieces(-1)))
  })
})

test('VN18: a line of 20,000 nodes is searched without running out of stack', () => {
  const line = graphOf(
    20_000,
    Array.from({ length: 19_999 }, (_, from) => ({ from, to: from + 1 })),
  )
  const { vertices, bridges } = cutPointsOf(line.neighbours)
  expect([vertices.length, bridges.length]).toEqual([19_998, 19_999])
})
