import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import { type RandomWords, randomFrom } from '../random.ts'
import type { Steps } from '../step.ts'

/** Words of 32 trials that are gone through at once: a block of 512 trials. */
const wordsOfBlock = 16

/** How many trials are made unless told otherwise: the standard error is at most half a point. */
export const usualTrials = 10_000

export type Trials = { readonly trials?: number; readonly seed?: number }

/** How often each vertex was met. */
export type Simulation = { readonly trials: number; readonly met: Float64Array }

/** The needs of each vertex in the order of the simulation: hard ones first, which cost no random bits. */
type Program = {
  readonly order: Int32Array
  /** own chance of each place in the order, as 32 binary digits; `certain` marks those that are 1 */
  readonly own: Int32Array
  readonly start: Int32Array
  readonly firstSoft: Int32Array
  readonly supplier: Int32Array
  readonly strength: Int32Array
}

/** A share below 1 as 32 binary digits, the first one the highest bit. */
function digitsOf(share: number): number {
  return Math.min(4_294_967_295, Math.round(share * 4_294_967_296)) | 0
}

function programOf(graph: NeedGraph, order: Int32Array, own: Float64Array): Program {
  const [start, firstSoft] = [new Int32Array(order.length + 1), new Int32Array(order.length)]
  const [supplier, strength]: [number[], number[]] = [[], []]
  for (const [at, vertex] of order.entries()) {
    start[at] = supplier.length
    const soft: [number, number][] = []
    eachNeighbour(graph.suppliersOf, vertex, (each, need) => {
      const share = graph.strength[need] ?? 0
      if (share >= 1) supplier.push(each)
      else if (share > 0) soft.push([each, digitsOf(share)])
    })
    firstSoft[at] = supplier.length
    for (const [each, digits] of soft) {
      supplier.push(each)
      strength[supplier.length - 1] = digits
    }
  }
  start[order.length] = supplier.length
  const chances = Int32Array.from(order, (vertex) => digitsOf(own[vertex] ?? 0))
  return {
    order,
    own: chances,
    start,
    firstSoft,
    supplier: Int32Array.from(supplier),
    strength: Int32Array.from(supplier, (_, at) => strength[at] ?? 0),
  }
}

/** Random words from a store that is filled many at a time. */
type Source = { readonly random: RandomWords; readonly words: Int32Array; at: number }

/**
 * Of some lanes, those that come up with a chance: each lane compares random digits with those of the chance until they differ, all lanes
 * of a word at once. 32 equal digits count as not come up.
 */
function lanesUp(source: Source, lanes: number, digits: number): number {
  const { words } = source
  let { at } = source
  let [open, up, rest] = [lanes, 0, digits]
  while (open !== 0 && rest !== 0) {
    if (at === words.length) {
      source.random.fill(words)
      at = 0
    }
    const word = words[at] ?? 0
    at += 1
    if (rest < 0) {
      up |= open & ~word
      open &= word
    } else open &= ~word
    rest <<= 1
  }
  source.at = at
  return up
}

/** One block of trials: a bit of `met` for each vertex and trial. */
function runBlock({ order, own, start, firstSoft, supplier, strength }: Program, met: Int32Array, source: Source): void {
  for (let at = 0; at < order.length; at += 1) {
    const base = (order[at] ?? 0) * wordsOfBlock
    const [from, soft, to, chance] = [start[at] ?? 0, firstSoft[at] ?? 0, start[at + 1] ?? 0, own[at] ?? 0]
    for (let word = 0; word < wordsOfBlock; word += 1) {
      let alive = -1
      for (let each = from; each < soft; each += 1) alive &= met[(supplier[each] ?? 0) * wordsOfBlock + word] ?? 0
      if (alive !== 0) alive = lanesUp(source, alive, chance)
      for (let each = soft; each < to && alive !== 0; each += 1) {
        const missed = alive & ~(met[(supplier[each] ?? 0) * wordsOfBlock + word] ?? 0)
        if (missed !== 0) alive ^= lanesUp(source, missed, strength[each] ?? 0)
      }
      met[base + word] = alive
    }
  }
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Counts the trials of a block in which each vertex was met; of the last block only as many as are left. */
function count(counts: Float64Array, met: Int32Array, left: number): void {
  for (let word = 0; word < wordsOfBlock; word += 1) {
    const lanes = Math.min(32, left - word * 32)
    if (lanes <= 0) return
    const mask = lanes === 32 ? -1 : 2 ** lanes - 1
    for (let vertex = 0; vertex < counts.length; vertex += 1)
      counts[vertex] = (counts[vertex] ?? 0) + bitsIn((met[vertex * wordsOfBlock + word] ?? 0) & mask)
  }
}

/**
 * Simulates all vertices of an order at once, 32 trials in each word.
 *
 * @param order suppliers before consumers (`supplyOrder`)
 * @param own own chance of each vertex, 0 to 1
 * @param trials 10,000 unless told otherwise; the standard error of a share p is √(p · (1 − p) ÷ trials)
 * Cost O(trials ÷ 32 · (vertices + needs)). Spec: CN41-CN43.
 */
export function* simulate(
  graph: NeedGraph,
  order: Int32Array,
  own: Float64Array,
  { trials = usualTrials, seed = 1 }: Trials = {},
): Steps<Simulation> {
  const program = programOf(graph, order, own)
  const met = new Int32Array(own.length * wordsOfBlock)
  const counts = new Float64Array(own.length)
  const words = new Int32Array(1024)
  const source: Source = { random: randomFrom(seed), words, at: words.length }
  const lanes = wordsOfBlock * 32
  for (let done = 0; done < trials; done += lanes) {
    runBlock(program, met, source)
    count(counts, met, trials - done)
    yield Math.min(1, (done + lanes) / trials)
  }
  return { trials, met: counts }
}

/** The standard error of a share that was found by trials. Cost O(1). */
export function standardErrorOf(share: number, trials: number): number {
  return Math.sqrt(Math.max(0, share * (1 - share)) / trials)
}
