import { type Elimination, stepKinds } from './elimination.ts'

/** Room for the states of a sweep, kept between sweeps over the same elimination. */
export type SweepRoom = { now: Float64Array; next: Float64Array }

/** Room for a sweep. Cost O(2^width). */
export function sweepRoom({ width }: Elimination): SweepRoom {
  return { now: new Float64Array(2 ** width), next: new Float64Array(2 ** width) }
}

/** A vertex comes into question: it is met with its own chance, whatever the others are. */
function open(states: Float64Array, count: number, own: number): void {
  for (let state = 0; state < count; state += 1) {
    const share = states[state] ?? 0
    states[count + state] = share * own
    states[state] = share * (1 - own)
  }
}

/** Where the supplier is missed and the consumer not yet, the consumer is missed with the strength of the need. */
function absorb(states: Float64Array, count: number, [supplier, consumer]: readonly [number, number], strength: number): void {
  const both = supplier | consumer
  for (let state = 0; state < count; state += 1) {
    if ((state & both) !== consumer) continue
    const moved = (states[state] ?? 0) * strength
    states[state] = (states[state] ?? 0) - moved
    states[state ^ consumer] = (states[state ^ consumer] ?? 0) + moved
  }
}

/** The share of the states in which a vertex is met; rounding never lifts it above 1. */
function read(states: Float64Array, count: number, bit: number): number {
  let sum = 0
  for (let state = 0; state < count; state += 1) if ((state & bit) !== 0) sum += states[state] ?? 0
  return Math.min(1, sum)
}

/** A vertex goes out of question: the states with and without it become one. */
function close(room: SweepRoom, count: number, bit: number): void {
  const { now, next } = room
  const below = bit - 1
  const half = count / 2
  for (let state = 0; state < half; state += 1) {
    const source = ((state & ~below) << 1) | (state & below)
    next[state] = (now[source] ?? 0) + (now[source | bit] ?? 0)
  }
  room.now = next
  room.next = now
}

/**
 * The chance of each vertex of an elimination, exactly: P(met | suppliers) = own · Π over missed suppliers (1 − strength), summed over all
 * states of those in question.
 *
 * @param own own chance of each vertex, 0 to 1
 * @param strength of each need, 0 to 1
 * @param before called before a vertex comes into question, with the states until then
 * @returns by vertex; 0 for those that are not in the elimination
 * Cost O(states of the elimination). Spec: CN20-CN22.
 */
export function sweep(
  { steps }: Elimination,
  { own, strength }: { readonly own: Float64Array; readonly strength: Float64Array },
  room: SweepRoom,
  before?: (states: Float64Array, count: number) => void,
): Float64Array {
  const chances = new Float64Array(own.length)
  let count = 1
  room.now[0] = 1
  for (let at = 0; at < steps.length; at += 4) {
    const [kind, subject, first, second] = [steps[at], steps[at + 1] ?? 0, 1 << (steps[at + 2] ?? 0), 1 << (steps[at + 3] ?? 0)]
    if (kind === stepKinds.open) {
      before?.(room.now, count)
      open(room.now, count, own[subject] ?? 0)
      count *= 2
    } else if (kind === stepKinds.absorb) absorb(room.now, count, [first, second], strength[subject] ?? 0)
    else if (kind === stepKinds.read) chances[subject] = read(room.now, count, first)
    else {
      close(room, count, first)
      count /= 2
    }
  }
  return chances
}
