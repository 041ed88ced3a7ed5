import { randomFrom } from '../random.ts'
import { finish, type Steps } from '../step.ts'
import { largestAlong, piecesOf } from './largest-piece.ts'
import { degreeOf, eachLink, type Links } from './links.ts'
import { shuffle } from './removal-order.ts'

/** Up to so many nodes every set of removals is looked at. */
const exactUpTo = 15
/** Orders of removal that are tried in larger networks. */
const ordersTried = 2_000

/** Ordinary turnover: nodes that go in no particular order. */
export type RandomLoss = {
  /** mean of `left`, 0 to 0.5; null for an empty network */
  readonly mean: number | null
  /** mean largest piece ÷ nodes at the beginning, after 1, 2, … n removals */
  readonly left: readonly number[]
  /** orders that were tried; null where it is exact */
  readonly orders: number | null
  /** standard error of `mean`; 0 where it is exact, null for an empty network */
  readonly standardError: number | null
}

/** The largest piece among the vertices whose bit is set. */
function largestWithin(near: readonly number[], kept: number): number {
  let [rest, most] = [kept, 0]
  while (rest !== 0) {
    let [piece, wave] = [0, rest & -rest]
    while (wave !== 0) {
      const bit = wave & -wave
      piece |= bit
      wave = (wave | ((near[31 - Math.clz32(bit)] ?? 0) & kept)) & ~piece
    }
    rest &= ~piece
    let count = 0
    for (let bits = piece; bits !== 0; bits &= bits - 1) count += 1
    most = Math.max(most, count)
  }
  return most
}

function exactLoss(links: Links, size: number): RandomLoss {
  const near = Array.from({ length: size }, (_, vertex) => {
    let bits = 0
    eachLink(links, vertex, (neighbour) => {
      bits |= 1 << neighbour
    })
    return bits
  })
  const [sum, sets] = [new Float64Array(size + 1), new Float64Array(size + 1)]
  for (let kept = 0; kept < 2 ** size; kept += 1) {
    let removed = size
    for (let bits = kept; bits !== 0; bits &= bits - 1) removed -= 1
    sum[removed] = (sum[removed] ?? 0) + largestWithin(near, kept)
    sets[removed] = (sets[removed] ?? 0) + 1
  }
  const left = Array.from({ length: size }, (_, at) => (sum[at + 1] ?? 0) / (sets[at + 1] ?? 1) / size)
  return { mean: left.reduce((total, share) => total + share, 0) / size, left, orders: null, standardError: 0 }
}

function* simulatedLoss(links: Links, size: number, seed: number): Steps<RandomLoss> {
  const [pieces, random] = [piecesOf(links), randomFrom(seed)]
  const order = Int32Array.from({ length: size }, (_, vertex) => vertex)
  const [largest, sum] = [new Int32Array(size), new Float64Array(size)]
  let [total, squares] = [0, 0]
  for (let run = 0; run < ordersTried; run += 1) {
    shuffle(order, random)
    largestAlong(pieces, order, largest)
    let piece = 0
    for (let step = 0; step < size; step += 1) {
      sum[step] = (sum[step] ?? 0) + (largest[step] ?? 0)
      piece += largest[step] ?? 0
    }
    const mean = piece / size / size
    total += mean
    squares += mean * mean
    if (run % 50 === 0) yield run / ordersTried
  }
  const mean = total / ordersTried
  const variance = Math.max(0, (squares - ordersTried * mean * mean) / (ordersTried - 1))
  const left = Array.from(sum, (each) => each / ordersTried / size)
  return { mean, left, orders: ordersTried, standardError: Math.sqrt(variance / ordersTried) }
}

/** A network without links breaks into single nodes at once; nothing is to be tried there. */
function isBare(links: Links, size: number): boolean {
  for (let vertex = 0; vertex < size; vertex += 1) if (degreeOf(links, vertex) > 0) return false
  return true
}

/**
 * The mean largest piece over all ways to lose nodes: exact up to 15 nodes, above by 2,000 orders of removal drawn from a seed, with the
 * standard error of the mean.
 *
 * @param links simple, both ways
 * Cost O(2ⁿ·n) up to 15 nodes, else O(2,000·(n + m)). Source: methods 1.2 (percolation). Spec: VN22.
 */
export function* randomLossSteps(links: Links, seed = 1): Steps<RandomLoss> {
  const size = links.start.length - 1
  if (size === 0) return { mean: null, left: [], orders: null, standardError: null }
  if (size <= exactUpTo) return exactLoss(links, size)
  if (!isBare(links, size)) return yield* simulatedLoss(links, size, seed)
  const left = Array.from({ length: size }, (_, at) => (at === size - 1 ? 0 : 1 / size))
  return { mean: (size - 1) / size / size, left, orders: null, standardError: 0 }
}

/** `randomLossSteps` to its end. Cost as there. Spec: VN22. */
export function randomLoss(links: Links, seed = 1): RandomLoss {
  return finish(randomLossSteps(links, seed))
}
