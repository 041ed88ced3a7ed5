import { describe, expect, test } from 'vitest'
import { betweennessOf, undirectedBetweennessOf } from '../../../../lib/domain/measure/value/betweenness.ts'
import { burtTies } from '../../../../lib/domain/measure/value/constraint.ts'
import { cutPointsOf } from '../../../../lib/domain/measure/value/cut-points.ts'
import { diameter, distancesOf, meanDistance, meanReachableDistance } from '../../../../lib/domain/measure/value/distances.ts'
import { flowLoss } from '../../../../lib/domain/measure/value/flow-loss.ts'
import { katz } from '../../../../lib/domain/measure/value/katz.ts'
import { loseNodes } from '../../../../lib/domain/measure/value/lose-nodes.ts'
import { modularityOfAreas } from '../../../../lib/domain/measure/value/modularity.ts'
import { pageRank } from '../../../../lib/domain/measure/value/page-rank.ts'
import { randomLoss } from '../../../../lib/domain/measure/value/random-loss.ts'
import { reciprocity } from '../../../../lib/domain/measure/value/reciprocity.ts'
import { adaptiveRobustness, staticRobustness } from '../../../../lib/domain/measure/value/robustness.ts'
import { spectralRadius } from '../../../../lib/domain/measure/value/spectral-radius.ts'
import { valueLoops } from '../../../../lib/domain/measure/value/value-loops.ts'
import {
  at,
  betweennessByPaths,
  countsBetween,
  directed,
  distancesIn,
  groupsIn,
  largestIn,
  ordersOf,
  reachablePairs,
  solve,
  undirected,
  without,
} from './brute-force.ts'
import { type Small, smallNetwork } from './networks.ts'

const tries = process.env['WEFT_LONG'] ? 20_000 : 1_000

function close(ours: ArrayLike<number | null>, theirs: readonly (number | null)[]): void {
  expect(ours.length).toBe(theirs.length)
  for (const [index, value] of theirs.entries()) {
    const mine = ours[index] ?? null
    if (value === null || mine === null) expect(mine).toBe(value)
    else expect(Math.abs(mine - value)).toBeLessThan(1e-9)
  }
}

/** Runs a comparison on seeded networks; a failure says on which one. */
function onSmallNetworks(compare: (small: Small) => void, most = 7, count = tries): void {
  for (let seed = 1; seed <= count; seed += 1) {
    const small = smallNetwork(seed, most)
    try {
      compare(small)
    } catch (cause) {
      throw new Error(`network of seed ${seed}: ${JSON.stringify(small.exchanges)} among ${small.size}`, { cause })
    }
  }
}

function nodesOf({ size }: Small): number[] {
  return [...new Array(size).keys()]
}

