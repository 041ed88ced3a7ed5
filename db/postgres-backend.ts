import type { PoolClient } from './postgres.ts'

/** The process of the server behind a connection. Together they name it for good: numbers of processes come again. */
export type Backend = {
  readonly pid: number
  readonly startedAt: string
  /** when the server itself was started: a number of a transaction means one transaction only within this life */
  readonly life: string
}

/** The server follows another one and only answers questions: what it knows may be old. */
export class StandbyError extends Error {
  readonly code = '25006'

  constructor() {
    super('the server is a standby')
  }
}

type Asking = Pick<PoolClient, 'query'>

const life = 'pg_postmaster_start_time()::text AS life'

const meetText = `SELECT pid, backend_start::text AS started, pg_is_in_recovery() AS standby, ${life}
  FROM pg_stat_activity WHERE pid = pg_backend_pid()`

/** Learns who is at the other end. @throws StandbyError */
export async function meet(client: Asking): Promise<Backend> {
  const { rows } = await client.query<{ pid: number; started: string; standby: boolean; life: string }>(meetText)
  const [row] = rows
  if (!row) throw new Error('PostgreSQL does not show a program its own connections (pg_stat_activity)')
  if (row.standby) throw new StandbyError()
  return { pid: row.pid, startedAt: row.started, life: row.life }
}

const stateText = 'SELECT state FROM pg_stat_activity WHERE pid = $1 AND backend_start::text = $2'

/** Whether a backend is at work, asked on another connection. */
export async function isAtWork(client: Asking, { pid, startedAt }: Backend): Promise<boolean> {
  const { rows } = await client.query<{ state: string | null }>(stateText, [pid, startedAt])
  return rows[0]?.state === 'active'
}

const endText = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE pid = $1 AND backend_start::text = $2 AND state <> 'active'`

/** Ends a backend that waits for a program which cannot hear it, so that its locks are free. One that is at work is left alone. */
export async function endIdle(client: Asking, { pid, startedAt }: Backend): Promise<void> {
  await client.query(endText, [pid, startedAt])
}

/** The number of the transaction that a connection is in; null where it has written nothing. */
export async function transactionOf(client: Asking, notice: { readonly channel: string; readonly text: string } | null): Promise<string | null> {
  const values = notice ? [notice.channel, notice.text] : []
  const tell = notice ? ', pg_notify($1, $2)' : ''
  const { rows } = await client.query<{ xid: string | null }>(`SELECT pg_current_xact_id_if_assigned()::text AS xid${tell}`, values)
  return rows[0]?.xid ?? null
}

export type Fate = 'committed' | 'aborted' | 'in progress' | 'unknown'

/** What became of a transaction, asked on another connection. Nobody can tell who was not there. */
export async function fateOf(client: Asking, { xid, backend }: { readonly xid: string; readonly backend: Backend }): Promise<Fate> {
  const now = await client.query<{ life: string }>(`SELECT ${life}`)
  if (now.rows[0]?.life !== backend.life) return 'unknown'
  const { rows } = await client.query<{ status: Fate | null }>('SELECT pg_xact_status($1::text::xid8) AS status', [xid])
  return rows[0]?.status ?? 'unknown'
}
