import type { Log } from '../log.ts'

export type Loop = {
  /** takes no new round and waits for the one that runs */
  readonly stop: () => Promise<void>
}

export type LoopOptions = {
  readonly everyMs: number
  readonly log: Pick<Log, 'error'>
  /** said of a round that failed; the next one comes all the same */
  readonly failure: string
}

/** Runs rounds one after the other, for ever, a while apart; as long as a round says that there is more, the next one follows at once. */
export function startLoop(round: () => Promise<boolean>, { everyMs, log, failure }: LoopOptions): Loop {
  let isStopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const run = async () => {
    try {
      while (!isStopped && (await round()));
    } catch (error) {
      if (!isStopped) log.error({ err: error }, failure)
    }
    schedule()
  }
  const schedule = () => {
    if (isStopped) return
    timer = setTimeout(() => {
      running = run()
    }, everyMs).unref()
  }
  schedule()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
