import type { PoolClient } from '../../../db/postgres.ts'
import { type Backend, endIdle, fateOf, transactionOf } from '../../../db/postgres-backend.ts'
import { type Connections, isLost } from './connections.ts'
import { makePatience, type Patience } from './patience.ts'

/** What other processes are told with the commit. */
export type Notice = { readonly channel: string; readonly text: string }

/** A transaction: what to do in it, what to tell, and how to find what it wrote, where that can be found. */
export type Work<T> = {
  readonly run: (client: PoolClient) => Promise<T>
  readonly noticeOf?: (outcome: T) => Notice | null
  /** whether what it wrote is there; left out where it leaves no mark */
  readonly isThere?: (client: PoolClient, outcome: T) => Promise<boolean | null>
}

/** A COMMIT went out and no answer came. */
class CommitUnanswered<T> extends Error {
  readonly code = 'ECONNABORTED'
  readonly outcome: T
  readonly xid: string
  readonly backend: Backend

  constructor(cause: unknown, { outcome, xid, backend }: { readonly outcome: T; readonly xid: string; readonly backend: Backend }) {
    super('a commit was not answered', { cause })
    this.outcome = outcome
    this.xid = xid
    this.backend = backend
  }
}

/** Nobody can tell whether a transaction was saved. */
class OutcomeUnknown extends Error {
  readonly code = 'WEFT_OUTCOME_UNKNOWN'
}

async function commit<T>(client: PoolClient, backend: Backend, work: Work<T>): Promise<T> {
  await client.query('BEGIN')
  let xid: string | null
  let outcome: T
  try {
    outcome = await work.run(client)
    xid = await transactionOf(client, work.noticeOf?.(outcome) ?? null)
  } catch (error) {
    // A connection that is gone has rolled back by itself; the first error is the one to tell.
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
  try {
    await client.query('COMMIT')
  } catch (error) {
    if (xid === null || !isLost(error)) throw error
    throw new CommitUnanswered(error, { outcome, xid, backend })
  }
  return outcome
}

/** Whether an unanswered commit was made; null where the server is still at it, or cannot tell. */
async function wasMade<T>(client: PoolClient, { isThere }: Work<T>, { outcome, xid, backend }: CommitUnanswered<T>): Promise<boolean | null> {
  const fate = await fateOf(client, { xid, backend })
  if (fate === 'committed') return true
  if (fate === 'aborted') return false
  if (fate === 'unknown') return (await isThere?.(client, outcome)) ?? null
  // The COMMIT may never have arrived; then the old connection waits in its transaction, with its locks.
  await endIdle(client, backend)
  return null
}

/** Finds out what became of an unanswered commit, for as long as there is patience. @throws OutcomeUnknown */
async function settle<T>(connections: Connections, work: Work<T>, lost: CommitUnanswered<T>): Promise<boolean> {
  const patience = makePatience()
  for (;;) {
    try {
      const made = await connections.use((client) => wasMade(client, work, lost))
      if (made !== null) return made
    } catch (error) {
      if (!isLost(error)) throw error
    }
    if (patience.isOver()) throw new OutcomeUnknown('the outcome of a commit is unknown', { cause: lost })
    await patience.pause()
  }
}

/** Runs a transaction once. A commit that was not answered is looked for: @returns null where it was not made, so that it can be run again. */
async function tryOnce<T>(connections: Connections, work: Work<T>): Promise<{ readonly outcome: T } | null> {
  try {
    return { outcome: await connections.use((client, backend) => commit(client, backend, work)) }
  } catch (error) {
    if (!(error instanceof CommitUnanswered)) throw error
    return (await settle(connections, work, error)) ? { outcome: error.outcome } : null
  }
}

/** Runs a transaction until it is made, once, or it fails in a way that does not pass. */
export async function transact<T>(connections: Connections, work: Work<T>, patience: Patience): Promise<T> {
  for (;;) {
    try {
      const made = await tryOnce(connections, work)
      if (made) return made.outcome
    } catch (error) {
      if (!isLost(error) || patience.isOver()) throw error
    }
    await patience.pause()
  }
}
