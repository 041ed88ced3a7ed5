import type { Small } from './networks.ts'

/** The definitions as they are written, without a thought for speed: a second program that the fast one is held against. */
export type Matrix = readonly (readonly number[])[]

/** Exchanges from each node to each other one. */
export function countsBetween({ size, exchanges }: Small): number[][] {
  const counts = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const { from, to } of exchanges) {
    const row = counts[from]
    if (row) row[to] = (row[to] ?? 0) + 1
  }
  return counts
}

export function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0
}

/** 1 where something is given. */
export function directed(small: Small): number[][] {
  return countsBetween(small).map((row) => row.map((count) => Math.min(1, count)))
}

/** 1 where something is given either way. */
export function undirected(small: Small): number[][] {
  const given = directed(small)
  return given.map((row, from) => row.map((_, to) => Math.max(at(given, from, to), at(given, to, from))))
}

export function without(matrix: Matrix, gone: readonly number[]): number[][] {
  return matrix.map((row, from) => row.map((value, to) => (gone.includes(from) || gone.includes(to) ? 0 : value)))
}

/** Distances by Floyd and Warshall; Infinity where there is no way. */
export function distancesIn(matrix: Matrix): number[][] {
  const distance = matrix.map((row, from) => row.map((value, to) => (from === to ? 0 : value > 0 ? 1 : Number.POSITIVE_INFINITY)))
  for (const middle of distance.keys())
    for (const row of distance)
      for (const to of row.keys()) row[to] = Math.min(row[to] ?? 0, (row[middle] ?? 0) + (distance[middle]?.[to] ?? Number.POSITIVE_INFINITY))
  return distance
}

/** Every way from one node to another that passes no node twice. */
export function pathsBetween(matrix: Matrix, from: number, to: number, before: readonly number[] = []): number[][] {
  if (from === to) return [[to]]
  const path = [...before, from]
  const nexts = [...matrix.keys()].filter((next) => at(matrix, from, next) > 0 && !path.includes(next))
  return nexts.flatMap((next) => pathsBetween(matrix, next, to, path).map((rest) => [from, ...rest]))
}

/** For ordered pairs of two others: the share of the shortest paths that pass a node, by listing them all. */
export function betweennessByPaths(matrix: Matrix): number[] {
  const sum = matrix.map(() => 0)
  for (const from of matrix.keys())
    for (const to of matrix.keys()) {
      if (from === to) continue
      const paths = pathsBetween(matrix, from, to)
      const shortest = Math.min(...paths.map(({ length }) => length))
      const best = paths.filter(({ length }) => length === shortest)
      for (const middle of matrix.keys())
        if (middle !== from && middle !== to)
          sum[middle] = (sum[middle] ?? 0) + best.filter((path) => path.includes(middle)).length / Math.max(1, best.length)
    }
  return sum
}

/** The connected groups of the nodes that are not gone, each sorted. */
export function groupsIn(matrix: Matrix, gone: readonly number[] = []): number[][] {
  const distance = distancesIn(without(matrix, gone))
  const left = [...matrix.keys()].filter((node) => !gone.includes(node))
  return left
    .filter((node) => left.every((other) => other >= node || !Number.isFinite(at(distance, node, other))))
    .map((node) => left.filter((other) => Number.isFinite(at(distance, node, other))))
}

export function largestIn(matrix: Matrix, gone: readonly number[]): number {
  return Math.max(0, ...groupsIn(matrix, gone).map(({ length }) => length))
}

/** Ordered pairs of nodes that are not among the gone, with a way from the first to the second. */
export function reachablePairs(matrix: Matrix, among: readonly number[]): [number, number][] {
  const distance = distancesIn(matrix)
  return among.flatMap((from) =>
    among.flatMap((to): [number, number][] => (from !== to && Number.isFinite(at(distance, from, to)) ? [[from, to]] : [])),
  )
}

/** All orders of the numbers below n. */
export function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]))
}

/** The solution of a system of linear equations, by elimination with the largest pivot. */
export function solve(matrix: Matrix, right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  for (const column of rows.keys()) {
    const pivot = rows.reduce(
      (best, row, index) => (index >= column && Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? index : best),
      column,
    )
    const [one, other] = [rows[column], rows[pivot]]
    if (!one || !other) continue
    rows[column] = other
    rows[pivot] = one
    for (const [index, row] of rows.entries()) {
      if (index === column) continue
      const factor = (row[column] ?? 0) / (other[column] ?? 1)
      for (const place of row.keys()) row[place] = (row[place] ?? 0) - factor * (other[place] ?? 0)
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1))
}
