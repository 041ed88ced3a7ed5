import fc from 'fast-check'
import { makeNeedGraph, type NeedGraph } from '../../../../lib/domain/plan/graph.ts'

/** A need from one number to another, with its strength. */
export type Drawn = readonly [supplier: number, consumer: number, strength: number]

/** A graph of numbered vertices: `k0`, `k1` …; its needs are `n0`, `n1` …. */
export function graphOf(size: number, needs: readonly Drawn[]): NeedGraph {
  const ids = Array.from({ length: size }, (_, at) => `k${at}`)
  return makeNeedGraph(
    ids,
    needs.map(([supplier, consumer, strength], at) => ({ id: `n${at}`, supplier: `k${supplier}`, consumer: `k${consumer}`, strength })),
  )
}

/** Small graphs with rings, needs side by side and islands. */
export function smallGraphs(most: number, needs: number): fc.Arbitrary<{ size: number; needs: Drawn[] }> {
  return fc.integer({ min: 1, max: most }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      needs: fc
        .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constantFrom(0, 0.25, 0.5, 1)), { maxLength: needs, size: 'max' })
        .map((list) => list.filter(([from, to]) => from !== to)),
    }),
  )
}

/** Whether needs lead nowhere back, by taking away who has no supplier left: shares no code with what it checks. */
export function isFree(size: number, needs: readonly Drawn[]): boolean {
  const left = new Set(Array.from({ length: size }, (_, at) => at))
  for (;;) {
    const next = [...left].find((at) => !needs.some(([from, to]) => to === at && left.has(from)))
    if (next === undefined) return left.size === 0
    left.delete(next)
  }
}

/** Every order of some numbers. */
export function ordersOf(members: readonly number[]): number[][] {
  if (members.length === 0) return [[]]
  return members.flatMap((first) => ordersOf(members.filter((each) => each !== first)).map((rest) => [first, ...rest]))
}
