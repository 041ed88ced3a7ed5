import { type Elimination, stepKinds } from './elimination.ts'
import { type SweepRoom, sweep, sweepRoom } from './sweep.ts'

/** Backwards over `close`: what holds for the states as one holds for both. */
function reopen(room: SweepRoom, count: number, bit: number): void {
  const { now, next } = room
  const below = bit - 1
  for (let state = 0; state < count; state += 1) {
    const value = now[state] ?? 0
    const source = ((state & ~below) << 1) | (state & below)
    next[source] = value
    next[source | bit] = value
  }
  room.now = next
  room.next = now
}

/** Backwards over `absorb`. */
function release(values: Float64Array, count: number, [supplier, consumer]: readonly [number, number], strength: number): void {
  const both = supplier | consumer
  for (let state = 0; state < count; state += 1)
    if ((state & both) === consumer) values[state] = (1 - strength) * (values[state] ?? 0) + strength * (values[state ^ consumer] ?? 0)
}

/** Backwards over `open`: by how much the chance grows with the vertex's own, and the values without it. */
function shut(values: Float64Array, before: Float64Array, own: number): number {
  let slope = 0
  for (let state = 0; state < before.length; state += 1) {
    const [missed, met] = [values[state] ?? 0, values[before.length + state] ?? 0]
    slope += (before[state] ?? 0) * (met - missed)
    values[state] = own * met + (1 - own) * missed
  }
  return slope
}

/** The chance of one vertex, and by how much it grows with the own chance of each vertex. */
export type Derivatives = { readonly chance: number; readonly slopes: Float64Array }

/**
 * The chance of the kept vertex of an elimination and its derivative by the own chance of every vertex. The chance is linear in each own
 * chance, so the derivative of a vertex is P(kept | it is certain) − P(kept | it is missed), Birnbaum's importance.
 *
 * @param keep the vertex that the elimination was planned for
 * Cost O(states of the elimination), twice that of a sweep, and as much memory. Source: Birnbaum 1969; one sweep forwards and one
 * backwards (reverse differentiation). Spec: CN30.
 */
export function derivatives(
  elimination: Elimination,
  keep: number,
  { own, strength }: { readonly own: Float64Array; readonly strength: Float64Array },
): Derivatives {
  const { steps } = elimination
  const seen: Float64Array[] = []
  const room = sweepRoom(elimination)
  const chance = sweep(elimination, { own, strength }, room, (states, count) => seen.push(states.slice(0, count)))[keep] ?? 0
  const slopes = new Float64Array(own.length)
  let count = 2
  room.now[0] = 0
  room.now[1] = 1
  for (let at = steps.length - 4; at >= 0; at -= 4) {
    const [kind, subject, first, second] = [steps[at], steps[at + 1] ?? 0, 1 << (steps[at + 2] ?? 0), 1 << (steps[at + 3] ?? 0)]
    if (kind === stepKinds.close) {
      reopen(room, count, first)
      count *= 2
    } else if (kind === stepKinds.absorb) release(room.now, count, [first, second], strength[subject] ?? 0)
    else if (kind === stepKinds.open) {
      slopes[subject] = shut(room.now, seen.pop() ?? new Float64Array(0), own[subject] ?? 0)
      count /= 2
    }
  }
  return { chance, slopes }
}
