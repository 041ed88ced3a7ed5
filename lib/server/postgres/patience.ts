/** How long somebody waits for a database that is away before they are told, and how often it is tried. */
const patienceMs = 5_000
const firstPauseMs = 50
const longestPauseMs = 400

/** The time that one request has: counted from its beginning, so that a queue of requests does not add up. */
export type Patience = {
  readonly isOver: () => boolean
  /** waits a little, a bit longer each time, with some dice, so that not all come back at once */
  readonly pause: () => Promise<void>
}

export function makePatience(): Patience {
  const end = performance.now() + patienceMs
  let pauseMs = firstPauseMs
  return {
    isOver: () => performance.now() >= end,
    pause: async () => {
      const ms = pauseMs * (0.5 + Math.random() / 2)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      await new Promise((resolve) => {
        setTimeout(resolve, ms)
      })
    },
  }
}

/** Tries something again while it fails in a way that may pass and there is patience left. */
export async function patiently<T>(patience: Patience, work: () => Promise<T>, mayPass: (error: unknown) => boolean): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!mayPass(error) || patience.isOver()) throw error
      await patience.pause()
    }
  }
}
