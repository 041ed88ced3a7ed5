import { membersBehind, type SupplyGraph } from './supply.ts'

/** A number that unknown own chances may leave open: null, and what it would be with each of them at 0 and at 1. */
export type Bounded = { readonly value: number | null; readonly low: number; readonly high: number }

/** A number with its bounds: known where the bounds are the same by themselves. Cost O(1). */
export function bounded(low: number, high: number, isKnown: boolean): Bounded {
  return { value: isKnown ? low : null, low, high }
}

/**
 * The chance of a key result if every need were absolute: the product of the own chances of it and of all that it depends on, each once
 * however many ways lead to it. On a ring all that wait for each other are in the product once.
 *
 * @returns 0 to 1
 * Cost O(vertices + needs behind it). Spec: CN10-CN12.
 */
export function hardChance({ graph, own, known }: SupplyGraph, vertex: number): Bounded {
  let [product, isKnown] = [1, true]
  for (const each of membersBehind(graph, vertex)) {
    if (known[each] === 1) product *= own[each] ?? 0
    else isKnown = false
  }
  return bounded(isKnown ? product : 0, product, isKnown || product === 0)
}

/**
 * The weakest link: the least own chance of a key result and of all that it depends on.
 *
 * @returns 0 to 1
 * Cost O(vertices + needs behind it). Spec: CN13.
 */
export function weakestLink({ graph, own, known }: SupplyGraph, vertex: number): Bounded {
  let [least, isKnown] = [1, true]
  for (const each of membersBehind(graph, vertex)) {
    if (known[each] === 1) least = Math.min(least, own[each] ?? 0)
    else isKnown = false
  }
  return bounded(isKnown ? least : 0, least, isKnown || least === 0)
}
