export type Random = {
  /** uniform in [0, 1) */
  readonly next: () => number
  /** a whole number from 0 up to, not including, `count` */
  readonly below: (count: number) => number
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
  readonly chance: (share: number) => boolean
}

/** Repeatable numbers from a seed (mulberry32): the same seed gives the same network on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0], chance: (share) => next() < share }
}

/** The whole numbers from 0 to `count` - 1 in random order. */
export function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random.below(at + 1)
    const [left, right] = [order[at] ?? at, order[other] ?? other]
    order[at] = right
    order[other] = left
  }
  return order
}
