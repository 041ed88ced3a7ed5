import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { Store } from '../store-contract.ts'

/** How long a process may be silent about a job that it has in hand before another one takes it. */
const leaseMs = 60_000

export type LeaseOptions = {
  readonly store: Pick<Store, 'ask' | 'write'>
  readonly clock: () => Date
  readonly processId: string
  readonly leaseMs?: number
}

/** The right of this process to one turn of a job, kept up until it is ended. */
export type Lease = {
  /** another process may have the job: what is under way should stop */
  readonly lost: AbortSignal
  /** writes down how it went and when the next turn is */
  readonly finish: (outcome: { readonly outcome: string; readonly at: Date; readonly nextAt: Date }) => Promise<void>
  /** lets another process have this turn now */
  readonly giveBack: () => Promise<void>
}

type Beat = { readonly renew: () => Promise<boolean>; readonly clock: () => Date; readonly lengthMs: number }

/** Says again and again that the process is alive; where it cannot say so in time, or is told that it is too late, the lease is lost. */
function keepUp({ renew, clock, lengthMs }: Beat): { readonly lost: AbortSignal; readonly stop: () => void } {
  const lost = new AbortController()
  let until = clock().getTime() + lengthMs
  const beat = async () => {
    const asked = clock().getTime()
    try {
      if (await renew()) until = asked + lengthMs
      else lost.abort(new Error('another process has taken the job over'))
    } catch (error) {
      // The database may answer at the next beat; nobody else takes the job before the lease has run out.
      if (clock().getTime() >= until) lost.abort(error)
    }
  }
  const timer = setInterval(() => void beat(), lengthMs / 3).unref()
  return { lost: lost.signal, stop: () => clearInterval(timer) }
}

/** Takes the turn of a job that is due. @returns null where another process has it */
export async function takeLease(options: LeaseOptions, name: string): Promise<Lease | null> {
  const { store, clock, processId } = options
  const lengthMs = options.leaseMs ?? leaseMs
  const until = () => new Date(clock().getTime() + lengthMs)
  const write = <T>(steps: (statements: Statements) => Steps<T>) => store.write('jobs', steps)
  const taken = await write((statements) => ask(statements.takeJob, { name, processId, now: clock(), until: until() }))
  if (taken.length === 0) return null
  const renew = async () => (await write((statements) => ask(statements.renewJob, { name, processId, until: until() }))).length > 0
  const { lost, stop } = keepUp({ renew, clock, lengthMs })
  return {
    lost,
    finish: (ending) => {
      stop()
      return write((statements) => tell(statements.finishJob, { name, processId, ...ending }))
    },
    giveBack: () => {
      stop()
      return write((statements) => tell(statements.giveJobBack, { name, processId }))
    },
  }
}
