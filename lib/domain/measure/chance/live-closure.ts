import { eachNeighbour } from '../../plan/graph.ts'
import { randomFrom } from '../random.ts'
import type { Steps } from '../step.ts'
import { type Trials, usualTrials } from './simulate.ts'
import type { SupplyGraph } from './supply.ts'

/** Sums over trials, for a mean and its standard error. */
type Sums = { readonly sum: Float64Array; readonly squares: Float64Array }

/** What trials say about one goal: means, and their standard errors. */
export type GoalTrials = {
  readonly trials: number
  readonly chance: number
  readonly chanceError: number
  /** by vertex: by how much the goal's chance grows with the own chance */
  readonly slopes: Float64Array
  readonly slopeErrors: Float64Array
  /** by group: the chance that rests on it, and its fair share */
  readonly resting: Float64Array
  readonly restingErrors: Float64Array
  readonly shares: Float64Array
  readonly shareErrors: Float64Array
}

/** The groups that vertices belong to (their nodes), numbered from 0; −1 belongs to none. */
export type Groups = { readonly of: Int32Array; readonly count: number }

function sums(length: number): Sums {
  return { sum: new Float64Array(length), squares: new Float64Array(length) }
}

function add({ sum, squares }: Sums, at: number, value: number): void {
  sum[at] = (sum[at] ?? 0) + value
  squares[at] = (squares[at] ?? 0) + value * value
}

function means({ sum }: Sums, trials: number): Float64Array {
  return sum.map((value) => value / trials)
}

function errors({ sum, squares }: Sums, trials: number): Float64Array {
  return sum.map((value, at) => Math.sqrt(Math.max(0, (squares[at] ?? 0) / trials - (value / trials) ** 2) / trials))
}

type Draw = { readonly live: Uint8Array; readonly members: number[] }

/** One trial: which vertices the goal cannot do without this time. `backwards` has consumers before suppliers. */
function draw({ graph }: SupplyGraph, backwards: Int32Array, { live, members }: Draw, uniform: () => number): void {
  for (const vertex of members) live[vertex] = 0
  members.length = 0
  live[backwards[0] ?? 0] = 1
  for (const vertex of backwards) {
    if (live[vertex] === 0) continue
    members.push(vertex)
    eachNeighbour(graph.suppliersOf, vertex, (supplier, need) => {
      const strength = graph.strength[need] ?? 0
      if (live[supplier] === 0 && (strength >= 1 || uniform() < strength)) live[supplier] = 1
    })
  }
}

type Product = { readonly nonZero: number; readonly zeros: number }

function productOf(members: readonly number[], own: Float64Array): Product {
  let [nonZero, zeros] = [1, 0]
  for (const vertex of members) {
    const chance = own[vertex] ?? 0
    if (chance === 0) zeros += 1
    else nonZero *= chance
  }
  return { nonZero, zeros }
}

/** The product without one of its factors. */
function without({ nonZero, zeros }: Product, chance: number): number {
  if (chance === 0) return zeros === 1 ? nonZero : 0
  return zeros === 0 ? nonZero / chance : 0
}

type Tally = { readonly chance: Sums; readonly slopes: Sums; readonly resting: Sums; readonly shares: Sums }

function tallyTrial(tally: Tally, members: readonly number[], own: Float64Array, groups: Groups): void {
  const product = productOf(members, own)
  const whole = product.zeros === 0 ? product.nonZero : 0
  const there = new Set<number>()
  for (const vertex of members) {
    add(tally.slopes, vertex, without(product, own[vertex] ?? 0))
    const group = groups.of[vertex] ?? -1
    if (group >= 0) there.add(group)
  }
  add(tally.chance, 0, whole)
  for (const group of there) {
    add(tally.resting, group, whole)
    add(tally.shares, group, whole / there.size)
  }
}

/**
 * What rests on whom, by trials. A noisy AND is an AND over a set that chance draws: each need binds with its strength, and the goal is met
 * if all that it then cannot do without are met. In a trial with the set A and P = Π own over A, the derivative by an own chance is P
 * without it, a node loses the goal P if it is in A, and P is shared equally by the nodes in A: that is Shapley's share, since each trial
 * is a game in which all of A are needed. The shares of each trial sum to P.
 *
 * @param backwards the goal and all that it depends on, consumers before suppliers
 * @param trials 10,000 unless told otherwise
 * Cost O(trials · vertices and needs of a drawn set). Source: unanimity games, Shapley 1953; decision 151. Spec: CN34, CN54.
 */
export function* goalTrials(
  supply: SupplyGraph,
  backwards: Int32Array,
  { own, groups }: { readonly own: Float64Array; readonly groups: Groups },
  { trials = usualTrials, seed = 1 }: Trials = {},
): Steps<GoalTrials> {
  const tally: Tally = { chance: sums(1), slopes: sums(own.length), resting: sums(groups.count), shares: sums(groups.count) }
  const drawn: Draw = { live: new Uint8Array(own.length), members: [] }
  const { uniform } = randomFrom(seed)
  for (let trial = 0; trial < trials; trial += 1) {
    draw(supply, backwards, drawn, uniform)
    tallyTrial(tally, drawn.members, own, groups)
    if (trial % 512 === 511) yield trial / trials
  }
  return {
    trials,
    chance: means(tally.chance, trials)[0] ?? 0,
    chanceError: errors(tally.chance, trials)[0] ?? 0,
    slopes: means(tally.slopes, trials),
    slopeErrors: errors(tally.slopes, trials),
    resting: means(tally.resting, trials),
    restingErrors: errors(tally.resting, trials),
    shares: means(tally.shares, trials),
    shareErrors: errors(tally.shares, trials),
  }
}
