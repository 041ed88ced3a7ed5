import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import { type RandomWords, randomFrom } from '../random.ts'
import type { Steps } from '../step.ts'
import { lanesTable, tableSize } from './lanes-table.ts'

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
  /** where the table of the own chance begins, for each place in the order */
  readonly own: Int32Array
  readonly start: Int32Array
  readonly firstSoft: Int32Array
  readonly supplier: Int32Array
  /** where the table of the strength begins */
  readonly strength: Int32Array
  /** a table of lanes for each chance that occurs, one after the other */
  readonly tables: Int32Array
}

/** Gives each chance that occurs its table. */
function tableStore() {
  const places = new Map<number, number>()
  const placeOf = (share: number) => {
    const known = places.get(share) ?? places.size * tableSize
    places.set(share, known)
    return known
  }
  const all = () => {
    const tables = new Int32Array(places.size * tableSize)
    for (const [share, place] of places) tables.set(lanesTable(share), place)
    return tables
  }
  return { placeOf, all }
}

function programOf(graph: NeedGraph, order: Int32Array, own: Float64Array): Program {
  const [start, firstSoft] = [new Int32Array(order.length + 1), new Int32Array(order.length)]
  const [supplier, strength]: [number[], number[]] = [[], []]
  const { placeOf, all } = tableStore()
  for (const [at, vertex] of order.entries()) {
    start[at] = supplier.length
    const soft: [number, number][] = []
    eachNeighbour(graph.suppliersOf, vertex, (each, need) => {
      const share = graph.strength[need] ?? 0
      if (share >= 1) supplier.push(each)
      else if (share > 0) soft.push([each, placeOf(share)])
    })
    firstSoft[at] = supplier.length
    for (const [each, place] of soft) {
      supplier.push(each)
      strength[supplier.length - 1] = place
    }
  }
  start[order.length] = supplier.length
  const chances = Int32Array.from(order, (vertex) => placeOf(own[vertex] ?? 0))
  const needs = { supplier: Int32Array.from(supplier), strength: Int32Array.from(supplier, (_, at) => strength[at] ?? 0) }
  return { order, own: chances, start, firstSoft, ...needs, tables: all() }
}

/** Random words from a store that is filled many at a time. */
type Source = { readonly random: RandomWords; readonly words: Int32Array; at: number }

/** Eight lanes of a table from 16 random bits, without a branch. */
function eightLanes(tables: Int32Array, place: number, bits: number): number {
  const column = bits & 255
  const entry = tables[place + column] ?? 0
  const isOwn = (((bits >>> 8) & 255) - (entry >>> 8)) >> 31
  return (column & isOwn) | (entry & 255 & ~isOwn)
}

/** 32 lanes that come up each by itself with the chance of a table, from two random words. */
function lanes(tables: Int32Array, place: number, low: number, high: number): number {
  return (
    eightLanes(tables, place, low) |
    (eightLanes(tables, place, low >>> 16) << 8) |
    (eightLanes(tables, place, high) << 16) |
    (eightLanes(tables, place, high >>> 16) << 24)
  )
}

/** Where the next words begin, of which a whole block may be used; fills the store where too few are left. */
function nextWords(source: Source): number {
  if (source.at + 2 * wordsOfBlock <= source.words.length) return source.at
  source.random.fill(source.words)
  source.at = 0
  return 0
}

/** A vertex is met where all its hard suppliers are and its own chance comes up. */
function meet({ order, own, start, firstSoft, supplier, tables }: Program, at: number, met: Int32Array, source: Source): void {
  const base = (order[at] ?? 0) * wordsOfBlock
  const place = own[at] ?? 0
  const soft = firstSoft[at] ?? 0
  met.fill(-1, base, base + wordsOfBlock)
  for (let each = start[at] ?? 0; each < soft; each += 1) {
    const other = (supplier[each] ?? 0) * wordsOfBlock
    for (let word = 0; word < wordsOfBlock; word += 1) met[base + word] = (met[base + word] ?? 0) & (met[other + word] ?? 0)
  }
  let from = nextWords(source)
  const { words } = source
  for (let word = base; word < base + wordsOfBlock; word += 1) {
    const possible = met[word] ?? 0
    if (possible === 0) continue
    met[word] = possible & lanes(tables, place, words[from] ?? 0, words[from + 1] ?? 0)
    from += 2
  }
  source.at = from
}

/** Where a soft supplier is missed, the vertex is missed with the strength of the need. */
function weaken({ order, supplier, strength, tables }: Program, [at, each]: readonly [number, number], met: Int32Array, source: Source): void {
  const base = (order[at] ?? 0) * wordsOfBlock
  const other = (supplier[each] ?? 0) * wordsOfBlock
  const place = strength[each] ?? 0
  const { words } = source
  let from = nextWords(source)
  for (let word = 0; word < wordsOfBlock; word += 1) {
    const alive = met[base + word] ?? 0
    const missed = alive & ~(met[other + word] ?? 0)
    if (missed === 0) continue
    met[base + word] = alive & ~(missed & lanes(tables, place, words[from] ?? 0, words[from + 1] ?? 0))
    from += 2
  }
  source.at = from
}

/** One block of trials: a bit of `met` for each vertex and trial. */
function runBlock(program: Program, met: Int32Array, source: Source): void {
  for (let at = 0; at < program.order.length; at += 1) {
    meet(program, at, met, source)
    const to = program.start[at + 1] ?? 0
    for (let each = program.firstSoft[at] ?? 0; each < to; each += 1) weaken(program, [at, each], met, source)
  }
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
  const block = wordsOfBlock * 32
  for (let done = 0; done < trials; done += block) {
    runBlock(program, met, source)
    count(counts, met, trials - done)
    yield Math.min(1, (done + block) / trials)
  }
  return { trials, met: counts }
}

/** The standard error of a share that was found by trials. Cost O(1). */
export function standardErrorOf(share: number, trials: number): number {
  return Math.sqrt(Math.max(0, share * (1 - share)) / trials)
}