describe('against the definition, on thousands of small networks', () => {
  test('VN12: distances are those of Floyd and Warshall; a mean is unknown where some pair is unreachable', () => {
    onSmallNetworks((small) => {
      for (const [links, matrix] of [
        [small.graph.gives, directed(small)],
        [small.graph.neighbours, undirected(small)],
      ] as const) {
        const ours = distancesOf(links)
        const between = reachablePairs(matrix, nodesOf(small)).map(([from, to]) => at(distancesIn(matrix), from, to))
        const total = between.reduce((sum, each) => sum + each, 0)
        const isWhole = small.size > 1 && between.length === small.size * (small.size - 1)
        expect(ours.reachable).toBe(between.length)
        close([meanDistance(ours), diameter(ours)], isWhole ? [total / between.length, Math.max(...between)] : [null, null])
        close([meanReachableDistance(ours)], [between.length === 0 ? null : total / between.length])
        const pairs = reachablePairs(matrix, nodesOf(small))
        expect([...ours.reaches]).toEqual(nodesOf(small).map((node) => pairs.filter(([from]) => from === node).length))
        expect([...ours.reachedBy]).toEqual(nodesOf(small).map((node) => pairs.filter(([, to]) => to === node).length))
      }
    })
  })

  test('VN16: betweenness is that of all shortest paths, listed one by one', () => {
    onSmallNetworks((small) => {
      close(betweennessOf(small.graph.gives), betweennessByPaths(directed(small)))
      close(
        undirectedBetweennessOf(small.graph.neighbours),
        betweennessByPaths(undirected(small)).map((sum) => sum / 2),
      )
    }, 6)
  })

  test('VN18: cut points and bridges are what leaves more pieces when it is taken out', () => {
    onSmallNetworks((small) => {
      const matrix = undirected(small)
      const pieces = groupsIn(matrix).length
      const ours = cutPointsOf(small.graph.neighbours)
      expect(ours.vertices).toEqual(nodesOf(small).filter((node) => groupsIn(matrix, [node]).length > pieces))
      const pairs = nodesOf(small).flatMap((a) => nodesOf(small).flatMap((b): [number, number][] => (a < b && at(matrix, a, b) ? [[a, b]] : [])))
      const cut = ([a, b]: [number, number]) =>
        matrix.map((row, from) => row.map((value, to) => ((from === a && to === b) || (from === b && to === a) ? 0 : value)))
      expect(ours.bridges).toEqual(pairs.filter((pair) => groupsIn(cut(pair)).length > pieces))
    })
  })

  test('VN19: flow loss by dominators is what is no longer reachable among the rest', () => {
    onSmallNetworks((small) => {
      const matrix = directed(small)
      const ours = flowLoss(small.graph)
      expect(ours.base).toBe(reachablePairs(matrix, nodesOf(small)).length)
      for (const node of nodesOf(small)) {
        const others = nodesOf(small).filter((other) => other !== node)
        const before = reachablePairs(matrix, others)
        const after = reachablePairs(without(matrix, [node]), others)
        expect([ours.baseWithout[node], ours.cut[node]]).toEqual([before.length, before.length - after.length])
        close([ours.share[node] ?? null], [before.length === 0 ? null : 1 - after.length / before.length])
      }
    })
  })

  test('VN37: what is cut when several nodes go is what is no longer reachable among the others', () => {
    onSmallNetworks((small) => {
      const gone = nodesOf(small).filter((node) => node % 3 === 0)
      const others = nodesOf(small).filter((node) => !gone.includes(node))
      const name = ([from, to]: [number, number]) => `n${from} n${to}`
      const before = reachablePairs(directed(small), others).map(name)
      const after = new Set(reachablePairs(without(directed(small), gone), others).map(name))
      const ours = loseNodes(
        small.graph,
        gone.map((node) => `n${node}`),
      )
      expect(ours.cutPairs.map((pair) => pair.join(' '))).toEqual(before.filter((pair) => !after.has(pair)))
      expect([ours.pairsBefore, ours.pairsCut]).toEqual([before.length, ours.cutPairs.length])
    })
  })

  test('VN20: robustness takes the busiest first, by degrees of the beginning or of what is left', () => {
    onSmallNetworks((small) => {
      const matrix = undirected(small)
      const degree = (node: number, gone: readonly number[]) =>
        nodesOf(small).filter((other) => !gone.includes(other) && at(matrix, node, other)).length
      for (const [ours, isAdaptive] of [
        [adaptiveRobustness(small.graph.neighbours), true],
        [staticRobustness(small.graph.neighbours), false],
      ] as const) {
        const order: number[] = []
        const left: number[] = []
        while (order.length < small.size) {
          const staying = nodesOf(small).filter((node) => !order.includes(node))
          const most = Math.max(...staying.map((node) => degree(node, isAdaptive ? order : [])))
          order.push(staying.find((node) => degree(node, isAdaptive ? order : []) === most) ?? -1)
          left.push(largestIn(matrix, order) / small.size)
        }
        expect(ours.order).toEqual(order)
        close(ours.left, left)
        close([ours.mean], [small.size === 0 ? null : left.reduce((sum, share) => sum + share, 0) / small.size])
      }
    })
  })

  test('VN22: random loss is the mean over every order of removal', () => {
    onSmallNetworks(
      (small) => {
        const orders = ordersOf(nodesOf(small))
        const mean = nodesOf(small).map(
          (step) => orders.reduce((sum, order) => sum + largestIn(undirected(small), order.slice(0, step + 1)), 0) / orders.length / small.size,
        )
        close(randomLoss(small.graph.neighbours).left, mean)
      },
      5,
      Math.ceil(tries / 10),
    )
  })

  test('VN23: constraint and effective size by their sums', () => {
    onSmallNetworks((small) => {
      const given = countsBetween(small)
      const z = given.map((row, from) => row.map((count, to) => count + at(given, to, from)))
      const total = z.map((row) => row.reduce((sum, value) => sum + value, 0))
      const most = z.map((row) => Math.max(0, ...row))
      const p = (from: number, to: number) => at(z, from, to) / (total[from] ?? 1)
      const near = (node: number) => nodesOf(small).filter((other) => at(z, node, other) > 0)
      const constraint = nodesOf(small).map((i) =>
        near(i).length === 0
          ? null
          : near(i).reduce((sum, j) => sum + (p(i, j) + near(i).reduce((way, q) => way + (q === j ? 0 : p(i, q) * p(q, j)), 0)) ** 2, 0),
      )
      const size = nodesOf(small).map((i) =>
        near(i).length === 0
          ? null
          : near(i).reduce((sum, j) => sum + 1 - near(i).reduce((way, q) => way + (q === j ? 0 : (p(i, q) * at(z, j, q)) / (most[j] ?? 1)), 0), 0),
      )
      const ours = burtTies(small.graph.neighbours)
      close(ours.constraint, constraint)
      close(ours.effectiveSize, size)
    })
  })

  test('VN24: modularity by its double sum over nodes', () => {
    onSmallNetworks((small) => {
      const matrix = undirected(small)
      const degree = matrix.map((row) => row.reduce((sum, value) => sum + value, 0))
      const twice = degree.reduce((sum, value) => sum + value, 0)
      const sum = nodesOf(small).reduce(
        (whole, i) =>
          whole +
          nodesOf(small).reduce(
            (part, j) => part + (small.areas[i] === small.areas[j] ? at(matrix, i, j) - ((degree[i] ?? 0) * (degree[j] ?? 0)) / twice : 0),
            0,
          ),
        0,
      )
      close([modularityOfAreas(small.graph)], [twice === 0 ? null : sum / twice])
    })
  })

  test('VN27: PageRank solves its equations; who gives nothing gives to all', () => {
    onSmallNetworks((small) => {
      const matrix = directed(small)
      const out = matrix.map((row) => row.reduce((sum, value) => sum + value, 0))
      const share = (from: number, to: number) => (out[from] === 0 ? 1 / small.size : at(matrix, from, to) / (out[from] ?? 1))
      const equations = nodesOf(small).map((to) => nodesOf(small).map((from) => Number(from === to) - 0.85 * share(from, to)))
      const solution = solve(
        equations,
        nodesOf(small).map(() => 0.15 / small.size),
      )
      close(pageRank(small.graph), solution)
    })
  })

  test('VN28: the spectral radius lies where the growth of walks says, by squaring the matrix ten times', () => {
    onSmallNetworks((small) => {
      const ours = spectralRadius(small.graph.gives)
      if (small.size === 0) return expect(ours).toBeNull()
      expect(Math.abs((ours?.value ?? -1) - radiusBySquaring(countsBetween(small)))).toBeLessThan(0.02)
      expect(ours?.error).toBeLessThan(1e-9)
    })
  })

  test('VN29: Katz solves its equations, and is unknown where α·ρ is 1 or more', () => {
    let unknown = 0
    onSmallNetworks((small) => {
      const radius = spectralRadius(small.graph.gives)
      const ours = katz(small.graph.receives, radius, 0.35)
      if (radius !== null && 0.35 * radius.value >= 1 - 1e-9) {
        unknown += 1
        return expect(ours).toBeNull()
      }
      const given = countsBetween(small)
      const equations = nodesOf(small).map((to) => nodesOf(small).map((from) => Number(from === to) - 0.35 * at(given, from, to)))
      const solution = solve(
        equations,
        nodesOf(small).map(() => 1),
      )
      for (const [node, value] of solution.entries()) expect(Math.abs((ours?.[node] ?? -1) / value - 1)).toBeLessThan(1e-7)
    })
    expect(unknown).toBeGreaterThan(10)
  })

  test('VN8: an exchange comes back where its receiver reaches its giver', () => {
    onSmallNetworks((small) => {
      const distance = distancesIn(directed(small))
      const back = small.exchanges.filter(({ from, to }) => Number.isFinite(at(distance, to, from))).length
      close([reciprocity(small.graph).loop], [small.exchanges.length === 0 ? null : back / small.exchanges.length])
    })
  })

  test('VN30: value loops are all orders of exchanges that lead back and meet no node twice', () => {
    onSmallNetworks((small) => {
      if (small.size === 0) return
      const usable = small.exchanges.flatMap((each, index) => ((each.receiver ?? 0) > 0 ? [{ ...each, index }] : []))
      const extend = (path: readonly number[], node: number, met: readonly number[]): number[][] =>
        usable
          .filter(({ from }) => from === node)
          .flatMap(({ to, index }) => (to === 0 ? [[...path, index]] : met.includes(to) ? [] : extend([...path, index], to, [...met, to])))
      const all = extend([], 0, [0])
      const ours = valueLoops(small.graph, 0)
      expect(ours.isComplete).toBe(true)
      expect(ours.loops.map(({ exchanges }) => exchanges.join(' ')).sort()).toEqual(all.map((path) => path.join(' ')).sort())
      const score = (path: readonly number[]) => path.reduce((product, index) => (product * (small.exchanges[index]?.receiver ?? 0)) / 5, 1)
      const total = all.reduce((sum, path) => sum + score(path), 0)
      close([ours.totalScore], [total])
      const through = nodesOf(small).map((node) => all.filter((path) => path.some((index) => small.exchanges[index]?.to === node)))
      close(
        ours.importance,
        through.map((paths) => (all.length === 0 ? null : paths.reduce((sum, path) => sum + score(path), 0) / total)),
      )
    })
  })
})

/** ρ = lim ‖A^k‖^(1/k), at k = 1,024. */
function radiusBySquaring(matrix: readonly (readonly number[])[]): number {
  let [power, log] = [matrix.map((row) => [...row]), 0]
  for (let step = 0; step < 10; step += 1) {
    power = power.map((row) => row.map((_, column) => row.reduce((sum, value, middle) => sum + value * at(power, middle, column), 0)))
    const norm = Math.max(...power.map((row) => row.reduce((sum, value) => sum + value, 0)))
    if (norm === 0) return 0
    power = power.map((row) => row.map((value) => value / norm))
    log = 2 * log + Math.log(norm)
  }
  return Math.exp(log / 1_024)
}
