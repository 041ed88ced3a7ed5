import { makeValueGraph, type ValueGraph } from '../../../../lib/domain/measure/value/graph.ts'

/** An exchange of a test: giver and receiver as numbers, and ratings where they matter. */
export type Sketch = {
  readonly from: number
  readonly to: number
  readonly sender?: number | null
  readonly receiver?: number | null
  readonly isTangible?: boolean
}

/** A value network of nodes n0, n1, … and exchanges x0, x1, …; node i lies in area `areas[i]`, else in a0. */
export function graphOf(size: number, exchanges: readonly Sketch[], areas: readonly number[] = []): ValueGraph {
  const nodes = Array.from({ length: size }, (_, at) => ({ id: `n${at}`, areaId: `a${areas[at] ?? 0}` }))
  const given = exchanges.map(({ from, to, sender = null, receiver = null, isTangible = true }, at) => ({
    id: `x${at}`,
    fromNodeId: `n${from}`,
    toNodeId: `n${to}`,
    kind: isTangible ? ('tangible' as const) : ('intangible' as const),
    valueBySender: sender,
    valueByReceiver: receiver,
  }))
  return makeValueGraph(nodes, given)
}

/** Exchanges from pairs such as '0>1 1>2'; `5>0=4` is rated 4 by its receiver. */
export function exchangesFrom(text: string): Sketch[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [ends = '', rating] = word.split('=')
      const [from = 0, to = 0] = ends.split('>').map(Number)
      return rating === undefined ? { from, to } : { from, to, receiver: Number(rating) }
    })
}

/** A repeatable source of small networks: numbers from a seed (a linear congruential generator, other than the one under test). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = BigInt(seed) * 2_654_435_761n + 12_345n
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn
    return Number(state >> 33n) % below
  }
}

export type Small = { readonly size: number; readonly exchanges: readonly Sketch[]; readonly areas: readonly number[]; readonly graph: ValueGraph }

/** A network of 0 to `most` nodes with islands, parallel exchanges, unrated ones and ratings of 0 and less among them. */
export function smallNetwork(seed: number, most = 7): Small {
  const below = numbersFrom(seed)
  const size = below(most + 1)
  const count = size < 2 ? 0 : below(size * 3)
  const exchanges = Array.from({ length: count }, (): Sketch => {
    const from = below(size)
    const to = (from + 1 + below(size - 1)) % size
    const rating = () => (below(4) === 0 ? null : below(8) - 2)
    return { from, to, sender: rating(), receiver: rating(), isTangible: below(2) === 0 }
  })
  const areas = Array.from({ length: size }, () => below(3))
  return { size, exchanges, areas, graph: graphOf(size, exchanges, areas) }
}
