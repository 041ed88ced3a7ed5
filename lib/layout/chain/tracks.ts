/** A stretch of a net along one channel or street that needs a track of its own. */
export type Stretch = {
  /** number of its net */
  readonly net: number
  readonly from: number
  readonly to: number
  /** where the net leaves it, and to which side: -1 to the lower coordinate (left, up), 1 to the higher (right, down) */
  readonly pins: readonly { readonly at: number; readonly side: -1 | 1 }[]
}

/** Joins overlapping stretches of one net; `indexOf[i]` says which of the joined ones stretch `i` has become part of. Cost O(n log n). */
export function joinStretches(stretches: readonly Stretch[]): { joined: Stretch[]; indexOf: Int32Array } {
  const order = [...stretches.keys()].sort((a, b) => byNetAndStart(stretches[a], stretches[b]) || a - b)
  const joined: { net: number; from: number; to: number; pins: Stretch['pins'][number][] }[] = []
  const indexOf = new Int32Array(stretches.length)
  for (const index of order) {
    const stretch = stretches[index]
    if (!stretch) continue
    const last = joined.at(-1)
    if (last && last.net === stretch.net && stretch.from <= last.to) {
      last.to = Math.max(last.to, stretch.to)
      last.pins.push(...stretch.pins)
    } else joined.push({ net: stretch.net, from: stretch.from, to: stretch.to, pins: [...stretch.pins] })
    indexOf[index] = joined.length - 1
  }
  return { joined: joined.map((stretch) => ({ ...stretch, pins: withoutRepeats(stretch.pins) })), indexOf }
}

function byNetAndStart(a: Stretch | undefined, b: Stretch | undefined): number {
  return a && b ? a.net - b.net || a.from - b.from : 0
}

function withoutRepeats(pins: Stretch['pins']): Stretch['pins'] {
  return [...new Map(pins.map((pin) => [`${pin.at}:${pin.side}`, pin])).values()]
}

function weightWithin(at: number, { from, to }: Stretch): number {
  if (at < from || at > to) return 0
  return at === from || at === to ? 0.5 : 1
}

/** Crossings that arise where `low` runs on the lower track and `high` on the higher one. */
function crossingsOf(low: Stretch, high: Stretch): number {
  let count = 0
  for (const { at, side } of low.pins) if (side === 1) count += weightWithin(at, high)
  for (const { at, side } of high.pins) if (side === -1) count += weightWithin(at, low)
  return count
}

const rounds = 12
const pairLimit = 260

/** Orders stretches across their channel so that they cross each other little: exchanges of neighbours until nothing improves. */
function orderAcross(stretches: readonly Stretch[]): number[] {
  const lean = stretches.map(({ pins }) => pins.reduce((sum, { side }) => sum + side, 0))
  const order = [...stretches.keys()].sort(
    (a, b) => (lean[a] ?? 0) - (lean[b] ?? 0) || (stretches[a]?.from ?? 0) - (stretches[b]?.from ?? 0) || a - b,
  )
  if (stretches.length > pairLimit) return order
  for (let round = 0; round < rounds; round += 1) {
    let isBetter = false
    for (let at = 0; at + 1 < order.length; at += 1) {
      const [a, b] = [order[at] ?? 0, order[at + 1] ?? 0]
      const [low, high] = [stretches[a], stretches[b]]
      if (!low || !high || crossingsOf(high, low) >= crossingsOf(low, high)) continue
      order[at] = b
      order[at + 1] = a
      isBetter = true
    }
    if (!isBetter) break
  }
  return order
}

/** Tracks of the stretches of one channel. */
export type Tracks = { readonly trackOf: Int32Array; readonly count: number }

/**
 * Gives each stretch a track: two that touch or overlap never share one, and the order of those that do keeps crossings few.
 *
 * Cost O(n²) for n stretches.
 */
export function assignTracks(stretches: readonly Stretch[]): Tracks {
  const trackOf = new Int32Array(stretches.length)
  const done: number[] = []
  let count = 0
  for (const index of orderAcross(stretches)) {
    const stretch = stretches[index]
    if (!stretch) continue
    let track = 0
    for (const other of done) {
      const before = stretches[other]
      if (before && before.from <= stretch.to && stretch.from <= before.to) track = Math.max(track, (trackOf[other] ?? 0) + 1)
    }
    trackOf[index] = track
    done.push(index)
    count = Math.max(count, track + 1)
  }
  return { trackOf, count }
}
