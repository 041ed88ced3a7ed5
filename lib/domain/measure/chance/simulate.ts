import type { NeedGraph } from '../../plan/graph.ts'
import { type RandomWords, randomFrom } from '../random.ts'
import type { Steps } from '../step.ts'
import { cardsOfDeck, decksFor, wordsOfCard } from './lanes-deck.ts'

/** Words of 32 trials that are gone through at once: a block of 2,048 trials. */
const wordsOfBlock = 64

/** How many trials are made unless told otherwise: the standard error is at most half a point. */
export const usualTrials = 10_000

export type Trials = { readonly trials?: number; readonly seed?: number }

/** How often each vertex was met. */
export type Simulation = { readonly trials: number; readonly met: Float64Array }

/** The needs of each vertex in the order of the simulation: hard ones first, which cost no random bits. */
type Program = {
  readonly order: Int32Array
  readonly start: Int32Array
  readonly firstSoft: Int32Array
  readonly supplier: Int32Array
  readonly decks: readonly Int32Array[]
  /** the deck of each need, and after them that of the own chance of each place in the order */
  readonly deckOf: Int32Array
}

function programOf(graph: NeedGraph, order: Int32Array, own: Float64Array): Program {
  const { start: first, to, need } = graph.suppliersOf
  const [start, firstSoft, supplier] = [new Int32Array(order.length + 1), new Int32Array(order.length), new Int32Array(to.length)]
  const shares = new Float64Array(to.length + order.length)
  let count = 0
  for (let at = 0; at < order.length; at += 1) {
    const vertex = order[at] ?? 0
    shares[to.length + at] = own[vertex] ?? 0
    start[at] = count
    for (const isHard of [true, false]) {
      for (let place = first[vertex] ?? 0; place < (first[vertex + 1] ?? 0); place += 1) {
        const strength = graph.strength[need[place] ?? 0] ?? 0
        if (strength <= 0 || strength >= 1 !== isHard) continue
        supplier[count] = to[place] ?? 0
        shares[count] = strength
        count += 1
      }
      if (isHard) firstSoft[at] = count
    }
  }
  start[order.length] = count
  return { order, start, firstSoft, supplier, ...decksFor(shares) }
}

/** A block of trials: a bit of `met` for each vertex and trial. 16 bits of a random word draw a card: ten say which, five how far it is turned, one which of its words comes first. */
type Block = { readonly met: Int32Array; readonly random: RandomWords; readonly words: Int32Array }

