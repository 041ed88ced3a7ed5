import { ask, tell } from '../../../db/query.ts'
import type { Log } from '../log.ts'
import { startLoop } from '../outbox/loop.ts'
import { type Lease, type LeaseOptions, takeLease } from './lease.ts'
import { firstTurn, fittingTurn, nextTurn, type Schedule, turnAfterFailure } from './schedule.ts'

/** One turn of a job. It should stop when the signal says so: the program ends, or another process has taken the job over. */
export type Run = (signal: AbortSignal) => Promise<unknown>

/** What this server does by itself from time to time: each turn in one process, whatever the number of processes on the database. */
export type Jobs = {
  /**
   * Has a job done for as long as this process lives. A turn that was missed while no process ran is made up for, once. A turn may be
   * repeated (its process died, or could not say that it was through), so a job has to bear that.
   *
   * @throws Error for a pattern that cron does not know
   */
  readonly every: (name: string, schedule: Schedule, run: Run) => void
  /** begins nothing new, tells what runs to stop and waits for it */
  readonly stop: () => Promise<void>
}

export type JobsOptions = LeaseOptions & {
  readonly log: Pick<Log, 'error'>
  /** how often it is looked whether a turn is due */
  readonly lookMs?: number
}

type Job = { readonly name: string; readonly schedule: Schedule; readonly run: Run; isEntered: boolean }

/** Writes down when a job has its next turn, if that is not known or no longer fits. */
async function enter({ store, clock }: JobsOptions, { name, schedule }: Job): Promise<void> {
  await store.write('jobs', function* (statements) {
    const now = clock()
    yield* tell(statements.enterJob, { name, nextAt: firstTurn(schedule, now) })
    const [row] = yield* ask(statements.jobByName, { name })
    if (!row) return
    const nextAt = fittingTurn(schedule, { written: row.nextAt, now })
    if (nextAt < row.nextAt) yield* tell(statements.moveJob, { name, from: row.nextAt, nextAt })
  })
}

type Turn = { readonly options: JobsOptions; readonly job: Job; readonly lease: Lease; readonly stopping: AbortSignal }

/** Runs one turn that this process has. What ended before it was through, because the program ends, is left to another process. */
async function perform({ options: { clock, log }, job: { name, schedule, run }, lease, stopping }: Turn): Promise<void> {
  const at = clock()
  try {
    await run(AbortSignal.any([lease.lost, stopping]))
  } catch (error) {
    if (stopping.aborted) return lease.giveBack()
    log.error({ err: error, job: name }, 'a job failed')
    return lease.finish({ outcome: 'failed', at, nextAt: turnAfterFailure(schedule, clock()) })
  }
  await lease.finish({ outcome: 'done', at, nextAt: nextTurn(schedule, clock()) })
}

/** Opens the jobs of a server. Nothing runs before the next look, so everything can be named first. */
export function openJobs(options: JobsOptions): Jobs {
  const { store, clock, log, lookMs = 1_000 } = options
  const byName = new Map<string, Job>()
  const running = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  const begin = (job: Job) => {
    const turn = async () => {
      const lease = await takeLease(options, job.name)
      if (lease) await perform({ options, job, lease, stopping: stopping.signal })
    }
    const ended = turn()
      .catch((error: unknown) => log.error({ err: error, job: job.name }, 'a turn of a job could not be taken or written down'))
      .finally(() => running.delete(job.name))
    running.set(job.name, ended)
  }
  const look = async () => {
    for (const job of byName.values()) {
      if (job.isEntered) continue
      await enter(options, job)
      job.isEntered = true
    }
    for (const { name } of await store.ask((statements) => ask(statements.dueJobs, { now: clock() }))) {
      const job = byName.get(name)
      if (job && !running.has(name) && !stopping.signal.aborted) begin(job)
    }
    return false
  }
  const loop = startLoop(look, { everyMs: lookMs, log, failure: 'jobs could not be looked up' })
  return {
    every: (name, schedule, run) => {
      nextTurn(schedule, clock())
      byName.set(name, { name, schedule, run, isEntered: false })
    },
    stop: async () => {
      stopping.abort(new Error('the server is stopping'))
      await loop.stop()
      await Promise.all(running.values())
    },
  }
}
