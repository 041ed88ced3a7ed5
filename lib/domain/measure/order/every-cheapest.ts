import { eachBestNext, type Remaining, remainingCosts } from './best-order.ts'
import type { OrderCosts } from './order-costs.ts'

/** All sets of pairs that cost least to turn, each pair as `from · size + to`. */
export type Cheapest = {
  readonly sets: readonly (readonly number[])[]
  /** whether there are more than are listed */
  readonly isCapped: boolean
}

type Search = {
  readonly costs: OrderCosts
  readonly remaining: Remaining
  readonly pairs: readonly number[]
  readonly bitOf: ReadonlyMap<number, bigint>
  readonly cap: number
}

/** The pairs that point backwards where a member is put after a set, as bits. */
function turned({ costs: { size }, bitOf }: Search, member: number, set: number): bigint {
  let bits = 0n
  for (let other = 0; other < size; other += 1) if (set & (1 << other)) bits |= bitOf.get(member * size + other) ?? 0n
  return bits
}

/** The sets of members that begin some cheapest order, each with the member that came last on one way there; −1 elsewhere. */
function beginnings({ costs, remaining }: Search): Int8Array {
  const last = new Int8Array(2 ** costs.size).fill(-1)
  last[0] = 0
  for (let set = 0; set < last.length; set += 1)
    if (last[set] !== -1)
      eachBestNext(remaining, costs.size, {
        set,
        visit: (member) => {
          last[set | (1 << member)] = member
        },
      })
  return last
}

/** What one way to a set has turned already. */
function turnedBefore(search: Search, last: Int8Array, set: number): bigint {
  let bits = 0n
  for (let at = set; at !== 0; ) {
    const member = last[at] ?? 0
    at &= ~(1 << member)
    bits |= turned(search, member, at)
  }
  return bits
}

function endingsAt(search: Search, endings: ReadonlyMap<number, readonly bigint[]>, set: number): bigint[] {
  const found = new Set<bigint>()
  eachBestNext(search.remaining, search.costs.size, {
    set,
    visit: (member) => {
      const bits = turned(search, member, set)
      for (const ending of endings.get(set | (1 << member)) ?? []) if (found.size <= search.cap) found.add(ending | bits)
    },
  })
  return [...found]
}

/**
 * Two orders that begin with the same members turn the same pairs from there on or others, whatever their beginnings: so the
 * endings are gathered for each beginning, and where one has more than the cap, the whole has.
 */
function gather(search: Search): { readonly found: readonly bigint[]; readonly isCapped: boolean } {
  const last = beginnings(search)
  const endings = new Map<number, readonly bigint[]>([[last.length - 1, [0n]]])
  for (let set = last.length - 2; set >= 0; set -= 1) {
    if (last[set] === -1) continue
    const found = endingsAt(search, endings, set)
    if (found.length > search.cap) {
      const before = turnedBefore(search, last, set)
      return { found: found.slice(0, search.cap).map((ending) => ending | before), isCapped: true }
    }
    endings.set(set, found)
  }
  return { found: endings.get(0) ?? [0n], isCapped: false }
}

/**
 * Every set of pairs that, turned, leaves no ring and costs least: all ties, not one of them.
 *
 * @param costs of at most `exactUpTo` members; a pair that costs nothing is no pair
 * @param cap how many sets are listed at most
 * @returns in the order of their pairs
 * Cost O(2^k · k · cap) at worst, O(2^k · k) where few sets begin a cheapest order. Spec: OR7, OR9.
 */
export function everyCheapest(costs: OrderCosts, cap: number): Cheapest {
  const pairs = Array.from(costs.cost.keys()).filter((pair) => (costs.cost[pair] ?? 0) > 0)
  const bitOf = new Map(pairs.map((pair, at) => [pair, 1n << BigInt(at)]))
  const { found, isCapped } = gather({ costs, remaining: remainingCosts(costs), pairs, bitOf, cap })
  const sets = found.map((bits) => pairs.filter((pair) => (bits & (bitOf.get(pair) ?? 0n)) !== 0n))
  return { sets, isCapped }
}
