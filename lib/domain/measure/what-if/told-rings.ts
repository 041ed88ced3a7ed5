import { cheapestCut } from '../../plan/cut.ts'
import { cutSentence, ringSentence } from '../../plan/ring-sentence.ts'
import { ringsOf } from '../../plan/rings.ts'
import { type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import { keyResultGraph, type SupplyGraph } from '../chance/supply.ts'

/** Key results that wait for each other, and what would free them. */
export type ToldRing = {
  readonly keyResultIds: readonly string[]
  /** the needs of its cheapest cut */
  readonly needIds: readonly string[]
  /** both in words, with the names of the network that it is in */
  readonly sentence: Sentence
}

/** Rings up to this size are told by the names of those on them. */
const namedUpTo = 3

/**
 * The rings of a network with their cheapest cuts, in document order.
 *
 * @param snapshot where the names come from
 * Cost O(needs), and of each ring that of `cheapestCut`. Spec: CN114.
 */
export function toldRings(snapshot: Snapshot, supply: SupplyGraph): readonly ToldRing[] {
  const graph = keyResultGraph(supply)
  return ringsOf(graph).map((ring) => {
    const cut = cheapestCut(graph, ring)
    const size = ring.keyResultIds.length
    const who = size <= namedUpTo ? ringSentence(snapshot, ring) : [words(`${size} results wait for each other.`)]
    return { keyResultIds: ring.keyResultIds, needIds: cut.needIds, sentence: [...who, words(' '), ...cutSentence(snapshot, cut)] }
  })
}

/** The needs without which nobody waits for oneself. Cost O(needs of the cuts). Spec: CN114. */
export function cutOf(rings: readonly ToldRing[]): ReadonlySet<string> {
  return new Set(rings.flatMap(({ needIds }) => needIds))
}
