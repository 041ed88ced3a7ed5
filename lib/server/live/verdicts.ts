/** How long an answer holds for the streams of one credential, so that a revision costs one question and not one for each window. */
const freshMs = 500

/** Whether readers may still listen, asked once for all streams of one credential. */
export type Verdicts = {
  readonly of: (key: string, ask: () => Promise<boolean>) => Promise<boolean>
  readonly forget: () => void
}

export function makeVerdicts(): Verdicts {
  const known = new Map<string, { readonly since: number; readonly isAllowed: Promise<boolean> }>()
  return {
    of: (key, ask) => {
      const found = known.get(key)
      if (found && performance.now() - found.since < freshMs) return found.isAllowed
      // Where it cannot be told, nobody loses a stream: the next question is soon, and the stream holds no data.
      const isAllowed = ask().catch(() => true)
      known.set(key, { since: performance.now(), isAllowed })
      return isAllowed
    },
    forget: () => known.clear(),
  }
}
