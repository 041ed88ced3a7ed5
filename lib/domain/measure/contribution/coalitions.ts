import type { Elimination } from '../chance/elimination.ts'
import type { Groups } from '../chance/live-closure.ts'
import { type SweepRoom, sweep, sweepRoom } from '../chance/sweep.ts'

/** Nodes up to which every set of them may be tried. */
export const mostNodes = 12
/** States of all sweeps together up to which every set is tried: about a second. */
const mostStates = 2 ** 26

/** What the goal's chance is made of: an elimination for it, own chances, and who belongs to which node. */
export type Coalition = {
  readonly elimination: Elimination
  readonly goal: number
  readonly own: Float64Array
  readonly strength: Float64Array
  readonly groups: Groups
}

function worthOf(game: Coalition, room: SweepRoom, isIn: (group: number) => boolean): number {
  const { elimination, goal, own, strength, groups } = game
  const masked = own.map((chance, vertex) => {
    const group = groups.of[vertex] ?? -1
    return group < 0 || isIn(group) ? chance : 0
  })
  return sweep(elimination, { own: masked, strength }, room)[goal] ?? 0
}

/**
 * What the goal's chance loses without each node: v(all) − v(all without it), where the key results of whoever is not in have no chance.
 *
 * @returns by node, 0 to 1; they may sum to more than v(all)
 * Cost O(nodes · states of the elimination). Spec: CN50-CN51.
 */
export function lossWithoutEach(game: Coalition): Float64Array {
  const room = sweepRoom(game.elimination)
  const all = worthOf(game, room, () => true)
  return Float64Array.from({ length: game.groups.count }, (_, left) => all - worthOf(game, room, (group) => group !== left))
}

/** n! for n up to 12. */
function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}

/** The value of every set of the nodes that the goal can do without; in each set all those are that it cannot do without. */
function valuesOfSets(game: Coalition, free: readonly number[], required: ReadonlySet<number>): Float64Array {
  const room = sweepRoom(game.elimination)
  const bit = new Map(free.map((group, at) => [group, 1 << at]))
  const isIn = (set: number, group: number) => required.has(group) || (set & (bit.get(group) ?? 0)) !== 0
  return Float64Array.from({ length: 2 ** free.length }, (_, set) => worthOf(game, room, (group) => isIn(set, group)))
}

function without(value: number, whole: number): boolean {
  return whole - value <= 0
}

/** The nodes that matter: without which the chance is less; and of those the ones without which there is none. */
function nodesThatMatter(losses: Float64Array, whole: number) {
  const required = new Set<number>()
  const free: number[] = []
  for (const [group, loss] of losses.entries()) {
    if (loss === 0) continue
    if (without(loss, whole)) required.add(group)
    else free.push(group)
  }
  return { required, free }
}

/**
 * Shapley's share of each node in the goal's chance, over every set of nodes: φ = Σ |S|! · (n − |S| − 1)! ÷ n! · (v(S with it) − v(S)).
 * Sets without a node that the goal cannot do without are worth nothing and are not tried.
 *
 * @returns by node; they sum to v(all) less v(none). Null where more than 12 nodes matter, or trying every set would take too long
 * Cost O(2^free nodes · states of the elimination). Source: Shapley 1953. Spec: CN52-CN53.
 */
export function sharesOverAllSets(game: Coalition, losses: Float64Array, whole: number): Float64Array | null {
  const shares = new Float64Array(game.groups.count)
  const { required, free } = nodesThatMatter(losses, whole)
  const count = required.size + free.length
  if (count > mostNodes || 2 ** free.length * game.elimination.states > mostStates) return null
  const values = valuesOfSets(game, free, required)
  const sizes = Array.from(values, (_, set) => required.size + free.filter((_group, at) => (set & (1 << at)) !== 0).length)
  const weight = (size: number) => (factorial(size) * factorial(count - size - 1)) / factorial(count)
  for (const [set, value] of values.entries()) {
    const size = sizes[set] ?? 0
    for (const group of required) shares[group] = (shares[group] ?? 0) + weight(size - 1) * value
    for (const [at, group] of free.entries())
      if ((set & (1 << at)) === 0) shares[group] = (shares[group] ?? 0) + weight(size) * ((values[set | (1 << at)] ?? 0) - value)
  }
  return shares
}