function turned(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

/** A vertex is met where its own chance comes up: in a block, from a word on. Cost O(words). Spec: CN44. */
export function meet({ met, random, words }: Block, base: number, deck: Int32Array): void {
  random.fill(words)
  let to = base
  for (let at = 0; at < words.length; at += 1) {
    const bits = words[at] ?? 0
    const one = (bits & (cardsOfDeck - 1)) * wordsOfCard + ((bits >>> 15) & 1)
    const two = ((bits >>> 16) & (cardsOfDeck - 1)) * wordsOfCard + (bits >>> 31)
    met[to] = turned(deck[one] ?? 0, bits >>> 10)
    met[to + 1] = turned(deck[one ^ 1] ?? 0, bits >>> 10)
    met[to + 2] = turned(deck[two] ?? 0, bits >>> 26)
    met[to + 3] = turned(deck[two ^ 1] ?? 0, bits >>> 26)
    to += 2 * wordsOfCard
  }
}

/** Where the vertex and its supplier begin in `met`. */
type Ends = { readonly base: number; readonly other: number }

/** Where a hard supplier is missed, the vertex is missed; gives 0 where it is in all trials. */
function follow({ met }: Block, { base, other }: Ends): number {
  let any = 0
  for (let word = 0; word < wordsOfBlock; word += 1) {
    const left = (met[base + word] ?? 0) & (met[other + word] ?? 0)
    met[base + word] = left
    any |= left
  }
  return any
}

/** Where a soft supplier is missed and the need comes up, the vertex is missed; gives 0 where it is in all trials. */
function weaken({ met, random, words }: Block, { base, other }: Ends, deck: Int32Array): number {
  random.fill(words)
  let [to, from, any] = [base, other, 0]
  for (let at = 0; at < words.length; at += 1) {
    const bits = words[at] ?? 0
    const one = (bits & (cardsOfDeck - 1)) * wordsOfCard + ((bits >>> 15) & 1)
    const two = ((bits >>> 16) & (cardsOfDeck - 1)) * wordsOfCard + (bits >>> 31)
    const a = (met[to] ?? 0) & ((met[from] ?? 0) | ~turned(deck[one] ?? 0, bits >>> 10))
    const b = (met[to + 1] ?? 0) & ((met[from + 1] ?? 0) | ~turned(deck[one ^ 1] ?? 0, bits >>> 10))
    const c = (met[to + 2] ?? 0) & ((met[from + 2] ?? 0) | ~turned(deck[two] ?? 0, bits >>> 26))
    const d = (met[to + 3] ?? 0) & ((met[from + 3] ?? 0) | ~turned(deck[two ^ 1] ?? 0, bits >>> 26))
    met[to] = a
    met[to + 1] = b
    met[to + 2] = c
    met[to + 3] = d
    any |= a | b | c | d
    to += 2 * wordsOfCard
    from += 2 * wordsOfCard
  }
  return any
}

const noDeck: Int32Array = new Int32Array(0)

/** One block of trials of a vertex: its own chance, its hard needs, its soft ones, as long as it is still met in one of the trials. */
function runVertex({ order, start, firstSoft, supplier, decks, deckOf }: Program, at: number, block: Block): void {
  const base = (order[at] ?? 0) * wordsOfBlock
  meet(block, base, decks[deckOf[supplier.length + at] ?? 0] ?? noDeck)
  let any = -1
  let need = start[at] ?? 0
  for (const to = firstSoft[at] ?? 0; need < to; need += 1) any = follow(block, { base, other: (supplier[need] ?? 0) * wordsOfBlock })
  for (const to = start[at + 1] ?? 0; need < to && any !== 0; need += 1)
    any = weaken(block, { base, other: (supplier[need] ?? 0) * wordsOfBlock }, decks[deckOf[need] ?? 0] ?? noDeck)
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Counts the trials of a block in which each vertex was met; of the last block only as many as are left. */
function count(counts: Float64Array, met: Int32Array, left: number): void {
  const masks = Int32Array.from({ length: wordsOfBlock }, (_, word) => {
    const there = Math.min(32, Math.max(0, left - word * 32))
    return there === 32 ? -1 : 2 ** there - 1
  })
  for (let vertex = 0; vertex < counts.length; vertex += 1) {
    let times = 0
    for (let word = 0; word < wordsOfBlock; word += 1) times += bitsIn((met[vertex * wordsOfBlock + word] ?? 0) & (masks[word] ?? 0))
    counts[vertex] = (counts[vertex] ?? 0) + times
  }
}

/**
 * Simulates all vertices of an order at once, 32 trials in each word.
 *
 * @param order suppliers before consumers (`supplyOrder`)
 * @param own own chance of each vertex, 0 to 1
 * @param trials 10,000 unless told otherwise; the standard error of a share p is √(p · (1 − p) ÷ trials)
 * Cost O(trials ÷ 32 · (vertices + needs)). Spec: CN41-CN44.
 */
export function* simulate(
  graph: NeedGraph,
  order: Int32Array,
  own: Float64Array,
  { trials = usualTrials, seed = 1 }: Trials = {},
): Steps<Simulation> {
  const [program, counts] = [programOf(graph, order, own), new Float64Array(own.length)]
  const met = new Int32Array(own.length * wordsOfBlock)
  const block: Block = { met, random: randomFrom(seed), words: new Int32Array(wordsOfBlock / wordsOfCard / 2) }
  const length = wordsOfBlock * 32
  for (let done = 0; done < trials; done += length) {
    for (let at = 0; at < order.length; at += 1) runVertex(program, at, block)
    count(counts, met, trials - done)
    yield Math.min(1, (done + length) / trials)
  }
  return { trials, met: counts }
}

/** The standard error of a share that was found by trials. Cost O(1). */
export function standardErrorOf(share: number, trials: number): number {
  return Math.sqrt(Math.max(0, share * (1 - share)) / trials)
}
