/** How often somebody may say something: this many at once, and so many again each second. */
const burst = 40
const perSecond = 20

export type Pace = {
  /** @returns whether it may be said now */
  readonly take: (who: string) => boolean
  /** forgets who has been quiet long enough */
  readonly forget: () => void
}

type Left = { readonly count: number; readonly at: number }

/** Slows down who says too much. */
export function makePace(now: () => number): Pace {
  const leftBy = new Map<string, Left>()
  const leftOf = (who: string) => {
    const known = leftBy.get(who)
    return known ? Math.min(burst, known.count + ((now() - known.at) * perSecond) / 1_000) : burst
  }
  return {
    take: (who) => {
      const count = leftOf(who)
      if (count < 1) return false
      leftBy.set(who, { count: count - 1, at: now() })
      return true
    },
    forget: () => {
      for (const who of leftBy.keys()) if (leftOf(who) >= burst) leftBy.delete(who)
    },
  }
}
