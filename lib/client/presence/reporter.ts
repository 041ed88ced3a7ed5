import type { PresenceSaid } from '../../contract/presence.ts'

export type Said = Omit<PresenceSaid, 'clientId'>

type Clock = {
  readonly now: () => number
  /** runs a task later and gives what takes it back */
  readonly later: (task: () => void, ms: number) => () => void
}

export type Reporter = {
  /** What the window shows now; told soon, and not more often than the server wants to hear it. */
  readonly show: (said: Said) => void
  /** Tells it again, whatever was told: the server may have forgotten. */
  readonly again: () => void
  readonly hide: () => void
  readonly stop: () => void
}

type Options = {
  readonly clock: Clock
  /** sends; its failure is nothing to tell: the next beat tries again */
  readonly post: (said: Said) => Promise<unknown>
}

/** Not more often than this, and again after this much silence; hidden for so long, a window is not here any more. */
export const pace = { leastMs: 300, beatMs: 20_000, hiddenMs: 60_000 } as const

/** Tells the server where a window is: the first word at once, what follows gathered, and a beat while nothing changes. */
export function reporter({ clock, post }: Options): Reporter {
  let said: Said | null = null
  let told = ''
  let lastAt = Number.NEGATIVE_INFINITY
  let cancel: () => void = () => undefined
  const plan = (ms: number, task: () => void) => {
    cancel()
    cancel = clock.later(task, ms)
  }
  const tell = () => {
    if (!said) return
    told = JSON.stringify(said)
    lastAt = clock.now()
    void post(said).catch(() => undefined)
    plan(pace.beatMs, tell)
  }
  const soon = () => plan(Math.max(0, lastAt + pace.leastMs - clock.now()), tell)
  const leave = () => {
    said = null
    told = ''
    cancel()
    void post({ view: null, camera: null, editing: null }).catch(() => undefined)
  }
  return {
    show: (next) => {
      said = next
      if (JSON.stringify(next) !== told) soon()
    },
    again: soon,
    hide: () => said && plan(pace.hiddenMs, leave),
    stop: () => {
      cancel()
      said = null
    },
  }
}
