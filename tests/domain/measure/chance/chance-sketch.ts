import { makeSupplyGraph, type SupplyGraph } from '../../../../lib/domain/measure/chance/supply.ts'
import { makeNeedGraph } from '../../../../lib/domain/plan/graph.ts'

/** A supplier and a consumer by number, and the strength between them. */
export type Need = readonly [from: number, to: number, strength: number]

/** Key results k0, k1, … with own chances, each on the node of the same number unless it says otherwise. */
export function supplyOf(own: readonly (number | null)[], needs: readonly Need[], nodeOf: (at: number) => number = (at) => at): SupplyGraph {
  const ids = own.map((_, at) => `k${at}`)
  const graph = makeNeedGraph(
    ids,
    needs.map(([from, to, strength], at) => ({ id: `n${at}`, supplier: `k${from}`, consumer: `k${to}`, strength })),
  )
  return makeSupplyGraph(
    graph,
    ids.length,
    ids.map((id, at) => ({ id, own: own[at] ?? null, nodeId: `node${nodeOf(at)}` })),
  )
}

/** The chances by the definition: the probability of every state of all key results, each summed up. Acyclic, numbered in order. */
export function bruteForce(own: readonly number[], needs: readonly Need[]): number[] {
  const chances = own.map(() => 0)
  for (let state = 0; state < 2 ** own.length; state += 1) {
    const isMet = (at: number) => (state & (1 << at)) !== 0
    const probability = own.reduce((product, chance, at) => {
      const given = needs.reduce((rest, [from, to, strength]) => (to === at && !isMet(from) ? rest * (1 - strength) : rest), chance)
      return product * (isMet(at) ? given : 1 - given)
    }, 1)
    for (const at of own.keys()) if (isMet(at)) chances[at] = (chances[at] ?? 0) + probability
  }
  return chances
}

/** A stream of numbers from 0 to 1 that is repeatable and has nothing to do with the generator under test. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Drawn = { readonly own: readonly number[]; readonly needs: readonly Need[] }

/** A random acyclic graph of up to `most` key results; suppliers have lower numbers; now and then two needs join the same two. */
export function drawGraph(seed: number, most: number): Drawn {
  const next = dice(seed)
  const size = 1 + Math.floor(next() * most)
  const share = () => [0, 0.25, 0.5, 0.8, 1, next()][Math.floor(next() * 6)] ?? 0.5
  const own = Array.from({ length: size }, share)
  const count = size < 2 ? 0 : Math.floor(next() * size * 2.2)
  const needs = Array.from({ length: count }, (): Need => {
    const to = 1 + Math.floor(next() * (size - 1))
    return [Math.floor(next() * to), to, share()]
  })
  return { own, needs }
}
