import { type ReachSets, reachSets } from './reach-sets.ts'
import { type SupplyGraph, waitedFor } from './supply.ts'

/** A number that unknown own chances may leave open: null, and what it would be with each of them at 0 and at 1. */
export type Bounded = { readonly value: number | null; readonly low: number; readonly high: number }

/** A number with its bounds: known where the bounds are the same by themselves. Cost O(1). */
export function bounded(low: number, high: number, isKnown: boolean): Bounded {
  return { value: isKnown ? low : null, low, high }
}

/**
 * The chance of a key result if every need were absolute: the product of the own chances of it and of all that it waits for, each once
 * however many ways lead to it. On a ring all that wait for each other are in the product once.
 *
 * @param behind what each vertex waits for (`waitedFor`), stubs included
 * @returns 0 to 1
 * Cost O(vertices behind it). Spec: CN10-CN12.
 */
export function hardChance(supply: SupplyGraph, vertex: number, behind: ReachSets = reachSets(waitedFor(supply))): Bounded {
  const { own, known } = supply
  let [product, isKnown] = [known[vertex] === 1 ? (own[vertex] ?? 0) : 1, known[vertex] === 1]
  behind.eachSupplierOf(vertex, (supplier) => {
    if (known[supplier] === 1) product *= own[supplier] ?? 0
    else isKnown = false
  })
  return bounded(isKnown ? product : 0, product, isKnown || product === 0)
}

/**
 * The weakest link: the least own chance of a key result and of all that it depends on.
 *
 * @param behind what each vertex waits for (`waitedFor`), stubs included
 * @returns 0 to 1
 * Cost O(vertices behind it). Spec: CN13.
 */
export function weakestLink(supply: SupplyGraph, vertex: number, behind: ReachSets = reachSets(waitedFor(supply))): Bounded {
  const { own, known } = supply
  let [least, isKnown] = [known[vertex] === 1 ? (own[vertex] ?? 0) : 1, known[vertex] === 1]
  behind.eachSupplierOf(vertex, (supplier) => {
    if (known[supplier] === 1) least = Math.min(least, own[supplier] ?? 0)
    else isKnown = false
  })
  return bounded(isKnown ? least : 0, least, isKnown || least === 0)
}
