import type { Arc } from './order-costs.ts'

/** What touches each member, and where the member stands. */
type State = { readonly order: Int32Array; readonly place: Int32Array; readonly touching: readonly (readonly Arc[])[] }

/** Passes over all members in which somebody may still move. */
const mostPasses = 12

function touchingOf(size: number, arcs: readonly Arc[]): Arc[][] {
  const touching = Array.from({ length: size }, (): Arc[] => [])
  for (const arc of arcs) {
    touching[arc.from]?.push(arc)
    touching[arc.to]?.push(arc)
  }
  return touching
}

/** Whoever gives most and needs least, among those left, comes next (after Eades, Lin and Smyth 1993). */
function bySurplus(size: number, touching: readonly (readonly Arc[])[]): Int32Array {
  const surplus = new Float64Array(size)
  for (const [member, arcs] of touching.entries())
    for (const { from, cost } of arcs) surplus[member] = (surplus[member] ?? 0) + (from === member ? cost : -cost)
  const isPlaced = new Uint8Array(size)
  const order = new Int32Array(size)
  for (let at = 0; at < size; at += 1) {
    let next = -1
    let most = Number.NEGATIVE_INFINITY
    for (let member = 0; member < size; member += 1) {
      if (isPlaced[member] === 1 || (surplus[member] ?? 0) <= most) continue
      next = member
      most = surplus[member] ?? 0
    }
    isPlaced[next] = 1
    order[at] = next
    for (const { from, to, cost } of touching[next] ?? []) {
      const other = from === next ? to : from
      surplus[other] = (surplus[other] ?? 0) + (from === next ? cost : -cost)
    }
  }
  return order
}

/**
 * The place at which a member costs least, by walking past its neighbours from the first to the last: before a supplier
 * costs that need, behind a consumer costs that one.
 */
function bestPlace({ place, touching }: State, member: number): { readonly place: number; readonly gain: number } {
  const own = place[member] ?? 0
  const arcs = (touching[member] ?? [])
    .map(({ from, to, cost }) => (from === member ? { at: place[to] ?? 0, step: cost } : { at: place[from] ?? 0, step: -cost }))
    .sort((a, b) => a.at - b.at)
  let cost = arcs.reduce((sum, { step }) => (step < 0 ? sum - step : sum), 0)
  let [now, least, best] = [cost, cost, 0]
  for (const [each, { at, step }] of arcs.entries()) {
    cost += step
    // between two arcs of one neighbour there is no place
    if (arcs[each + 1]?.at === at) continue
    if (at < own) now = cost
    if (cost >= least) continue
    least = cost
    best = at < own ? at + 1 : at
  }
  return { place: best, gain: now - least }
}

function move({ order, place }: State, member: number, to: number): void {
  const from = place[member] ?? 0
  if (to > from) order.copyWithin(from, from + 1, to + 1)
  else order.copyWithin(to + 1, to, from)
  order[to] = member
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) place[order[at] ?? 0] = at
}

/**
 * A good order of many members, not surely the best: greedy first, then each member moves to where it costs least until
 * nobody gains or `mostPasses` passes are over.
 *
 * Cost O(k² + passes · (arcs log arcs + moves · k)). Source: Eades, Lin and Smyth 1993. Spec: OR8.
 */
export function goodOrder(size: number, arcs: readonly Arc[]): number[] {
  const touching = touchingOf(size, arcs)
  const order = bySurplus(size, touching)
  const state: State = { order, place: new Int32Array(size), touching }
  for (const [at, member] of order.entries()) state.place[member] = at
  for (let pass = 0, hasMoved = true; hasMoved && pass < mostPasses; pass += 1) {
    hasMoved = false
    for (let member = 0; member < size; member += 1) {
      const best = bestPlace(state, member)
      if (best.gain <= 0) continue
      move(state, member, best.place)
      hasMoved = true
    }
  }
  return [...order]
}
